import { cite } from '#law/citation.ts';
import type { Consequence } from '#law/consequence.ts';

/** 责令支付的决定不履行的: to the court, never before the decision. */
export const enforcement: Consequence = {
  says: '依法申请人民法院强制执行',
  before: '人力资源社会保障行政部门作出责令支付被拖欠的农民工工资的决定，相关单位不支付',
  basis: [cite('工资条例', 42)],
};

/** 动用工资保证金: the general contractor's deposit, after a decision to clear that has run out. */
export const depositUse: Consequence = {
  says: '出具支付通知书，由银行从工资保证金支付给农民工本人',
  before: '责令限期清偿或者先行清偿的行政处理决定到期拒不履行',
  basis: [cite('保证金规定', 19)],
};
