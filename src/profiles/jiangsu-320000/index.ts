import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { local, tenThousandYuan } from '../local.ts';
import { national } from '../national/index.ts';

/** 江苏省: the amounts of the crime, and how cities are graded. */
export const jiangsu: Profile = {
  ...national,
  id: 'jiangsu-320000',
  name: '江苏省',
  place: regionCode('32'),
  above: national,
  parameters: {
    'crime.one-worker.amount': local('2013-01-23', tenThousandYuan(1), '江苏省高级人民法院确定的数额标准（转引）'),
    'crime.many-workers.amount': local('2013-01-23', tenThousandYuan(6), '江苏省高级人民法院确定的数额标准（转引）'),
    'assessment.falsification-is-c': local('2018-01-01', true, '江苏省保障农民工工资支付工作考核办法（2018，转引）'),
    'assessment.grade-a.top': local('2018-01-01', 4, '江苏省保障农民工工资支付工作考核办法（2018，转引）'),
    'assessment.veto.events': local('2018-01-01', 2, '江苏省保障农民工工资支付工作考核办法（2018，转引）'),
    'assessment.veto.government-events': local('2018-01-01', 1, '江苏省保障农民工工资支付工作考核办法（2018，转引）'),
  },
};
