import { gist, instrument } from './instrument.ts';

/** 中华人民共和国建筑法 (2019修正). */
export const constructionLaw = instrument({
  title: '中华人民共和国建筑法',
  number: '1997年主席令第91号，2019年修正',
  inForceFrom: '1998-03-01',
  articleCount: 85,
  articles: {
    8: { whole: gist('申请领取施工许可证应当具备的条件，包括有满足施工需要的资金安排、施工图纸及技术资料。', 'VF') },
  },
});
