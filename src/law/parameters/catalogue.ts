import { basisPoints } from '#kernel/basis-points.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import type { Evidence } from '../evidence.ts';
import { type DatedValue, type Parameter, parameter } from './parameter.ts';

/** In force with the 条例. */
const REGULATION = civilDate('2020-05-01');
const ACCOUNT_MEASURES = civilDate('2021-07-07');
const DEPOSIT_PROVISIONS = civilDate('2021-11-01');
/** Beginning of the labour law: for values no statute dates. */
const LABOUR_LAW = civilDate('1995-01-01');

function since<V>(from: DatedValue<V>['from'], value: V, evidence: Evidence, basis: string): DatedValue<V> {
  return { from, value, evidence, basis };
}

/** Our own choice where the law is silent: every office may set another. */
function chosen<V>(value: V, why: string): DatedValue<V> {
  return since(LABOUR_LAW, value, 'D', why);
}

/** Every legal number the rules read, by id. A new one is one entry here; its id is then known to the compiler. */
export const PARAMETERS = {
  // 工资支付
  'wage.pay-day': parameter('day-of-month', '合同未载明发薪日时，按次月第几日计', chosen(15, '通行做法：次月15日前')),
  'wage.overdue.orange-days': parameter('natural-days', '逾期超过多少日升为橙', chosen(30, '条例未分级；拖欠满一个月为重')),
  'wage.overdue.red-days': parameter('natural-days', '逾期超过多少日升为红', chosen(90, '参照拒不支付劳动报酬罪三个月')),
  'wage.unpaid.red-share': parameter('basis-points', '未发人数占出勤人数超过多少升为红', chosen(basisPoints(1000), '同类平台通行口径：超过10%')),
  'wage.late-payment.shown-days': parameter('natural-days', '迟付提示保留多少日', chosen(30, '只作提示，不长期挂账')),
  'wage.leave.settle-days': parameter('working-days', '离场后几个工作日内应当结清', chosen(5, '法律要求解除时一次付清；给银行处理留5个工作日')),
  'wage.entry.unpaid-days': parameter('natural-days', '进场超过多少日未领到首笔工资', chosen(30, '工资至少每月支付一次；银行平台通行口径30日')),
  'wage.minimum.monthly': parameter('fen', '当地月最低工资标准'),
  'wage.single.high': parameter('fen', '单人单月工资超过多少应当核实', chosen(fen(5_000_000), '同类平台通行口径：5万元')),
  'wage.absent-paid.red-people': parameter('people', '无考勤领薪达到多少人升为红', chosen(5, '5人以上')),
  'wage.absent-paid.red-share': parameter('basis-points', '无考勤领薪占比达到多少升为红', chosen(basisPoints(1000), '10%以上')),
  'wage.days-differ.yellow-share': parameter('basis-points', '工日与考勤不符人数占比超过多少升为黄', chosen(basisPoints(2000), '超过20%')),
  'wage.festival.days-before': parameter('steps', '春节前多少日起倒计时（黄、橙、红）', chosen([30, 15, 7], '根治欠薪冬季行动的节前窗口')),
  'wage.arrears.months': parameter('steps', '连续欠薪几个月列为橙、红', chosen([2, 3], '连续上榜口径：3个月重点监管')),
  'wage.full-rate.government': parameter('basis-points', '政府投资项目按月足额支付率目标'),
  // 工资表
  'payroll.ready-day': parameter('day-of-month', '工资支付表应在次月第几日前编制', chosen(10, '同类平台通行口径：次月1日至10日')),
  'payroll.refund.blue-days': parameter('working-days', '退票超过几个工作日未补发列为蓝', chosen(3, '同类平台通行口径：3个工作日')),
  'payroll.refund.orange-days': parameter('working-days', '退票超过几个工作日未补发升为橙', chosen(10, '10个工作日')),
  // 劳动合同与实名制
  'contract.sign.target': parameter('basis-points', '在场农民工劳动合同签订率低于多少升为橙', chosen(basisPoints(8500), '采用嘉峪关整改方案的85%为缺省')),
  'roster.coverage.yellow': parameter('basis-points', '实名登记覆盖率低于多少升为橙', chosen(basisPoints(9000), '90%')),
  'roster.card.target': parameter('basis-points', '本人工资卡登记率低于多少升为黄', chosen(basisPoints(9000), '云南口径90%')),
  'roster.shared.phone-people': parameter('people', '一个手机号登记达到多少人应当核实', chosen(3, '3人以上')),
  'roster.shared.card-people': parameter('people', '一张银行卡登记达到多少人应当核实', chosen(2, '一人一卡，2人以上')),
  'roster.shared.red-people': parameter('people', '共用达到多少人升为红', chosen(5, '5人以上')),
  // 考勤
  'attendance.silent-days': parameter('steps', '连续多少日无考勤（蓝、黄、橙、红）', chosen([3, 7, 15, 30], '同类平台通行口径')),
  'attendance.report-lag-days': parameter('natural-days', '考勤正常报送最多间隔多少日', chosen(25, '半月表或者月表；闸机直连的改为1日')),
  'attendance.start-days': parameter('natural-days', '开工后多少日内应启用考勤', chosen(30, '许可后30日（同类平台最宽口径）')),
  'attendance.fewer-heads': parameter('basis-points', '考勤人数低于此前中位数的多少', chosen(basisPoints(5000), '50%')),
  'attendance.update.blue': parameter('basis-points', '考勤更新率低于多少为蓝', chosen(basisPoints(9000), '90%')),
  'attendance.update.yellow': parameter('basis-points', '考勤更新率低于多少为黄', chosen(basisPoints(7000), '70%')),
  'attendance.invalid.yellow': parameter('basis-points', '无效考勤占比超过多少为黄', chosen(basisPoints(3000), '30%')),
  'attendance.manual.yellow': parameter('basis-points', '手工补录占比超过多少为黄', chosen(basisPoints(2000), '20%')),
  'attendance.regular.yellow': parameter('basis-points', '同一分钟打卡或整月不休的人数占比超过多少为黄', chosen(basisPoints(8000), '80%')),
  // 专用账户与人工费
  'account.open-days': parameter('natural-days', '签订施工合同后多少日内开立专户', since(ACCOUNT_MEASURES, 30, 'V2', '专户办法第六条')),
  'account.open.red-days': parameter('natural-days', '未开立专户逾期多少日升为红', chosen(15, '逾期15日')),
  'account.file-days': parameter('natural-days', '开户后多少日内备案', since(ACCOUNT_MEASURES, 30, 'V2', '专户办法第六条')),
  'account.inflow.months': parameter('steps', '连续几个月没有人工费入账（黄、橙、红）', chosen([1, 2, 3], '拨付周期不得超过1个月；逐月升级')),
  'account.inflow.red-share': parameter('basis-points', '人工费到账不足应拨的多少升为红', chosen(basisPoints(8000), '80%')),
  'account.short.remind-days': parameter('working-days', '发薪日前几个工作日核对余额', chosen(3, '发薪日前3个工作日')),
  'account.short.red-days': parameter('natural-days', '发薪日前几日余额仍不足升为红', chosen(3, '同类平台通行口径：3日')),
  'account.short.fresh-days': parameter('natural-days', '核对余额时流水最多滞后多少日', chosen(7, '更早的余额不能说明现在')),
  'account.close.notice-days': parameter('natural-days', '撤销专户前公示多少日', since(REGULATION, 30, 'VF', '工资条例第二十七条第二款')),
  'labour-cost.min-share': parameter('basis-points', '人工费用占工程款的最低比例'),
  // 项目
  'project.guarantee-days': parameter('natural-days', '开工后多少日仍无工程款支付担保', chosen(30, '条例未定期限；开工30日')),
  'project.officer-days': parameter('natural-days', '开工后多少日内配备劳资专管员', chosen(7, '开工7日')),
  'project.board-days': parameter('natural-days', '开工后多少日内设立维权信息告示牌', chosen(10, '开工10日')),
  'project.commitment-days': parameter('natural-days', '开工后多少日内签订无欠薪承诺', chosen(15, '开工15日')),
  'project.fields-days': parameter('natural-days', '开工后多少日台账仍缺项', chosen(10, '开工10日')),
  'project.overdue.yellow-days': parameter('natural-days', '项目制度缺项逾期超过多少日升为黄', chosen(30, '逾期30日')),
  'project.idle-days': parameter('natural-days', '在建项目多少日无考勤、无入账、无发放', chosen(30, '30日')),
  // 工资保证金
  'deposit.store-days': parameter('working-days', '取得施工许可证后几个工作日内存储', since(DEPOSIT_PROVISIONS, 20, 'V2', '保证金规定第八条')),
  'deposit.red-days': parameter('natural-days', '保证金逾期未存超过多少日升为红', chosen(15, '逾期15日')),
  'deposit.before-permit': parameter('yes-no', '是否要求核发施工许可证前存储', since(DEPOSIT_PROVISIONS, false, 'V2', '保证金规定第八条：取得许可证之后')),
  'deposit.rate': parameter('basis-points', '工资保证金存储比例'),
  'deposit.floor': parameter('basis-points', '任何下浮后存储比例都不得低于多少', since(DEPOSIT_PROVISIONS, basisPoints(50), 'V2', '保证金规定第十一条')),
  'deposit.small-amount': parameter(
    'fen',
    '低于多少合同额可能免存，由人核定',
    since(DEPOSIT_PROVISIONS, fen(300_000_000), 'V2', '保证金规定第十一条：低于300万元'),
  ),
  'deposit.remind-months': parameter('months', '保函到期前几个月提醒', since(DEPOSIT_PROVISIONS, 1, 'V1', '保证金规定第十七条')),
  // 数据
  'feed.yellow-days': parameter('natural-days', '数据断流再超过多少日升为黄', chosen(15, '再过15日')),
  'feed.roster.days': parameter('natural-days', '开工后多少日内应报花名册', chosen(15, '先登记后进场')),
  'feed.attendance.days': parameter('natural-days', '考勤最多滞后多少日', chosen(45, '按月报送：上月考勤次月15日前报到')),
  'feed.flows.days': parameter('natural-days', '专户流水最多滞后多少日', chosen(45, '按月报送；人工费用每月至少拨付一次，账户不应一个半月没有动静')),
} as const satisfies Readonly<Record<string, Parameter>>;
