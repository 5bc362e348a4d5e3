import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { local, perCent, tenThousandYuan } from '../local.ts';
import { national } from '../national/index.ts';

const SOURCE = '新疆工程建设领域农民工工资保证金实施办法';

/** 新疆维吾尔自治区. The tiers have cliffs on purpose: a contract of 10,000,000 pays less than one of 9,999,999.99. */
export const xinjiang: Profile = {
  ...national,
  id: 'xinjiang-650000',
  name: '新疆维吾尔自治区',
  place: regionCode('65'),
  above: national,
  parameters: {
    'deposit.rate': local(
      '2021-11-01',
      [
        { from: tenThousandYuan(0), rate: perCent(3), cap: tenThousandYuan(500) },
        { from: tenThousandYuan(1000), rate: perCent(2), cap: tenThousandYuan(500) },
        { from: tenThousandYuan(10000), rate: perCent(1), cap: tenThousandYuan(500) },
      ],
      SOURCE,
    ),
    'deposit.multi': local('2021-11-01', { kind: 'points', points: perCent(0.5) } as const, SOURCE),
  },
};
