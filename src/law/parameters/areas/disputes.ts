import { civilDate } from '#kernel/civil-date.ts';
import { type Parameter, parameter, since } from '../parameter.ts';

const ARBITRATION_LAW = civilDate('2008-05-01');
const PROTECTION_NOTICE = civilDate('2019-07-26');
const PAYMENT_ORDERS = civilDate('1991-04-09');

const arbitrationDays = (n: number, means: string, article: string) =>
  parameter('natural-days', means, since(ARBITRATION_LAW, n, 'VF', `调解仲裁法${article}`));
const courtDays = (n: number, means: string, article: string) => parameter('natural-days', means, since(PAYMENT_ORDERS, n, 'VF', `民事诉讼法${article}`));

/** 线索、仲裁、支付令与法律援助. */
export const disputesParameters = {
  // 仲裁与调解
  'arbitration.representatives.people': parameter('people', '多少人以上有共同请求可以推举代表', since(ARBITRATION_LAW, 10, 'VF', '调解仲裁法第七条')),
  'arbitration.limitation.months': parameter('months', '申请仲裁的时效期间', since(ARBITRATION_LAW, 12, 'VF', '调解仲裁法第二十七条：一年')),
  'arbitration.accept.days': arbitrationDays(5, '仲裁委员会决定是否受理的期限', '第二十九条'),
  'arbitration.serve-copy.days': arbitrationDays(5, '申请书副本送达被申请人的期限', '第三十条第一款'),
  'arbitration.reply.days': arbitrationDays(10, '被申请人提交答辩书的期限', '第三十条第二款'),
  'arbitration.forward-reply.days': arbitrationDays(5, '答辩书副本送达申请人的期限', '第三十条第二款'),
  'arbitration.tribunal-notice.days': arbitrationDays(5, '书面通知仲裁庭组成情况的期限', '第三十二条'),
  'arbitration.hearing-notice.days': arbitrationDays(5, '开庭通知至少提前的日数', '第三十五条'),
  'arbitration.award.days': arbitrationDays(45, '作出仲裁裁决的期限', '第四十三条第一款'),
  'arbitration.award.extension-days': arbitrationDays(15, '仲裁裁决最多可以延期的日数', '第四十三条第一款'),
  'arbitration.fast-track.days': parameter('natural-days', '简单欠薪争议案件的结案期限', since(PROTECTION_NOTICE, 30, 'V2', '人社部发〔2019〕80号')),
  'arbitration.final.months': parameter('months', '终局裁决每项数额不超过几个月的最低工资', since(ARBITRATION_LAW, 12, 'VF', '调解仲裁法第四十七条')),
  'arbitration.sue.days': arbitrationDays(15, '不服仲裁裁决提起诉讼的期限', '第四十八条、第五十条'),
  'arbitration.annul.days': arbitrationDays(30, '用人单位申请撤销终局裁决的期限', '第四十九条'),
  'mediation.days': arbitrationDays(15, '调解组织调解的期限', '第十四条第三款'),
  // 支付令
  'payment-order.notify.days': courtDays(5, '法院通知是否受理支付令申请的期限', '第二百二十六条'),
  'payment-order.issue.days': courtDays(15, '法院发出支付令的期限', '第二百二十七条'),
  'payment-order.respond.days': courtDays(15, '债务人清偿或者提出书面异议的期限', '第二百二十七条'),
} as const satisfies Readonly<Record<string, Parameter>>;
