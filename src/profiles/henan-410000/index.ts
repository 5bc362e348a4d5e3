import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { local, tenThousandYuan } from '../local.ts';
import { national } from '../national/index.ts';

/** 河南省: the amounts of the crime. */
export const henan: Profile = {
  ...national,
  id: 'henan-410000',
  name: '河南省',
  place: regionCode('41'),
  above: national,
  parameters: {
    'crime.one-worker.amount': local('2013-01-23', tenThousandYuan(0.8), '河南省高级人民法院确定的数额标准（转引）'),
    'crime.many-workers.amount': local('2013-01-23', tenThousandYuan(4), '河南省高级人民法院确定的数额标准（转引）'),
  },
};
