import { cite } from '#law/citation.ts';
import { choice, facts, yesNo } from '#law/facts.ts';
import { matterRule } from '#law/rule.ts';
import { NAMED_DAY_ROLLS, orderShape, overdueOrder } from '../correction-order.ts';
import { fineFinding } from '../penalty-finding.ts';
import { violationChoices, violationOf } from '../violations.ts';

const form = facts({
  violation: choice('违法行为', violationChoices('55-1', '55-2', '55-3')),
  party: choice('违法的是（未实行实名制的才填）', { 'general-contractor': '施工总承包单位', subcontractor: '分包单位' }),
  ...orderShape,
  serious: yesNo('负责人是否认定情节严重'),
});

/**
 * 第五十五条罚款. 「逾期不改正的，责令项目停工，并处5万元以上10万元以下的罚款；情节严重的」 also the qualification. Whether it is serious the head says;
 * until then it stands as a question beside the range, not in it. Persons are not fined here.
 */
export const accountDepositRoster = matterRule({
  code: 'PEN-55',
  version: 1,
  title: '条例第五十五条罚款停工',
  basis: [cite('工资条例', 55)],
  evidence: 'VF',
  interpretation: NAMED_DAY_ROLLS,
  consequences: [
    { says: '责令项目停工，并处5万元以上10万元以下罚款', before: '责令限期改正，逾期不改正；告知听证权利', basis: [cite('工资条例', 55)] },
    { says: '限制承接新工程、降低资质等级、吊销资质证书', before: '责令限期改正，逾期不改正，并且情节严重；告知听证权利', basis: [cite('工资条例', 55)] },
  ],
  facts: form,
  needs: ['penalty.fine.55'],
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
    const qualification = '给予限制承接新工程、降低资质等级、吊销资质证书等处罚';
    return fineFinding({
      level: 4,
      violation,
      party: violation.by.length > 1 ? (given.party ?? violation.by[0]) : violation.by[0],
      order,
      range: params['penalty.fine.55'],
      ...(given.serious === false ? {} : { also: given.serious === true ? `；情节严重，${qualification}` : '；是否情节严重由负责人认定' }),
      on: setting.on,
    });
  },
});
