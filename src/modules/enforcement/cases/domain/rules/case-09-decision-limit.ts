import { atMost } from '#kernel/bounds.ts';
import { daysBetween } from '#kernel/civil-date.ts';
import { deadline, workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { event, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { happenedBy } from '../happened.ts';
import { shown } from '../words.ts';

const form = facts({
  investigationEndedOn: event('调查完成之日'),
  decidedOn: event('作出处罚、处理、责令改正或者撤销立案决定之日'),
  extendedTo: event('负责人批准延长到哪一天（没有延长的写 not-yet）'),
});

/**
 * 处理期限. Within fifteen working days after the investigation is complete; 「特殊情况，经负责人批准可以延长」: the rules set no length, so the day
 * the head approved is taken as it stands.
 */
export const decisionLimit = matterRule({
  code: 'CASE-09',
  version: 1,
  title: '案件处理期限',
  basis: [cite('监察若干规定', 37), cite('监察条例', 18)],
  evidence: 'V1',
  facts: form,
  needs: ['case.decide.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'investigationEndedOn', 'decidedOn');
    if (!known.ok) return known.answer;
    const endedOn = happenedBy(known.facts.investigationEndedOn, setting.on);
    if (endedOn === null) return NOTHING;
    const counted = deadline(endedOn, workingDays(params['case.decide.days']), setting.calendar);
    const decidedOn = happenedBy(known.facts.decidedOn, setting.on);
    const seen = decidedOn ?? setting.on;
    if (atMost(seen, counted.due)) return NOTHING;
    const prolonged = form.certain(given, 'extendedTo');
    if (!prolonged.ok) return prolonged.answer;
    const { extendedTo } = prolonged.facts;
    const dueOn = extendedTo !== 'not-yet' && extendedTo > counted.due ? extendedTo : counted.due;
    if (atMost(seen, dueOn)) return NOTHING;
    return finding({
      level: 3,
      says: `案件${shown(endedOn, setting.on)}调查完成，应当在${shown(dueOn, setting.on)}前（含当日）作出处理决定，${decidedOn === null ? '至今未作出' : `${shown(decidedOn, setting.on)}才作出`}`,
      values: [{ label: '处理超期', value: daysBetween(dueOn, seen), unit: 'days', threshold: 0 }],
      dueOn,
      provisional: counted.provisional,
      duty: 'authority-head',
      owedTo: 'party-concerned',
      clears: '作出处罚、处理、责令改正或者撤销立案的决定',
      steps: [{ label: '处理期限', value: counted.due, unit: 'date', reckoned: counted.trace.join('；'), basis: cite('监察若干规定', 37) }],
      rows: [],
    });
  },
});
