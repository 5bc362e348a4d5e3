import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { FIRST_CLASS } from '../guangdong-440000/first-class.ts';
import { guangdong } from '../guangdong-440000/index.ts';
import { local, perCent, tenThousandYuan } from '../local.ts';

const SOURCE = '中山市工程建设领域农民工工资保证金实施办法';

/** 中山市. Ten working days from the contract; all works of a contractor together not above 5,000,000; a city of the first class for the crime. */
export const zhongshan: Profile = {
  ...guangdong,
  id: 'zhongshan-442000',
  name: '中山市',
  place: regionCode('4420'),
  above: guangdong,
  parameters: {
    'deposit.rate': local('2021-11-01', [{ from: tenThousandYuan(0), rate: perCent(3), cap: tenThousandYuan(500), capTogether: true }], SOURCE),
    'deposit.store-days': local('2021-11-01', 10, `${SOURCE}：签订合同之日起10个工作日`),
    'deposit.from-contract': local('2021-11-01', true, `${SOURCE}：签订合同之日起`),
    'deposit.clean-lowering': local('2021-11-01', { kind: 'to', rate: perCent(1.5) } as const, SOURCE),
    'deposit.exempt-clean': local('2021-11-01', true, SOURCE),
    'deposit.raise.arrears': local('2021-11-01', perCent(50), `${SOURCE}：提高至4.5%`),
    'deposit.raise.arrears.lifts-cap': local('2021-11-01', true, SOURCE),
    'deposit.raise.listed': local('2021-11-01', perCent(100), `${SOURCE}：提高至6%`),
    'deposit.raise.listed.lifts-cap': local('2021-11-01', true, SOURCE),
    ...FIRST_CLASS,
  },
};
