import { civilDate } from '#kernel/civil-date.ts';
import { chosen, type Parameter, parameter, since } from '../parameter.ts';
import type { Term } from '../term.ts';

const ARBITRATION_LAW = civilDate('2008-05-01');
const PROTECTION_NOTICE = civilDate('2019-07-26');
/** The two years of 申请执行 came with the amendment of 2007. */
const ENFORCEMENT_PERIOD = civilDate('2008-04-01');
const PAYMENT_ORDERS = civilDate('1991-04-09');

const LEGAL_AID_LAW = civilDate('2022-01-01');

const arbitrationDays = (n: number, means: string, article: string) =>
  parameter('natural-days', means, since(ARBITRATION_LAW, n, 'VF', `调解仲裁法${article}`));
const courtDays = (n: number, means: string, article: string) => parameter('natural-days', means, since(PAYMENT_ORDERS, n, 'VF', `民事诉讼法${article}`));

/** The Act says 日; whether the ministry's procedure counts working days is not verified, so the stricter natural days hold until a place sets its kind of day. */
const aidDays = (n: number, means: string, article: string) =>
  parameter('period', means, since(LEGAL_AID_LAW, { n, unit: 'natural-days' }, 'VF', `法律援助法${article}；“日”按自然日计，较严，按工作日的地方另行设定`));
const clueTerm = (n: number, unit: Term['unit'], means: string, why = '国家平台没有统一时限；地方另有规定的从其规定') =>
  parameter('period', means, chosen<Term>({ n, unit }, why));

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
  'judgment.enforcement.months': parameter('months', '申请执行的期间', since(ENFORCEMENT_PERIOD, 24, 'VF', '民事诉讼法第二百五十条：二年')),
  // 支付令
  'payment-order.notify.days': courtDays(5, '法院通知是否受理支付令申请的期限', '第二百二十六条'),
  'payment-order.issue.days': courtDays(15, '法院发出支付令的期限', '第二百二十七条'),
  'payment-order.respond.days': courtDays(15, '债务人清偿或者提出书面异议的期限', '第二百二十七条'),
  // 法律援助
  'legal-aid.decide': aidDays(7, '审查法律援助申请并作出决定的期限', '第四十三条'),
  'legal-aid.assign': aidDays(3, '决定给予法律援助后指派人员的期限', '第四十三条'),
  'legal-aid.review': aidDays(5, '司法行政部门审查异议的期限', '第四十九条'),
  'legal-aid.first-grant.days': parameter(
    'natural-days',
    '距时效或者期限届满不足几日可以先行提供法律援助',
    since(LEGAL_AID_LAW, 7, 'VF', '法律援助法第四十四条'),
  ),
  // 线索
  'clue.route': clueTerm(1, 'working-days', '一般线索登记后转办的期限'),
  'clue.route.major': clueTerm(0, 'natural-days', '重大线索登记后转办的期限，0 为当日', '重大线索当日交办'),
  'clue.contact': clueTerm(2, 'working-days', '交办后首次联系当事人的期限'),
  'clue.contact.major': clueTerm(24, 'hours', '重大线索交办后首次联系当事人的期限', '重大线索24小时内联系'),
  'clue.report.major': clueTerm(24, 'hours', '重大线索交办后向上级报告的期限', '重大线索24小时内上报'),
  'clue.close': clueTerm(15, 'working-days', '一般线索自登记起办结的期限'),
  'clue.close.major': clueTerm(30, 'natural-days', '重大线索自登记起办结的期限', '重大线索往往涉及多方，30日内办结'),
  'clue.call-back.days': parameter('working-days', '答复后几个工作日内回访', chosen(10, '法律未规定；10个工作日')),
  'clue.escalate.days': parameter('working-days', '逾期后每满几个工作日再升一级', chosen(5, '法律未规定；5个工作日升一级')),
  'clue.major.people': parameter('people', '多少人以上列为重大线索', chosen(10, '与推举代表、群体性事件黄色预警的人数一致')),
} as const satisfies Readonly<Record<string, Parameter>>;
