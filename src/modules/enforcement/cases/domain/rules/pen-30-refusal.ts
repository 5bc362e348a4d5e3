import { cite } from '#law/citation.ts';
import type { Consequence } from '#law/consequence.ts';
import { choice, event, facts } from '#law/facts.ts';
import { rangeInWords } from '#law/parameters/fen-range.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { NAMED_DAY_ROLLS, orderShape, overdueOrder } from '../correction-order.ts';
import { happenedBy } from '../happened.ts';
import { fineFinding, rangeValues } from '../penalty-finding.ts';
import { violationChoices, violationOf } from '../violations.ts';
import { shown } from '../words.ts';

const form = facts({
  violation: choice('违法行为', violationChoices('30-1', '30-2', '30-3', '30-4')),
  actedOn: event('抗拒、隐瞒、伪证或者打击报复发生之日'),
  ...orderShape,
});

const POLICE: Consequence = {
  says: '治安管理处罚，构成犯罪的追究刑事责任',
  before: '构成违反治安管理行为或者犯罪，移送公安机关',
  basis: [cite('监察条例', 30, 2)],
};

/**
 * 监察条例第三十条罚款. Obstruction and false or withheld evidence are fined and corrected at once; refusing an order or a handling decision only when its
 * time has passed; retaliation is ordered to stop and knows no fine in this article.
 */
export const refusal = matterRule({
  code: 'PEN-30',
  version: 1,
  title: '监察条例第三十条罚款',
  basis: [cite('监察条例', 30), cite('劳动法', 101)],
  evidence: 'VF',
  interpretation: `责令改正、行政处理决定的期限届满仍不改正、不履行的，视为拒不改正、拒不履行；同一次责令逾期已依条例第五十四条至第五十八条罚款的，不再依本条罚款；${NAMED_DAY_ROLLS}`,
  consequences: [
    { says: '处2000元以上2万元以下罚款', before: '责令改正；属于第（三）项的，责令改正或者行政处理决定的期限已过', basis: [cite('监察条例', 30)] },
    POLICE,
  ],
  facts: form,
  needs: ['penalty.fine.30'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'violation');
    if (!known.ok) return known.answer;
    const violation = violationOf(known.facts.violation);
    const range = params['penalty.fine.30'];
    if (violation.after === 'decision') {
      const order = overdueOrder(given, setting);
      if ('answer' in order) return order;
      return fineFinding({ level: 2, violation, party: 'employer', order, range, furtherConsequences: [POLICE], on: setting.on });
    }
    const dated = form.certain(given, 'actedOn');
    if (!dated.ok) return dated.answer;
    const actedOn = happenedBy(dated.facts.actedOn, setting.on);
    if (actedOn === null) return NOTHING;
    const isFined = violation.fine !== null;
    return finding({
      level: 2,
      says: `用人单位${shown(actedOn, setting.on)}${violation.says}，责令改正${isFined ? `，可以处 ${rangeInWords(range)}罚款` : '；本项没有罚款'}`,
      values: isFined ? rangeValues('罚款', range) : [],
      dueOn: actedOn,
      duty: 'employer',
      owedTo: 'authority',
      consequences: [...violation.consequences, POLICE],
      clears: '改正违法行为',
      rows: [],
    });
  },
});
