import { cite } from '#law/citation.ts';
import { choice, count, facts } from '#law/facts.ts';
import { matterRule } from '#law/rule.ts';
import { NAMED_DAY_ROLLS, orderShape, overdueOrder } from '../correction-order.ts';
import { fineFinding } from '../penalty-finding.ts';
import { violationChoices, violationOf } from '../violations.ts';

const form = facts({
  violation: choice('违法行为', violationChoices('54-1', '54-2', '54-3')),
  ...orderShape,
  persons: count('拟处罚的法定代表人、主要负责人和直接责任人员人数（未定的不填）', '人'),
});

/**
 * 第五十四条罚款. The unit and each responsible person are fined, and only after 「责令限期改正；逾期不改正的」; there is no stop-work in this article. A
 * violation corrected in time is not fined at all.
 */
export const wagesInKind = matterRule({
  code: 'PEN-54',
  version: 1,
  title: '条例第五十四条罚款',
  basis: [cite('工资条例', 54)],
  evidence: 'VF',
  interpretation: NAMED_DAY_ROLLS,
  consequences: [
    {
      says: '对单位处2万元以上5万元以下罚款，对每名责任人员处1万元以上3万元以下罚款',
      before: '责令限期改正，逾期不改正；处罚前告知并听取陈述、申辩',
      basis: [cite('工资条例', 54)],
    },
  ],
  facts: form,
  needs: ['penalty.fine.54.unit', 'penalty.fine.54.person'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'violation');
    if (!known.ok) return known.answer;
    const order = overdueOrder(given, setting);
    if ('answer' in order) return order;
    const violation = violationOf(known.facts.violation);
    return fineFinding({
      level: 3,
      violation,
      party: 'employer',
      order,
      range: params['penalty.fine.54.unit'],
      persons: { range: params['penalty.fine.54.person'], count: given.persons },
      on: setting.on,
    });
  },
});
