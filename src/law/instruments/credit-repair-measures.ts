import { gist, instrument } from './instrument.ts';

/** 信用修复管理办法 (2026). */
export const creditRepairMeasures = instrument({
  title: '信用修复管理办法',
  number: '国家发展和改革委员会令第36号',
  inForceFrom: '2026-04-01',
  articleCount: null,
  articles: {
    0: {
      whole: gist(
        '失信信息按轻微、一般、严重分类公示：轻微的原则上不公示或者最长不超过3个月，一般的3个月至1年，严重的（包括严重失信主体名单）1年至3年；信用修复须达到最短公示期、已纠正并公开作出信用承诺，通过“信用中国”网站申请，由认定单位修复。',
        'V2',
      ),
    },
  },
});
