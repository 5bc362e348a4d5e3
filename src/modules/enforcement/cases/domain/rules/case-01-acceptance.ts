import { workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, event, facts } from '#law/facts.ts';
import { lateFinding, lateness } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  receivedOn: day('收到投诉之日'),
  completedOn: day('补正材料收齐之日（要求过补正的才填）'),
  decidedOn: event('作出受理或者不予受理决定之日'),
});

/**
 * 投诉受理. 「在接到投诉之日起5个工作日内依法受理」: the decision, either way, within five working days; the fifth is in time. A complaint that
 * had to be supplemented counts from the day it was complete.
 */
export const acceptance = matterRule({
  code: 'CASE-01',
  version: 1,
  title: '投诉受理期限',
  basis: [cite('监察若干规定', 18)],
  evidence: 'V2',
  interpretation: '要求补正的，自补正材料收齐之日起算；规定没有写明补正期间是否计入',
  facts: form,
  needs: ['case.accept.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'receivedOn', 'decidedOn');
    if (!known.ok) return known.answer;
    const late = lateness(
      {
        by: 'authority',
        start: given.completedOn ?? known.facts.receivedOn,
        after: given.completedOn === null ? '收到投诉' : '收齐投诉的补正材料',
        period: workingDays(params['case.accept.days']),
        act: '决定是否受理',
        done: known.facts.decidedOn,
        basis: cite('监察若干规定', 18),
      },
      setting,
    );
    if (late === null) return NOTHING;
    return lateFinding([late], { level: 3, owedTo: 'worker', clears: '作出受理或者不予受理的决定并告知投诉人' });
  },
});
