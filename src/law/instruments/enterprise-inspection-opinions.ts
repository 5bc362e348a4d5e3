import { gist, instrument } from './instrument.ts';

/** 关于严格规范涉企行政检查的意见. */
export const enterpriseInspectionOpinions = instrument({
  title: '国务院办公厅关于严格规范涉企行政检查的意见',
  number: '国办发〔2024〕54号',
  inForceFrom: '2024-12-28',
  articleCount: null,
  inParts: true,
  articles: {
    0: { whole: gist('实行年度检查频次上限，没有依据不得实施检查；实施检查须出示执法证件和行政检查通知书，执法人员不得少于2人。', 'M') },
  },
});
