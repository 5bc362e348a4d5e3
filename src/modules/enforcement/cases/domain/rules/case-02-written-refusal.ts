import { moreThan } from '#kernel/bounds.ts';
import { workingDays } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, event, facts } from '#law/facts.ts';
import { lateFinding, lateness } from '#law/late.ts';
import { matterRule, NOTHING } from '#law/rule.ts';
import { lastDayToPursue } from '../time-bar.ts';

const form = facts({
  endedOn: event('投诉的违法行为终了之日（仍在持续的写 not-yet）'),
  receivedOn: day('收到投诉之日'),
  refusedOn: event('书面不予受理决定送达投诉人之日'),
});

/**
 * 书面不予受理. A complaint of a violation that ended more than two years ago is not accepted, and the complainant is told so in writing
 * within the five working days of acceptance. Within two years nothing is to be refused on this ground.
 */
export const writtenRefusal = matterRule({
  code: 'CASE-02',
  version: 1,
  title: '超过时效书面不予受理',
  basis: [cite('监察若干规定', 18), cite('监察条例', 20)],
  evidence: 'V2',
  facts: form,
  needs: ['case.accept.days', 'case.bar.months'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'endedOn', 'receivedOn');
    if (!known.ok) return known.answer;
    const { endedOn, receivedOn } = known.facts;
    if (endedOn === 'not-yet') return NOTHING;
    const { due } = lastDayToPursue(endedOn, params['case.bar.months'], setting.calendar);
    if (!moreThan(receivedOn, due)) return NOTHING;
    const answered = form.certain(given, 'refusedOn');
    if (!answered.ok) return answered.answer;
    const late = lateness(
      {
        by: 'authority',
        start: receivedOn,
        after: '收到超过查处时效的投诉',
        period: workingDays(params['case.accept.days']),
        act: '书面决定不予受理并告知投诉人',
        done: answered.facts.refusedOn,
        basis: cite('监察若干规定', 18),
      },
      setting,
    );
    if (late === null) return NOTHING;
    return lateFinding([late], { level: 2, owedTo: 'worker', clears: '书面不予受理决定送达投诉人' });
  },
});
