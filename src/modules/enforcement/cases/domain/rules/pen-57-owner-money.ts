import { cite } from '#law/citation.ts';
import type { Consequence } from '#law/consequence.ts';
import { choice, facts } from '#law/facts.ts';
import { matterRule } from '#law/rule.ts';
import { NAMED_DAY_ROLLS, orderShape, overdueOrder } from '../correction-order.ts';
import { fineFinding } from '../penalty-finding.ts';
import { violationChoices, violationOf } from '../violations.ts';

const form = facts({
  violation: choice('违法行为', violationChoices('57-1', '57-2', '57-3')),
  party: choice('违法的是（拒不提供资料的才填）', { 'project-owner': '建设单位', 'general-contractor': '施工总承包单位' }),
  ...orderShape,
});

/** What else may follow for an owner; a general contractor that keeps papers back is not meant. */
const OF_THE_OWNER: readonly Consequence[] = [
  {
    says: '县级以上地方人民政府限制其新建项目，记入信用记录并公示',
    before: '未依法提供工程款支付担保或者政府投资项目拖欠工程款，导致拖欠农民工工资',
    basis: [cite('工资条例', 49)],
  },
  { says: '约谈建设单位负责人，作为业绩考核等的依据', before: '属于政府投资项目，未及时拨付工程款等导致拖欠农民工工资', basis: [cite('工资条例', 60)] },
];

/**
 * 第五十七条罚款. 「逾期不改正的，责令项目停工，并处5万元以上10万元以下的罚款」. For a government project the interviews of 第五十九条 and 第六十条 come in
 * addition, not instead.
 */
export const ownerMoney = matterRule({
  code: 'PEN-57',
  version: 1,
  title: '条例第五十七条罚款停工',
  basis: [cite('工资条例', 57)],
  evidence: 'VF',
  interpretation: NAMED_DAY_ROLLS,
  consequences: [
    { says: '责令项目停工，并处5万元以上10万元以下罚款', before: '责令限期改正，逾期不改正；告知听证权利', basis: [cite('工资条例', 57)] },
    ...OF_THE_OWNER,
  ],
  facts: form,
  needs: ['penalty.fine.57'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'violation');
    if (!known.ok) return known.answer;
    const violation = violationOf(known.facts.violation);
    if (violation.by.length > 1) {
      const named = form.certain(given, 'party');
      if (!named.ok) return named.answer;
    }
    const order = overdueOrder(given, setting);
    if ('answer' in order) return order;
    const party = violation.by.length > 1 ? (given.party ?? violation.by[0]) : violation.by[0];
    return fineFinding({
      level: 4,
      violation,
      party,
      order,
      range: params['penalty.fine.57'],
      furtherConsequences: party === 'project-owner' ? OF_THE_OWNER : [],
      on: setting.on,
    });
  },
});
