import { local, tenThousandYuan } from '../local.ts';

const SOURCE = '广东省（一类地区）高级人民法院确定的数额标准（转引）';

/** 一类地区: 广州、深圳、珠海、佛山、中山、东莞. Their amounts of the crime are higher than those of the other cities. */
export const FIRST_CLASS = {
  'crime.one-worker.amount': local('2013-01-23', tenThousandYuan(2), SOURCE),
  'crime.many-workers.amount': local('2013-01-23', tenThousandYuan(10), SOURCE),
} as const;
