import { gist, instrument } from './instrument.ts';

/** 中华人民共和国行政诉讼法 (2017修正). */
export const administrativeLitigationLaw = instrument({
  title: '中华人民共和国行政诉讼法',
  number: '1989年主席令第16号，2017年修正',
  inForceFrom: '1990-10-01',
  articleCount: 103,
  articles: {
    46: { whole: gist('直接向人民法院提起诉讼的，应当自知道或者应当知道作出行政行为之日起六个月内提出。', 'VF') },
  },
});
