import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { local, tenThousandYuan } from '../local.ts';
import { national } from '../national/index.ts';

/** 重庆市: the amounts of the crime. */
export const chongqing: Profile = {
  ...national,
  id: 'chongqing-500000',
  name: '重庆市',
  place: regionCode('50'),
  above: national,
  parameters: {
    'crime.one-worker.amount': local('2013-01-23', tenThousandYuan(1), '重庆市高级人民法院确定的数额标准（转引）'),
    'crime.many-workers.amount': local('2013-01-23', tenThousandYuan(6), '重庆市高级人民法院确定的数额标准（转引）'),
  },
};
