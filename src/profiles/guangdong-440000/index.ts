import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { local, tenThousandYuan } from '../local.ts';
import { national } from '../national/index.ts';

/** 广东省: the amounts of the crime for cities of the second class (those of the first set their own below), and how cities are graded. */
export const guangdong: Profile = {
  ...national,
  id: 'guangdong-440000',
  name: '广东省',
  place: regionCode('44'),
  above: national,
  parameters: {
    'crime.one-worker.amount': local('2013-01-23', tenThousandYuan(1), '广东省高级人民法院确定的数额标准（转引）'),
    'crime.many-workers.amount': local('2013-01-23', tenThousandYuan(6), '广东省高级人民法院确定的数额标准（转引）'),
    'assessment.grade-a.top': local('2018-01-01', 7, '广东省保障农民工工资支付工作考核办法（2018，转引）'),
    'assessment.grade-c.bottom': local('2018-01-01', 2, '广东省保障农民工工资支付工作考核办法（2018，转引）'),
    'assessment.veto.events': local('2018-01-01', 2, '广东省保障农民工工资支付工作考核办法（2018，转引）'),
    'assessment.veto.government-events': local('2018-01-01', 1, '广东省保障农民工工资支付工作考核办法（2018，转引）'),
  },
};
