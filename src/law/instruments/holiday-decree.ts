import { gist, instrument } from './instrument.ts';

/** 全国年节及纪念日放假办法 (2024修订): the 13 days paid at 300%. */
export const holidayDecree = instrument({
  title: '全国年节及纪念日放假办法',
  number: '国务院令第270号，国务院令第795号修订',
  inForceFrom: '2025-01-01',
  articleCount: 8,
  articles: {
    2: { whole: gist('全体公民放假的节日：元旦1天；春节4天；清明节1天；劳动节2天；端午节1天；中秋节1天；国庆节3天。', 'VF') },
  },
});
