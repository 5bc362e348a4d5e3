import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { local, perCent, tenThousandYuan } from '../local.ts';
import { national } from '../national/index.ts';

const SOURCE = '安徽省工程建设领域农民工工资保证金实施办法（2022）';

/** 安徽省 (2022). Two tiers, each with its cap. */
export const anhui: Profile = {
  ...national,
  id: 'anhui-340000',
  name: '安徽省',
  place: regionCode('34'),
  above: national,
  parameters: {
    'deposit.rate': local(
      '2022-01-01',
      [
        { from: tenThousandYuan(0), rate: perCent(2), cap: tenThousandYuan(300) },
        { from: tenThousandYuan(30000), rate: perCent(1), cap: tenThousandYuan(500) },
      ],
      SOURCE,
    ),
    'deposit.raise.listed': local('2022-01-01', perCent(100), SOURCE),
  },
};
