import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { local, perCent, tenThousandYuan } from '../local.ts';
import { jiangsu } from '../jiangsu-320000/index.ts';

const SOURCE = '无锡市工程建设领域农民工工资保证金实施细则';

/** 无锡市. Second work and later at 1 %. */
export const wuxi: Profile = {
  ...jiangsu,
  id: 'wuxi-320200',
  name: '无锡市',
  place: regionCode('3202'),
  above: jiangsu,
  parameters: {
    'deposit.rate': local(
      '2021-11-01',
      [
        { from: tenThousandYuan(0), rate: perCent(1.5), cap: tenThousandYuan(80) },
        { from: tenThousandYuan(0), rate: perCent(1.5), cap: tenThousandYuan(300), industries: ['transport'] },
      ],
      `${SOURCE}：交通工程上限300万元，其他80万元`,
    ),
    'deposit.multi': local('2021-11-01', { kind: 'to', rate: perCent(1) } as const, SOURCE),
    'deposit.small-exempt': local('2021-11-01', true, `${SOURCE}：300万元以下`),
    'deposit.clean-lowering': local('2021-11-01', { kind: 'to', rate: perCent(0.5) } as const, SOURCE),
    'deposit.exempt-clean': local('2021-11-01', true, SOURCE),
  },
};
