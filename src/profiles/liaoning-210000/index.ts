import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { local, tenThousandYuan } from '../local.ts';
import { national } from '../national/index.ts';

/** 辽宁省: the amounts of the crime. */
export const liaoning: Profile = {
  ...national,
  id: 'liaoning-210000',
  name: '辽宁省',
  place: regionCode('21'),
  above: national,
  parameters: {
    'crime.one-worker.amount': local('2013-01-23', tenThousandYuan(1), '辽宁省高级人民法院确定的数额标准（转引）'),
    'crime.many-workers.amount': local('2013-01-23', tenThousandYuan(5), '辽宁省高级人民法院确定的数额标准（转引）'),
  },
};
