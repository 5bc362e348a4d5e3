import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { local, perCent, tenThousandYuan } from '../local.ts';
import { national } from '../national/index.ts';

const SOURCE = '贵州省工程建设领域农民工工资保证金实施办法（2025）';

/** 贵州省 (2025). Raised to 3 % after arrears and 4 % when listed; no cap for the listed. */
export const guizhou: Profile = {
  ...national,
  id: 'guizhou-520000',
  name: '贵州省',
  place: regionCode('52'),
  above: national,
  parameters: {
    'deposit.rate': local('2025-01-01', [{ from: tenThousandYuan(0), rate: perCent(2), cap: tenThousandYuan(1000) }], SOURCE),
    'deposit.multi': local('2025-01-01', { kind: 'to', rate: perCent(1.5) } as const, SOURCE),
    'deposit.small-amount': local('2025-01-01', tenThousandYuan(400), SOURCE),
    'deposit.small-exempt': local('2025-01-01', true, SOURCE),
    'deposit.clean-lowering': local('2025-01-01', { kind: 'to', rate: perCent(0.5) } as const, SOURCE),
    'deposit.exempt-clean': local('2025-01-01', true, SOURCE),
    'deposit.raise.arrears': local('2025-01-01', perCent(50), `${SOURCE}：提高至3%`),
    'deposit.raise.listed': local('2025-01-01', perCent(100), `${SOURCE}：提高至4%`),
    'deposit.raise.listed.lifts-cap': local('2025-01-01', true, `${SOURCE}：不设上限`),
    'crime.one-worker.amount': local('2013-01-23', tenThousandYuan(1), '贵州省高级人民法院确定的数额标准（转引）'),
    'crime.many-workers.amount': local('2013-01-23', tenThousandYuan(5), '贵州省高级人民法院确定的数额标准（转引）'),
  },
};
