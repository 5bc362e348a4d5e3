import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { local, tenThousandYuan } from '../local.ts';
import { national } from '../national/index.ts';

/** 重庆市: the amounts of the crime, and how districts are graded. */
export const chongqing: Profile = {
  ...national,
  id: 'chongqing-500000',
  name: '重庆市',
  place: regionCode('50'),
  above: national,
  parameters: {
    'crime.one-worker.amount': local('2013-01-23', tenThousandYuan(1), '重庆市高级人民法院确定的数额标准（转引）'),
    'crime.many-workers.amount': local('2013-01-23', tenThousandYuan(6), '重庆市高级人民法院确定的数额标准（转引）'),
    'assessment.grade-a.top': local('2024-01-01', 15, '重庆市保障农民工工资支付工作考核办法（2024，转引）'),
    'assessment.grade-c.bottom': local('2024-01-01', 3, '重庆市保障农民工工资支付工作考核办法（2024，转引）'),
    'assessment.veto.events': local('2024-01-01', 2, '重庆市保障农民工工资支付工作考核办法（2024，转引）'),
    'assessment.veto.government-events': local('2024-01-01', 1, '重庆市保障农民工工资支付工作考核办法（2024，转引）'),
  },
};
