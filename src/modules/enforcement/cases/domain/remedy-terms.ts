import type { CivilDate } from '#kernel/civil-date.ts';
import { type Deadline, deadline, months, naturalDays, type WorkingCalendar } from '#law/calendars/index.ts';
import type { ParameterValues } from '#law/parameters/index.ts';

type RemedyDays = Pick<ParameterValues, 'remedy.reconsider.days' | 'remedy.sue.months'>;

/**
 * 救济期限: sixty days to ask for reconsideration and six months to sue, from knowing of the decision; the later end is the end of the remedy.
 * 「当事人在法定期限内不申请行政复议或者提起行政诉讼」 (行政强制法第五十三条).
 */
export function remedyTerms(
  servedOn: CivilDate,
  days: RemedyDays,
  calendar: WorkingCalendar,
): { readonly reconsider: Deadline; readonly sue: Deadline; readonly last: Deadline } {
  const reconsider = deadline(servedOn, naturalDays(days['remedy.reconsider.days']), calendar);
  const sue = deadline(servedOn, months(days['remedy.sue.months']), calendar);
  return { reconsider, sue, last: sue.due < reconsider.due ? reconsider : sue };
}
