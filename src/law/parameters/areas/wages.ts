import { civilDate } from '#kernel/civil-date.ts';
import { basisPoints } from '#kernel/basis-points.ts';
import { fen } from '#kernel/fen.ts';
import { LABOUR_LAW, REGULATION } from '../in-force.ts';
import { chosen, type Parameter, parameter, since } from '../parameter.ts';

/** 工资支付与工资表. */
export const wagesParameters = {
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
  'wage.cycle.months': parameter('months', '工资至少每几个月支付一次', since(LABOUR_LAW, 1, 'VF', '工资支付暂行规定第七条')),
  'wage.resume.days': parameter('working-days', '不可抗力消除后几个工作日内应当支付', chosen(5, '条例只说“及时”；给银行处理留5个工作日')),
  'wage.task.settle-days': parameter('working-days', '临时劳动完成后几个工作日内应当支付', chosen(3, '规定只说“即支付”；给银行处理留3个工作日')),
  'wage.ledger.days': parameter('working-days', '支付周期结束后几个工作日内应有工资支付台账', chosen(5, '条例未定编制期限；留5个工作日')),
  'wage.ledger.keep-months': parameter('months', '工资支付台账至少保存多久', since(REGULATION, 36, 'VF', '条例第十五条第一款')),
  // 工资计算
  'wage.divisor': parameter(
    'hundredths-of-day',
    '月计薪天数',
    since(civilDate('2008-01-03'), 2175, 'VF', '劳社部发〔2008〕3号'),
    since(civilDate('2025-01-01'), 2175, 'V1', '人社部发〔2025〕2号'),
  ),
  'wage.divisor.tolerance': parameter('fen', '日工资折算允许的舍入差', chosen(fen(1), '四舍五入到分，差一分不算')),
  'wage.day-hours': parameter('hours', '每日标准工作时间', since(LABOUR_LAW, 8, 'VF', '劳动法第三十六条')),
  'wage.overtime.weekday': parameter(
    'basis-points',
    '延长工作时间的工资不低于正常工资的多少',
    since(LABOUR_LAW, basisPoints(15_000), 'VF', '劳动法第四十四条第(一)项'),
  ),
  'wage.overtime.rest-day': parameter(
    'basis-points',
    '休息日工作又不能补休的工资不低于正常工资的多少',
    since(LABOUR_LAW, basisPoints(20_000), 'VF', '劳动法第四十四条第(二)项'),
  ),
  'wage.overtime.holiday': parameter(
    'basis-points',
    '法定节假日工作的工资不低于正常工资的多少',
    since(LABOUR_LAW, basisPoints(30_000), 'VF', '劳动法第四十四条第(三)项'),
  ),
  'wage.overtime.day-hours': parameter('hours', '因特殊原因每日延长工作时间最多多少', since(LABOUR_LAW, 3, 'VF', '劳动法第四十一条')),
  'wage.overtime.month-hours': parameter('hours', '每月延长工作时间最多多少', since(LABOUR_LAW, 36, 'VF', '劳动法第四十一条')),
  'wage.overtime.fine-least': parameter('fen', '违法延长工作时间每名劳动者罚款下限', since(civilDate('2004-12-01'), fen(10_000), 'VF', '监察条例第二十五条')),
  'wage.overtime.fine-most': parameter('fen', '违法延长工作时间每名劳动者罚款上限', since(civilDate('2004-12-01'), fen(50_000), 'VF', '监察条例第二十五条')),
  'wage.deduction.share': parameter(
    'basis-points',
    '赔偿损失每月扣款不超过当月工资的多少',
    since(LABOUR_LAW, basisPoints(2000), 'VF', '工资支付暂行规定第十六条'),
  ),
  'wage.additional.from': parameter(
    'basis-points',
    '加付赔偿金不低于应付金额的多少',
    since(civilDate('2004-12-01'), basisPoints(5000), 'VF', '监察条例第二十六条'),
  ),
  'wage.additional.to': parameter(
    'basis-points',
    '加付赔偿金不超过应付金额的多少',
    since(civilDate('2004-12-01'), basisPoints(10_000), 'VF', '监察条例第二十六条'),
  ),
  // 工资表
  'payroll.ready-day': parameter('day-of-month', '工资支付表应在次月第几日前编制', chosen(10, '同类平台通行口径：次月1日至10日')),
  'payroll.refund.blue-days': parameter('working-days', '退票超过几个工作日未补发列为蓝', chosen(3, '同类平台通行口径：3个工作日')),
  'payroll.refund.orange-days': parameter('working-days', '退票超过几个工作日未补发升为橙', chosen(10, '10个工作日')),
} as const satisfies Readonly<Record<string, Parameter>>;
