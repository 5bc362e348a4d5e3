import { cite } from '#law/citation.ts';
import { choice, facts } from '#law/facts.ts';
import { matterRule } from '#law/rule.ts';
import { NAMED_DAY_ROLLS, orderShape, overdueOrder } from '../correction-order.ts';
import { fineFinding } from '../penalty-finding.ts';
import { violationChoices, violationOf } from '../violations.ts';

const form = facts({ violation: choice('违法行为', violationChoices('56-1', '56-2', '56-3', '56-4')), ...orderShape });

/** 第五十六条罚款. 「逾期不改正的，处5万元以上10万元以下的罚款」: the same amounts as 第五十五条 and 第五十七条, but no stop-work and no qualification. */
export const payrollSupervision = matterRule({
  code: 'PEN-56',
  version: 1,
  title: '条例第五十六条罚款',
  basis: [cite('工资条例', 56)],
  evidence: 'VF',
  interpretation: NAMED_DAY_ROLLS,
  consequences: [{ says: '处5万元以上10万元以下罚款', before: '责令限期改正，逾期不改正；处罚前告知并听取陈述、申辩', basis: [cite('工资条例', 56)] }],
  facts: form,
  needs: ['penalty.fine.56'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'violation');
    if (!known.ok) return known.answer;
    const order = overdueOrder(given, setting);
    if ('answer' in order) return order;
    const violation = violationOf(known.facts.violation);
    return fineFinding({
      level: 3,
      violation,
      party: violation.by[0],
      order,
      range: params['penalty.fine.56'],
      on: setting.on,
    });
  },
});
