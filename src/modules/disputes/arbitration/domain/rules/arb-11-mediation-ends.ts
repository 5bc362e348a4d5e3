import { atMost } from '#kernel/bounds.ts';
import { type CivilDate, daysBetween, inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { deadline, naturalDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, event, facts } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({ appliedOn: day('调解组织收到调解申请之日'), agreed: event('达成调解协议之日') });
const basis = cite('调解仲裁法', 14, 3);

/**
 * 调解期满. 「收到调解申请之日起十五日内未达成调解协议的，当事人可以依法申请仲裁」: an agreement on the fifteenth day is still in time.
 * Nobody is late: the mediator owes no agreement, and one that comes afterwards is an agreement all the same.
 */
export const mediationEnds = matterRule({
  code: 'ARB-11',
  version: 1,
  title: '调解期满可以申请仲裁',
  basis: [basis],
  evidence: 'VF',
  facts: form,
  needs: ['mediation.days'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'appliedOn', 'agreed');
    if (!known.ok) return known.answer;
    const { appliedOn, agreed } = known.facts;
    if (agreed !== 'not-yet' && agreed <= setting.on) return NOTHING;
    const counted = deadline(appliedOn, naturalDays(params['mediation.days']), setting.calendar);
    if (atMost(setting.on, counted.due)) return NOTHING;
    const shown = (one: CivilDate) => inChineseDay(one, yearOf(setting.on));
    return finding({
      level: 1,
      says: `${shown(appliedOn)}申请调解，到${shown(counted.due)}期满没有达成调解协议，当事人可以申请仲裁`,
      values: [{ label: '调解期满后', value: daysBetween(counted.due, setting.on), unit: 'days', threshold: 0 }],
      dueOn: counted.due,
      provisional: counted.provisional,
      duty: 'mediator',
      owedTo: 'worker',
      steps: [{ label: '调解的最后一日', value: counted.due, unit: 'date', reckoned: counted.trace.join('；'), basis }],
      clears: '达成调解协议，或者转入仲裁',
      rows: [],
    });
  },
});
