import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { local, perCent, tenThousandYuan } from '../local.ts';
import { national } from '../national/index.ts';

const SOURCE = '湖南省工程建设领域农民工工资保证金实施办法';

/** 湖南省. Transport and railway works have a cap of their own. */
export const hunan: Profile = {
  ...national,
  id: 'hunan-430000',
  name: '湖南省',
  place: regionCode('43'),
  above: national,
  parameters: {
    'deposit.rate': local(
      '2021-11-01',
      [
        { from: tenThousandYuan(0), rate: perCent(1.5), cap: tenThousandYuan(100) },
        { from: tenThousandYuan(0), rate: perCent(1.5), cap: tenThousandYuan(250), industries: ['transport', 'railway'] },
      ],
      `${SOURCE}：重点交通、铁路工程上限250万元，其他100万元`,
    ),
    'crime.one-worker.amount': local('2013-01-23', tenThousandYuan(0.6), '湖南省高级人民法院确定的数额标准（转引）'),
    'crime.many-workers.amount': local('2013-01-23', tenThousandYuan(4), '湖南省高级人民法院确定的数额标准（转引）'),
  },
};
