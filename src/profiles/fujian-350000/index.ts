import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { local, perCent, tenThousandYuan } from '../local.ts';
import { national } from '../national/index.ts';

const SOURCE = '福建省工程建设领域农民工工资保证金实施办法（2024）';

/** 福建省 (2024). Second work and later at 1 %; contracts under 4,000,000 or shorter than 3 months exempt. */
export const fujian: Profile = {
  ...national,
  id: 'fujian-350000',
  name: '福建省',
  place: regionCode('35'),
  above: national,
  parameters: {
    'deposit.rate': local('2024-01-01', [{ from: tenThousandYuan(0), rate: perCent(1.5), cap: tenThousandYuan(500) }], SOURCE),
    'deposit.multi': local('2024-01-01', { kind: 'to', rate: perCent(1) } as const, SOURCE),
    'deposit.small-amount': local('2024-01-01', tenThousandYuan(400), SOURCE),
    'deposit.small-exempt': local('2024-01-01', true, SOURCE),
    'deposit.short-months': local('2024-01-01', 3, SOURCE),
    'deposit.clean-lowering': local('2024-01-01', { kind: 'to', rate: perCent(0.5) } as const, SOURCE),
    'deposit.exempt-clean': local('2024-01-01', true, SOURCE),
    'deposit.raise.arrears': local('2024-01-01', perCent(50), SOURCE),
    'deposit.raise.arrears.lifts-cap': local('2024-01-01', true, SOURCE),
    'deposit.raise.listed': local('2024-01-01', perCent(100), SOURCE),
    'deposit.raise.listed.lifts-cap': local('2024-01-01', true, SOURCE),
  },
};
