import { basisPoints } from '#kernel/basis-points.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import { fenRange } from '../fen-range.ts';
import { REGULATION } from '../in-force.ts';
import { chosen, since, type Parameter, parameter } from '../parameter.ts';

const INSPECTION = civilDate('2004-12-01');
const INSPECTION_RULES = civilDate('2005-02-01');
const PENALTY_LAW = civilDate('2021-07-15');
const COMPULSION_LAW = civilDate('2012-01-01');
const RECONSIDERATION_LAW = civilDate('2024-01-01');
/** 行政诉讼法 as amended: three months became six. */
const LITIGATION_LAW = civilDate('2015-05-01');

const yuan = (amount: number) => fen(amount * 100);

/** 监察办案、处罚与强制执行. */
export const casesParameters = {
  // 投诉、立案与调查
  'case.accept.days': parameter('working-days', '接到投诉后几个工作日内决定是否受理', since(INSPECTION_RULES, 5, 'V2', '监察若干规定第十八条')),
  'case.file.days': parameter('natural-days', '受理后几日内立案，0 为受理当日', since(INSPECTION_RULES, 0, 'V2', '监察若干规定第十八条：受理之日立案')),
  'case.bar.months': parameter('months', '违法行为多久未被发现、举报、投诉即不再查处', since(INSPECTION, 24, 'VF', '监察条例第二十条：2年')),
  'case.officers': parameter('people', '调查、检查至少几名执法人员', since(INSPECTION, 2, 'VF', '监察条例第十六条、行政处罚法第四十二条')),
  'case.investigate.days': parameter('working-days', '立案后几个工作日内完成调查', since(INSPECTION, 60, 'VF', '监察条例第十七条')),
  'case.investigate.extra-days': parameter('working-days', '情况复杂的调查可以延长几个工作日', since(INSPECTION, 30, 'VF', '监察条例第十七条')),
  'case.decide.days': parameter('working-days', '调查完成后几个工作日内作出决定', since(INSPECTION_RULES, 15, 'V1', '监察若干规定第三十七条')),
  'case.decide.extra-days': parameter(
    'working-days',
    '特殊情况经批准作出决定可以延长几个工作日',
    chosen(15, '监察若干规定第三十七条未定延长多久；不超过原期限'),
  ),
  'case.preserve.days': parameter('working-days', '先行登记保存后几个工作日内作出处理决定', since(PENALTY_LAW, 7, 'VF', '行政处罚法第五十六条、第八十五条')),
  'case.close.days': parameter('working-days', '办理完毕后几个工作日内结案归档', chosen(10, '法律未定期限；10个工作日')),
  'case.transfer.days': parameter('working-days', '不属于本部门的投诉几个工作日内转送', chosen(2, '条例只说及时；2个工作日')),
  'case.event.respond-hours': parameter('hours', '群体性事件发生后几小时内启动应急预案', chosen(1, '条例只说迅速；1小时')),
  'case.event.report-hours': parameter('hours', '群体性事件发生后几小时内会同有关部门处理并报告', chosen(24, '条例只说迅速；24小时')),
  // 行政处罚
  'penalty.decide.days': parameter('natural-days', '立案后几日内作出处罚决定（没有另外规定时）', since(PENALTY_LAW, 90, 'VF', '行政处罚法第六十条')),
  'penalty.serve.days': parameter('working-days', '处罚决定作出后几个工作日内送达', since(PENALTY_LAW, 7, 'VF', '行政处罚法第六十一条、第八十五条')),
  'penalty.hearing.request-days': parameter(
    'working-days',
    '告知后几个工作日内可以要求听证',
    since(PENALTY_LAW, 5, 'VF', '行政处罚法第六十四条第(一)项、第八十五条'),
  ),
  'penalty.hearing.notice-days': parameter(
    'working-days',
    '举行听证的几个工作日前通知',
    since(PENALTY_LAW, 7, 'VF', '行政处罚法第六十四条第(二)项、第八十五条'),
  ),
  'penalty.hearing.large-fine.unit': parameter('fen', '当地对单位罚款多少以上应当告知听证'),
  'penalty.hearing.large-fine.person': parameter('fen', '当地对个人罚款多少以上应当告知听证'),
  'penalty.pay.days': parameter('natural-days', '收到处罚决定书后几日内缴纳罚款', since(PENALTY_LAW, 15, 'VF', '行政处罚法第六十七条第三款')),
  'penalty.surcharge.daily': parameter('basis-points', '逾期每日按罚款的多少加处', since(PENALTY_LAW, basisPoints(300), 'VF', '行政处罚法第七十二条第(一)项')),
  'penalty.surcharge.cap': parameter('basis-points', '加处罚款最多为罚款的多少', since(PENALTY_LAW, basisPoints(10_000), 'VF', '行政处罚法第七十二条第(一)项')),
  'penalty.simple.person': parameter('fen', '可以当场处罚公民的罚款上限', since(PENALTY_LAW, yuan(200), 'VF', '行政处罚法第五十一条')),
  'penalty.simple.unit': parameter('fen', '可以当场处罚单位的罚款上限', since(PENALTY_LAW, yuan(3000), 'VF', '行政处罚法第五十一条')),
  'penalty.retract.days': parameter(
    'working-days',
    '决定变更、撤销后几个工作日内撤回公开信息',
    since(PENALTY_LAW, 3, 'VF', '行政处罚法第四十八条、第八十五条'),
  ),
  'penalty.leniency.local': parameter('leniency-list', '当地的不予处罚、减轻、从轻清单', chosen([], '国家没有统一清单；地方清单由地区设定')),
  // 罚款幅度
  'penalty.fine.54.unit': parameter(
    'fen-range',
    '条例第五十四条对单位的罚款',
    since(REGULATION, fenRange(yuan(20_000), yuan(50_000)), 'VF', '工资条例第五十四条'),
  ),
  'penalty.fine.54.person': parameter(
    'fen-range',
    '条例第五十四条对每名责任人员的罚款',
    since(REGULATION, fenRange(yuan(10_000), yuan(30_000)), 'VF', '工资条例第五十四条'),
  ),
  'penalty.fine.55': parameter('fen-range', '条例第五十五条的罚款', since(REGULATION, fenRange(yuan(50_000), yuan(100_000)), 'VF', '工资条例第五十五条')),
  'penalty.fine.56': parameter('fen-range', '条例第五十六条的罚款', since(REGULATION, fenRange(yuan(50_000), yuan(100_000)), 'VF', '工资条例第五十六条')),
  'penalty.fine.57': parameter('fen-range', '条例第五十七条的罚款', since(REGULATION, fenRange(yuan(50_000), yuan(100_000)), 'VF', '工资条例第五十七条')),
  'penalty.fine.58': parameter('fen-range', '条例第五十八条的罚款', since(REGULATION, fenRange(yuan(20_000), yuan(50_000)), 'VF', '工资条例第五十八条')),
  'penalty.fine.30': parameter('fen-range', '监察条例第三十条的罚款', since(INSPECTION, fenRange(yuan(2000), yuan(20_000)), 'VF', '监察条例第三十条')),
  // 救济与强制执行
  'remedy.reconsider.days': parameter('natural-days', '知道决定后几日内可以申请行政复议', since(RECONSIDERATION_LAW, 60, 'VF', '行政复议法第二十条')),
  'remedy.sue.months': parameter('months', '知道决定后几个月内可以直接提起行政诉讼', since(LITIGATION_LAW, 6, 'VF', '行政诉讼法第四十六条')),
  'enforce.demand.days': parameter(
    'working-days',
    '催告书送达几个工作日后才可以申请强制执行',
    since(COMPULSION_LAW, 10, 'VF', '行政强制法第五十四条、第六十九条'),
  ),
  'enforce.apply.months': parameter('months', '救济期限届满后几个月内申请强制执行', since(COMPULSION_LAW, 3, 'VF', '行政强制法第五十三条')),
  'enforce.alert-days': parameter('steps', '救济期限届满多少日仍未申请强制执行时提醒（橙、红）', chosen([60, 80], '三个月期满即丧失；第60日、第80日提醒')),
  'enforce.accept.days': parameter(
    'working-days',
    '人民法院接到强制执行申请后几个工作日内受理',
    since(COMPULSION_LAW, 5, 'VF', '行政强制法第五十六条、第六十九条'),
  ),
  'enforce.object.days': parameter(
    'natural-days',
    '不予受理、不予执行裁定后几日内可以申请复议',
    since(COMPULSION_LAW, 15, 'VF', '行政强制法第五十六条、第五十八条'),
  ),
  'enforce.review-acceptance.days': parameter(
    'natural-days',
    '上一级人民法院收到复议申请后几日内作出是否受理的裁定',
    since(COMPULSION_LAW, 15, 'VF', '行政强制法第五十六条第二款'),
  ),
  'enforce.review-denial.days': parameter(
    'natural-days',
    '上一级人民法院收到复议申请后几日内作出是否执行的裁定',
    since(COMPULSION_LAW, 30, 'VF', '行政强制法第五十八条第三款'),
  ),
  'enforce.rule.days': parameter('working-days', '人民法院受理后几个工作日内作出执行裁定', since(COMPULSION_LAW, 7, 'VF', '行政强制法第五十七条、第六十九条')),
  'enforce.examine.days': parameter('natural-days', '听取意见的案件受理后几日内作出是否执行的裁定', since(COMPULSION_LAW, 30, 'VF', '行政强制法第五十八条')),
} as const satisfies Readonly<Record<string, Parameter>>;
