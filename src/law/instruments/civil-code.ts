import { gist, instrument, quoted } from './instrument.ts';

/** 中华人民共和国民法典: how time is counted. */
export const civilCode = instrument({
  title: '中华人民共和国民法典',
  number: '2020年主席令第45号',
  inForceFrom: '2021-01-01',
  articleCount: 1260,
  articles: {
    200: { whole: gist('民法所称的期间按照公历年、月、日、小时计算。', 'VF') },
    201: {
      1: quoted('按照年、月、日计算期间的，开始的当日不计入，自下一日开始计算。', 'V2'),
      2: gist('按照小时计算期间的，自法律规定或者当事人约定的时间开始计算。', 'VF'),
    },
    202: { whole: quoted('按照年、月计算期间的，到期月的对应日为期间的最后一日；没有对应日的，月末日为期间的最后一日。', 'V2') },
    203: { 1: quoted('期间的最后一日是法定休假日的，以法定休假日结束的次日为期间的最后一日。', 'V2') },
    204: { whole: gist('期间的计算方法依照本法的规定，但是法律另有规定或者当事人另有约定的除外。', 'VF') },
    1259: { whole: gist('民法所称的“以上”、“以下”、“以内”、“届满”，包括本数；所称的“不满”、“超过”、“以外”，不包括本数。', 'VF') },
  },
});
