import { gist, instrument } from './instrument.ts';

/** 保障农民工工资支付工作考核办法 (2017), for the years 2017 to 2020. */
export const assessmentMeasures2017 = instrument({
  title: '保障农民工工资支付工作考核办法',
  number: '国办发〔2017〕96号',
  inForceFrom: '2017-12-06',
  articleCount: 13,
  articles: {
    5: { whole: gist('考核内容包括组织领导、建立健全工资支付保障制度、治理欠薪特别是工程建设领域欠薪工作成效。', 'V2') },
    6: { whole: gist('考核工作于考核年度次年年初开始，4月底前完成：2月底前完成省级自查，3月底前完成实地核查，随后综合评议。', 'V2') },
    7: { whole: gist('考核采取分级评分法，基准分为100分，结果分A、B、C三级。', 'V2') },
  },
});
