import { gist, instrument } from './instrument.ts';

/** 关于在市场监管领域全面推行部门联合“双随机、一公开”监管的意见. */
export const randomInspectionOpinions = instrument({
  title: '国务院关于在市场监管领域全面推行部门联合“双随机、一公开”监管的意见',
  number: '国发〔2019〕5号',
  inForceFrom: '2019-01-27',
  articleCount: null,
  inParts: true,
  articles: {
    0: {
      whole: gist(
        '随机抽取检查对象，随机选派执法检查人员，抽查情况及查处结果及时向社会公开（一般在抽查任务完成后20个工作日内）；一张抽查事项清单、两个名录库、一套实施细则。',
        'M',
      ),
    },
  },
});
