import { instrument, quoted } from './instrument.ts';

/** 中华人民共和国民法典: how time is counted. */
export const civilCode = instrument({
  title: '中华人民共和国民法典',
  number: '2020年主席令第45号',
  inForceFrom: '2021-01-01',
  articles: {
    201: { 1: quoted('按照年、月、日计算期间的，开始的当日不计入，自下一日开始计算。', 'V2') },
    202: { whole: quoted('按照年、月计算期间的，到期月的对应日为期间的最后一日；没有对应日的，月末日为期间的最后一日。', 'V2') },
    203: { 1: quoted('期间的最后一日是法定休假日的，以法定休假日结束的次日为期间的最后一日。', 'V2') },
  },
});
