import { type CivilDate, daysBetween } from '#kernel/civil-date.ts';
import { atMost } from '#kernel/bounds.ts';
import { deadline, workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { count, day, event, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { happenedBy } from '../happened.ts';
import { shown } from '../words.ts';

const form = facts({
  filedOn: day('立案之日'),
  endedOn: event('调查完成之日'),
  extensionApprovedOn: event('负责人批准延长调查期限之日（没有延长的写 not-yet）'),
  suspendedDays: count('经批准中止调查的工作日数（没有中止的不填）', '个工作日'),
});

/**
 * 调查期限. 「应当自立案之日起60个工作日内完成；对情况复杂的，经劳动保障行政部门负责人批准，可以延长30个工作日」. The last working day is in time. An
 * extension counts only when it was approved before the first limit ran out: what has run out cannot be prolonged.
 */
export const investigationLimit = matterRule({
  code: 'CASE-08',
  version: 1,
  title: '案件调查期限',
  basis: [cite('监察条例', 17)],
  evidence: 'VF',
  interpretation: '延长须在原期限届满前批准；条例没有规定中止，经批准中止的工作日不计入，地方规定不认中止的填 0',
  facts: form,
  needs: ['case.investigate.days', 'case.investigate.extra-days'],
  prepare: (setting, params) => {
    const add = (from: CivilDate, n: number) => deadline(from, workingDays(n), setting.calendar);
    return (given) => {
      const known = form.certain(given, 'filedOn', 'endedOn');
      if (!known.ok) return known.answer;
      const { filedOn } = known.facts;
      const ordinary = add(filedOn, params['case.investigate.days'] + (given.suspendedDays ?? 0));
      const prolonged = add(ordinary.due, params['case.investigate.extra-days']);
      const endedOn = happenedBy(known.facts.endedOn, setting.on);
      const seen = endedOn ?? setting.on;
      if (atMost(seen, ordinary.due)) return NOTHING;
      if (given.extensionApprovedOn === null && atMost(seen, prolonged.due)) {
        const asked = form.certain(given, 'extensionApprovedOn');
        if (!asked.ok) return asked.answer;
      }
      const approvedOn = given.extensionApprovedOn === null ? null : happenedBy(given.extensionApprovedOn, setting.on);
      const isProlonged = approvedOn !== null && atMost(approvedOn, ordinary.due);
      const counted = isProlonged || given.extensionApprovedOn === null ? prolonged : ordinary;
      if (atMost(seen, counted.due)) return NOTHING;
      const late = approvedOn !== null && !isProlonged ? `；${shown(approvedOn, setting.on)}批准延长时原期限已过，延长不算` : '';
      const what = endedOn === null ? '至今未完成' : `${shown(endedOn, setting.on)}才完成`;
      return finding({
        level: 3,
        says: `案件${shown(filedOn, setting.on)}立案，应当在${shown(counted.due, setting.on)}前（含当日）完成调查，${what}${late}`,
        values: [{ label: '调查超期', value: daysBetween(counted.due, seen), unit: 'days', threshold: 0 }],
        dueOn: counted.due,
        provisional: counted.provisional,
        duty: 'authority',
        owedTo: 'party-concerned',
        clears: '完成调查并作出处理',
        steps: [
          { label: '调查期限', value: ordinary.due, unit: 'date', reckoned: ordinary.trace.join('；'), basis: cite('监察条例', 17) },
          ...(counted === prolonged
            ? [{ label: '延长后的期限', value: prolonged.due, unit: 'date' as const, reckoned: prolonged.trace.join('；'), basis: cite('监察条例', 17) }]
            : []),
        ],
        rows: [],
      });
    };
  },
});
