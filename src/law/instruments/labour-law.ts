import { instrument, verbatim } from './instrument.ts';

/** 中华人民共和国劳动法 (2018修正). */
export const labourLaw = instrument({
  title: '中华人民共和国劳动法',
  number: '1994年主席令第28号，2018年修正',
  inForceFrom: '1995-01-01',
  articles: {
    15: { 1: verbatim('禁止用人单位招用未满十六周岁的未成年人。') },
    38: { whole: verbatim('用人单位应当保证劳动者每周至少休息一日。') },
    48: { 2: verbatim('用人单位支付劳动者的工资不得低于当地最低工资标准。') },
    50: { whole: verbatim('工资应当以货币形式按月支付给劳动者本人。不得克扣或者无故拖欠劳动者的工资。') },
    91: {
      '(一)': verbatim(
        '用人单位有下列侵害劳动者合法权益情形之一的，由劳动行政部门责令支付劳动者的工资报酬、经济补偿，并可以责令支付赔偿金：（一）克扣或者无故拖欠劳动者工资的；',
      ),
    },
  },
});
