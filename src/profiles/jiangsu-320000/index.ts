import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { local, tenThousandYuan } from '../local.ts';
import { national } from '../national/index.ts';

/** 江苏省: the amounts of the crime. */
export const jiangsu: Profile = {
  ...national,
  id: 'jiangsu-320000',
  name: '江苏省',
  place: regionCode('32'),
  above: national,
  parameters: {
    'crime.one-worker.amount': local('2013-01-23', tenThousandYuan(1), '江苏省高级人民法院确定的数额标准（转引）'),
    'crime.many-workers.amount': local('2013-01-23', tenThousandYuan(6), '江苏省高级人民法院确定的数额标准（转引）'),
  },
};
