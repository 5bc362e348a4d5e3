import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { local, perCent, tenThousandYuan } from '../local.ts';
import { guangdong } from '../guangdong-440000/index.ts';

const SOURCE = '惠州市工程建设领域农民工工资保证金实施办法（2025）';

/** 惠州市 (2025). */
export const huizhou: Profile = {
  ...guangdong,
  id: 'huizhou-441300',
  name: '惠州市',
  place: regionCode('4413'),
  above: guangdong,
  parameters: {
    'deposit.rate': local('2025-01-01', [{ from: tenThousandYuan(0), rate: perCent(3), cap: tenThousandYuan(500) }], SOURCE),
  },
};
