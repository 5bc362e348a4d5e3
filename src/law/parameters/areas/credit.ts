import { civilDate } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import { chosen, type Parameter, parameter, since } from '../parameter.ts';

/** 拒付报酬解释. */
const INTERPRETATION = civilDate('2013-01-23');
const TRANSFER_PROVISIONS = civilDate('2001-07-09');
const POLICE_PROVISIONS = civilDate('2013-01-01');
const LIST_MEASURES = civilDate('2022-01-01');
const PUBLICATION_MEASURES = civilDate('2017-01-01');
const GRADE_MEASURES = civilDate('2017-01-01');
const CREDIT_REPAIR = civilDate('2026-04-01');
const REPAIR = '信用修复管理办法';
const TRANSFER = '移送规定第五条';
const POLICE = '公安程序规定第一百八十条第二款';

/** 0 before the measures of 2026: there was no window to show. */
const noWindow = since(LIST_MEASURES, 0, 'D', '《信用修复管理办法》2026年4月1日施行前没有这一统一公示期');

/** 犯罪移送、失信名单、社会公布与等级. */
export const creditParameters = {
  // 数额较大. A province's high court sets both amounts within the bounds; no national value stands in for it.
  'crime.one-worker.months': parameter('months', '一名劳动者被拖欠多少个月以上', since(INTERPRETATION, 3, 'VF', '拒付报酬解释第三条第一项')),
  'crime.one-worker.amount': parameter('fen', '一名劳动者数额较大的标准（由省高级人民法院在 5,000 元至 20,000 元之间确定）'),
  'crime.one-worker.lowest': parameter('fen', '一名劳动者标准的全国下限', since(INTERPRETATION, fen(500_000), 'VF', '拒付报酬解释第三条第一项')),
  'crime.one-worker.highest': parameter('fen', '一名劳动者标准的全国上限', since(INTERPRETATION, fen(2_000_000), 'VF', '拒付报酬解释第三条第一项')),
  'crime.many-workers.people': parameter('people', '累计计算的劳动者人数达到多少', since(INTERPRETATION, 10, 'VF', '拒付报酬解释第三条第二项')),
  'crime.many-workers.amount': parameter('fen', '十名以上劳动者累计数额较大的标准（由省高级人民法院在 30,000 元至 100,000 元之间确定）'),
  'crime.many-workers.lowest': parameter('fen', '累计标准的全国下限', since(INTERPRETATION, fen(3_000_000), 'VF', '拒付报酬解释第三条第二项')),
  'crime.many-workers.highest': parameter('fen', '累计标准的全国上限', since(INTERPRETATION, fen(10_000_000), 'VF', '拒付报酬解释第三条第二项')),
  // 移送
  'transfer.team.people': parameter('people', '专案组至少几名执法人员', since(TRANSFER_PROVISIONS, 2, 'VF', TRANSFER)),
  'transfer.decide.days': parameter('natural-days', '负责人接到报告后几日内决定是否移送', since(TRANSFER_PROVISIONS, 3, 'VF', TRANSFER)),
  'transfer.send.hours': parameter('hours', '批准后几小时内移送', since(TRANSFER_PROVISIONS, 24, 'VF', TRANSFER)),
  'transfer.supplement-notice.hours': parameter('hours', '公安机关几小时内通知补正', since(POLICE_PROVISIONS, 24, 'VF', POLICE)),
  'transfer.supplement.days': parameter('natural-days', '移送机关几日内补正材料', since(POLICE_PROVISIONS, 3, 'VF', POLICE)),
  'transfer.review.days': parameter('natural-days', '公安机关几日内决定是否立案', since(TRANSFER_PROVISIONS, 3, 'VF', '移送规定第八条')),
  'transfer.reconsider.days': parameter('natural-days', '对不予立案几日内提请复议', since(TRANSFER_PROVISIONS, 3, 'VF', '移送规定第九条第一款')),
  'transfer.reconsidered.days': parameter('natural-days', '公安机关几日内作出复议决定', since(TRANSFER_PROVISIONS, 3, 'VF', '移送规定第九条第二款')),
  'transfer.supervision.days': parameter('natural-days', '对复议决定有异议的几日内建议立案监督', since(TRANSFER_PROVISIONS, 3, 'VF', '移送规定第九条第二款')),
  'transfer.reasons.days': parameter('natural-days', '公安机关几日内说明不立案理由', since(POLICE_PROVISIONS, 7, 'VF', '公安程序规定第一百八十二条')),
  'transfer.ordered-filing.days': parameter('natural-days', '接到通知立案书后几日内立案', since(POLICE_PROVISIONS, 15, 'VF', '公安程序规定第一百八十二条')),
  // 失信联合惩戒名单
  'list.objection.days': parameter('working-days', '当事人几个工作日内可以提出异议', since(LIST_MEASURES, 5, 'VF', '失信名单办法第六条第二款')),
  'list.verify.days': parameter('working-days', '收到异议后几个工作日内核实并告知', since(LIST_MEASURES, 5, 'VF', '失信名单办法第六条第二款')),
  'list.decide.days': parameter('working-days', '责令支付期限届满后几个工作日内作出列入决定', since(LIST_MEASURES, 20, 'VF', '失信名单办法第八条第一款')),
  'list.extension.days': parameter('working-days', '经批准可以延长几个工作日', since(LIST_MEASURES, 20, 'VF', '失信名单办法第八条第一款')),
  'list.share.days': parameter('working-days', '列入决定后几个工作日内公开并共享', chosen(5, '名单办法未规定天数；与异议期一致')),
  'list.term.months': parameter('months', '列入期限', since(LIST_MEASURES, 36, 'VF', '失信名单办法第十一条：3年')),
  'list.early-removal.months': parameter('months', '改正并列入满几个月可以申请提前移出', since(LIST_MEASURES, 6, 'VF', '失信名单办法第十二条第二项')),
  'list.removal-check.days': parameter('working-days', '收到提前移出申请后几个工作日内核实决定', since(LIST_MEASURES, 15, 'VF', '失信名单办法第十四条第二款')),
  'list.removal.days': parameter('working-days', '期满、提前移出或者撤销后几个工作日内移出并停止公开', since(LIST_MEASURES, 10, 'VF', '失信名单办法第十七条')),
  // 社会公布
  'publication.local.months': parameter('months', '县级、地市级每几个月公布一次', since(PUBLICATION_MEASURES, 3, 'V2', '社会公布办法：每季度一次')),
  'publication.province.months': parameter('months', '省级、部级每几个月公布一次', since(PUBLICATION_MEASURES, 6, 'V2', '社会公布办法：每半年一次')),
  'publication.correct.days': parameter('working-days', '决定变更或者撤销后几个工作日内更正', since(PUBLICATION_MEASURES, 10, 'M', '社会公布办法')),
  'publication.objection.days': parameter('working-days', '对公布内容的异议几个工作日内处理', since(PUBLICATION_MEASURES, 15, 'V1', '社会公布办法')),
  // 诚信等级
  'grade.c.times': parameter('times', '一年内被查处几次以上评为C级', since(GRADE_MEASURES, 3, 'V2', '诚信等级办法')),
  'grade.due.months': parameter('months', '年度终了后几个月内完成评价', chosen(12, '全国规定每年评价一次，没有规定月份')),
  'grade.interview.days': parameter('natural-days', '评为C级后几日内约谈并列为重点监察对象', chosen(30, '等级办法未规定天数')),
  'grade.adjust.days': parameter('working-days', '出现新的C级情形后几个工作日内调整等级', chosen(10, '等级办法未规定天数')),
  'grade.record.months': parameter('months', '评价结果保存多少个月', since(GRADE_MEASURES, 36, 'M', '诚信等级办法：3年')),
  // 信用修复
  'credit-window.light.most-months': parameter('months', '轻微失信信息最长公示期', noWindow, since(CREDIT_REPAIR, 3, 'V2', REPAIR)),
  'credit-window.general.least-months': parameter('months', '一般失信信息最短公示期', noWindow, since(CREDIT_REPAIR, 3, 'V2', REPAIR)),
  'credit-window.general.most-months': parameter('months', '一般失信信息最长公示期', noWindow, since(CREDIT_REPAIR, 12, 'V2', REPAIR)),
  'credit-window.serious.least-months': parameter('months', '严重失信信息最短公示期', noWindow, since(CREDIT_REPAIR, 12, 'V2', REPAIR)),
  'credit-window.serious.most-months': parameter('months', '严重失信信息最长公示期', noWindow, since(CREDIT_REPAIR, 36, 'V2', REPAIR)),
} as const satisfies Readonly<Record<string, Parameter>>;
