import { gist, instrument } from './instrument.ts';

/** 政府投资条例. */
export const governmentInvestmentRegulation = instrument({
  title: '政府投资条例',
  number: '国务院令第712号',
  inForceFrom: '2019-07-01',
  articleCount: 39,
  articles: {
    22: { whole: gist('政府投资项目所需资金应当按照国家有关规定确保落实到位；政府投资项目不得由施工单位垫资建设。', 'VF') },
  },
});
