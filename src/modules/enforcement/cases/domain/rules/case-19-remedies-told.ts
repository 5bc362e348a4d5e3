import { cite } from '#law/citation.ts';
import { event, facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { happenedBy } from '../happened.ts';
import { shown } from '../words.ts';

const form = facts({
  decidedOn: event('作出决定之日'),
  tellsReconsideration: yesNo('决定书是否写明申请行政复议的途径和期限'),
  tellsLawsuit: yesNo('决定书是否写明提起行政诉讼的途径和期限'),
});

/** 救济告知. A decision states 「申请行政复议、提起行政诉讼的途径和期限」: sixty days and six months. Either one missing is a fault; 行政复议法第二十条 then lets the time run longer. */
export const remediesTold = matterRule({
  code: 'CASE-19',
  version: 1,
  title: '决定书写明救济途径',
  basis: [cite('监察条例', 19), cite('行政处罚法', 59, '(五)'), cite('行政复议法', 20, 3)],
  evidence: 'VF',
  consequences: [{ says: '复议申请期限自当事人知道之日起算，最长一年', before: '没有告知复议权利、机关和期限', basis: [cite('行政复议法', 20, 3)] }],
  facts: form,
  needs: ['remedy.reconsider.days', 'remedy.sue.months'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'decidedOn');
    if (!known.ok) return known.answer;
    const decidedOn = happenedBy(known.facts.decidedOn, setting.on);
    if (decidedOn === null) return NOTHING;
    const asked = form.certain(given, 'tellsReconsideration', 'tellsLawsuit');
    if (!asked.ok) return asked.answer;
    const missing = [
      ...(asked.facts.tellsReconsideration ? [] : [`${params['remedy.reconsider.days']} 日内申请行政复议`]),
      ...(asked.facts.tellsLawsuit ? [] : [`${params['remedy.sue.months']} 个月内提起行政诉讼`]),
    ];
    if (missing.length === 0) return NOTHING;
    return finding({
      level: 2,
      says: `主管部门${shown(decidedOn, setting.on)}作出的决定没有写明可以在 ${missing.join('、')}的途径和期限`,
      values: [{ label: '没有写明', value: missing.join('、'), unit: 'text' }],
      dueOn: decidedOn,
      duty: 'authority',
      owedTo: 'party-concerned',
      clears: '补充告知救济途径和期限并送达',
      rows: [],
    });
  },
});
