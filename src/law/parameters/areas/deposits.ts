import { basisPoints } from '#kernel/basis-points.ts';
import { fen } from '#kernel/fen.ts';
import type { Lowering } from '../deposit-scale.ts';
import { DEPOSIT_PROVISIONS } from '../in-force.ts';
import { chosen, since, type Parameter, parameter } from '../parameter.ts';

/** The least the provisions ask for: a place may lower by more. */
const HALF: Lowering = { kind: 'share', share: basisPoints(5000) };

/** 工资保证金. */
export const depositsParameters = {
  // 存储
  'deposit.store-days': parameter('working-days', '取得施工许可证后几个工作日内存储', since(DEPOSIT_PROVISIONS, 20, 'V2', '保证金规定第八条')),
  'deposit.red-days': parameter('natural-days', '保证金逾期未存超过多少日升为红', chosen(15, '逾期15日')),
  'deposit.before-permit': parameter('yes-no', '是否要求核发施工许可证前存储', since(DEPOSIT_PROVISIONS, false, 'V2', '保证金规定第八条：取得许可证之后')),
  'deposit.from-contract': parameter(
    'yes-no',
    '是否一律自签订施工合同之日起计算存储期限',
    since(DEPOSIT_PROVISIONS, false, 'V2', '保证金规定第八条：自取得许可证之日起'),
  ),
  'deposit.determine-days': parameter('working-days', '几个工作日内核定应存数额', chosen(5, '规定没有期限；各地多为5个工作日')),
  'deposit.agreement-days': parameter('working-days', '存款协议书签订后几个工作日内备案', chosen(5, '规定没有期限')),

  // 数额：存储比例、下浮、免存、上浮
  'deposit.rate': parameter<'deposit-scale'>('deposit-scale', '工资保证金存储比例'),
  'deposit.rate.least': parameter(
    'basis-points',
    '存储比例原则上不低于多少',
    since(DEPOSIT_PROVISIONS, basisPoints(100), 'V2', '保证金规定第十一条：不低于1%'),
  ),
  'deposit.rate.most': parameter('basis-points', '存储比例原则上不超过多少', since(DEPOSIT_PROVISIONS, basisPoints(300), 'V2', '保证金规定第十一条：不超过3%')),
  'deposit.floor': parameter('basis-points', '任何下浮后存储比例都不得低于多少', since(DEPOSIT_PROVISIONS, basisPoints(50), 'V2', '保证金规定第十一条')),
  'deposit.multi': parameter<'lowering'>('lowering', '同一地区有多个在建工程的怎样下浮'),
  'deposit.small-amount': parameter(
    'fen',
    '低于多少合同额可能免存，由人核定',
    since(DEPOSIT_PROVISIONS, fen(300_000_000), 'V2', '保证金规定第十一条：低于300万元'),
  ),
  'deposit.small-exempt': parameter<'yes-no'>('yes-no', '合同额低于可免存数额的是否免存'),
  'deposit.short-months': parameter(
    'months',
    '工期短于几个月的与小额合同一样免存（0 为不按工期免存）',
    since(DEPOSIT_PROVISIONS, 0, 'V2', '保证金规定第十一条只按合同额'),
  ),
  'deposit.small-clean-months': parameter(
    'months',
    '小额免存要求签订合同前多少个月内没有拖欠',
    since(DEPOSIT_PROVISIONS, 12, 'V2', '保证金规定第十一条：前一年内'),
  ),
  'deposit.clean-months': parameter('months', '存储后连续多少个月没有拖欠的，新增工程下浮', since(DEPOSIT_PROVISIONS, 24, 'V2', '保证金规定第十二条：连续2年')),
  'deposit.clean-lowering': parameter('lowering', '连续2年没有拖欠的怎样下浮', since(DEPOSIT_PROVISIONS, HALF, 'V2', '保证金规定第十二条：降幅不低于50%')),
  'deposit.exempt-months': parameter(
    'months',
    '存储后连续多少个月没有拖欠的，新增工程可以免存',
    since(DEPOSIT_PROVISIONS, 36, 'V2', '保证金规定第十二条：连续3年'),
  ),
  'deposit.exempt-clean': parameter<'yes-no'>('yes-no', '连续3年没有拖欠并落实实名制和专用账户的是否免存'),
  'deposit.arrears-months': parameter('months', '存储前多少个月内发生拖欠的，提高比例', since(DEPOSIT_PROVISIONS, 24, 'V2', '保证金规定第十二条：前2年内')),
  'deposit.arrears-corrected': parameter(
    'yes-no',
    '在责令期限内清偿的拖欠是否仍算发生拖欠',
    chosen(true, '规定只说“发生工资拖欠”，没有把限期内清偿的除外；其他违法行为不算'),
  ),
  'deposit.raise.arrears': parameter(
    'basis-points',
    '发生拖欠的提高多少',
    since(DEPOSIT_PROVISIONS, basisPoints(5000), 'V2', '保证金规定第十二条：增幅不低于50%'),
  ),
  'deposit.raise.arrears.lifts-cap': parameter<'yes-no'>('yes-no', '因发生拖欠提高比例的是否取消存储上限'),
  'deposit.raise.listed': parameter(
    'basis-points',
    '列入严重失信主体名单的提高多少',
    since(DEPOSIT_PROVISIONS, basisPoints(10_000), 'V2', '保证金规定第十二条：增幅不低于100%'),
  ),
  'deposit.raise.listed.lifts-cap': parameter<'yes-no'>('yes-no', '因列入名单提高比例的是否取消存储上限'),

  // 保函
  'deposit.guarantee.months': parameter('months', '保函有效期至少几个月', since(DEPOSIT_PROVISIONS, 12, 'V1', '保证金规定第十七条：至少1年')),
  'deposit.remind-months': parameter('months', '保函到期前几个月提醒', since(DEPOSIT_PROVISIONS, 1, 'V1', '保证金规定第十七条')),

  // 使用、对账、返还、公布
  'deposit.payout-days': parameter('working-days', '银行收到支付通知书后几个工作日内支付', since(DEPOSIT_PROVISIONS, 5, 'V1', '保证金规定第十九条')),
  'deposit.replenish-days': parameter('working-days', '使用后几个工作日内补足或者提供新保函', since(DEPOSIT_PROVISIONS, 10, 'M', '保证金规定第二十条')),
  'deposit.statement-days': parameter('working-days', '季度结束后几个工作日内提供对账单', chosen(10, '规定只说每季度')),
  'deposit.publicity-days': parameter('natural-days', '返还前公示多少日', since(DEPOSIT_PROVISIONS, 30, 'V1', '保证金规定第二十二条')),
  'deposit.return.review-days': parameter('working-days', '返还申请几个工作日内审核', since(DEPOSIT_PROVISIONS, 5, 'V1', '保证金规定第二十二条')),
  'deposit.return.issue-days': parameter(
    'working-days',
    '审核后几个工作日内出具返还确认书、退还保函或者书面告知',
    since(DEPOSIT_PROVISIONS, 3, 'V1', '保证金规定第二十二条'),
  ),
  'deposit.sweep-months': parameter('months', '至少每几个月清查一次应返还的保证金', since(DEPOSIT_PROVISIONS, 6, 'M', '保证金规定第二十二条：每半年')),
  'deposit.list-months': parameter('months', '存储后几个月内列入公布名单', chosen(1, '规定没有期限；按月更新')),
} as const satisfies Readonly<Record<string, Parameter>>;
