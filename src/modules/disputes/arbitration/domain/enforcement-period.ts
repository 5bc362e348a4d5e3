import type { CivilDate } from '#kernel/civil-date.ts';
import { dayOf } from '#kernel/civil-moment.ts';
import { deadline, months } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { day, facts } from '#law/facts.ts';
import { valueOn } from '#law/parameters/index.ts';
import { guarded, type Step, type StepContext, unmet } from '#law/procedure.ts';
import { cannotDetermine } from '#law/rule.ts';

const enforcement = facts({ performBy: day('法律文书规定的履行期限最后一日') });

/** 申请执行 of any document in force: after its last day of performance, within two years of it. */
export function withinEnforcementPeriod(): Pick<Step, 'facts' | 'guard'> {
  return guarded(enforcement, (given, context) => {
    const known = enforcement.certain(given, 'performBy');
    return known.ok ? againstPeriod(known.facts.performBy, context) : known.answer;
  });
}

function againstPeriod(performBy: CivilDate, { happened, calendar, place }: StepContext) {
  const today = dayOf(happened);
  const basis = cite('民事诉讼法', 250);
  if (today <= performBy) return unmet(`履行期限到 ${performBy} 为止，届满后才能申请执行。`, basis);
  const term = valueOn('judgment.enforcement.months', place, today);
  if (!term.ok) return cannotDetermine(term.missing);
  const { due } = deadline(performBy, months(term.inForce.value), calendar);
  return today > due ? unmet(`申请执行的期间到 ${due} 为止，已经过了。`, basis) : null;
}
