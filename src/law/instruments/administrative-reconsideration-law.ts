import { gist, instrument } from './instrument.ts';

/** 中华人民共和国行政复议法 (2023修订). */
export const administrativeReconsiderationLaw = instrument({
  title: '中华人民共和国行政复议法',
  number: '1999年主席令第16号，2023年修订',
  inForceFrom: '2024-01-01',
  articleCount: 90,
  articles: {
    20: { whole: gist('可以自知道或者应当知道该行政行为之日起六十日内提出行政复议申请，但是法律规定的申请期限超过六十日的除外。', 'VF') },
    88: { whole: gist('本法关于行政复议期间有关“三日”、“五日”、“七日”、“十日”的规定是指工作日，不含法定休假日。', 'VF') },
  },
});
