import { gist, instrument } from './instrument.ts';

/** 关于推广随机抽查规范事中事后监管的通知. */
export const randomInspectionNotice = instrument({
  title: '国务院办公厅关于推广随机抽查规范事中事后监管的通知',
  number: '国办发〔2015〕58号',
  inForceFrom: '2015-07-29',
  articleCount: null,
  inParts: true,
  articles: {
    0: {
      whole: gist('推广随机抽查：制定随机抽查事项清单，建立“双随机”抽查机制，合理确定抽查比例和频次，抽查结果及时向社会公布（实践中为20个工作日内）。', 'M'),
    },
  },
});
