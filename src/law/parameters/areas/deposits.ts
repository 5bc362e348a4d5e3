import { basisPoints } from '#kernel/basis-points.ts';
import { fen } from '#kernel/fen.ts';
import { DEPOSIT_PROVISIONS } from '../in-force.ts';
import { chosen, since, type Parameter, parameter } from '../parameter.ts';

/** 工资保证金. */
export const depositsParameters = {
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
} as const satisfies Readonly<Record<string, Parameter>>;
