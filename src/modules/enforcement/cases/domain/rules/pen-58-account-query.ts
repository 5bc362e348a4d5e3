import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { matterRule } from '#law/rule.ts';
import { NAMED_DAY_ROLLS, orderShape, overdueOrder } from '../correction-order.ts';
import { fineFinding } from '../penalty-finding.ts';
import { violationOf } from '../violations.ts';

const form = facts(orderShape);

/** 第五十八条罚款. 「由金融监管部门责令改正；拒不改正的，处2万元以上5万元以下的罚款」: the financial regulator orders and fines, not the labour authority. */
export const accountQuery = matterRule({
  code: 'PEN-58',
  version: 1,
  title: '条例第五十八条罚款',
  basis: [cite('工资条例', 58)],
  evidence: 'VF',
  interpretation: `责令改正的期限届满仍不配合的，视为拒不改正；${NAMED_DAY_ROLLS}`,
  consequences: [{ says: '处2万元以上5万元以下罚款', before: '金融监管部门责令改正，拒不改正', basis: [cite('工资条例', 58)] }],
  facts: form,
  needs: ['penalty.fine.58'],
  prepare: (setting, params) => (given) => {
    const order = overdueOrder(given, setting);
    if ('answer' in order) return order;
    const violation = violationOf('58');
    return fineFinding({
      level: 3,
      violation,
      party: 'bank',
      order,
      range: params['penalty.fine.58'],
      also: '，由金融监管部门决定',
      on: setting.on,
    });
  },
});
