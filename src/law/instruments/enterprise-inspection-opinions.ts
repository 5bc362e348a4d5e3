import { gist, instrument } from './instrument.ts';

/** 关于严格规范涉企行政检查的意见. */
export const enterpriseInspectionOpinions = instrument({
  title: '国务院办公厅关于严格规范涉企行政检查的意见',
  number: '国办发〔2024〕54号',
  inForceFrom: '2024-12-28',
  articleCount: null,
  inParts: true,
  articles: {
    0: {
      whole: gist(
        '建立分级分类检查制度，公布同一企业年度检查频次上限；检查事项未经公布的不得实施；能合并检查的不得重复检查，能联合检查的不得多头检查；检查须经审批并出具行政检查通知书，告知企业检查频次和“五个严禁”；严禁没有资格的主体和未取得执法证件的人员实施检查。',
        'V1',
      ),
    },
  },
});
