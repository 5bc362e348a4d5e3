import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { local, perCent, tenThousandYuan } from '../local.ts';
import { liaoning } from '../liaoning-210000/index.ts';

const SOURCE = '锦州市应急周转金管理办法（转引）';

/** 锦州市: the size of the county's emergency fund at least, and the limits of an advance. */
export const jinzhou: Profile = {
  ...liaoning,
  id: 'jinzhou-210700',
  name: '锦州市',
  place: regionCode('2107'),
  above: liaoning,
  parameters: {
    'emergency-fund.county': local('2020-05-01', tenThousandYuan(100), `${SOURCE}：县级不少于100万元`),
    'emergency-fund.per-worker': local('2020-05-01', 1, `${SOURCE}：每人不超过当地月最低工资标准`),
    'emergency-fund.total-share': local('2020-05-01', perCent(20), `${SOURCE}：总额不超过所欠工资的20%`),
  },
};
