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
      whole: gist(
        '制定随机抽查事项清单，没有法律法规规章依据的一律不得擅自检查；建立随机抽取检查对象、随机选派执法检查人员的“双随机”抽查机制和两个名录库；合理确定抽查比例和频次，对投诉举报多、有严重违法记录的加大抽查力度；抽查情况及查处结果及时公布。',
        'V1',
      ),
    },
  },
});
