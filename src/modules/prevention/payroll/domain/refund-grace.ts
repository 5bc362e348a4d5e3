import type { CivilDate } from '#kernel/civil-date.ts';
import { moreThan } from '#kernel/bounds.ts';
import { type WorkingCalendar, workingDaysBetween } from '#law/calendars/index.ts';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';

type Returned = Pick<ProjectMonthFacts, 'owedFen' | 'openRefundFen' | 'oldestOpenRefundOn'>;

/**
 * Whether all that a month still owes was sent, came back from the bank, and may still be sent again in time: until the
 * `allowed` working days of DIS-08 are over. It counts from the oldest return, so a second return gains no time.
 */
export function owesOnlyReturnedPay(facts: Returned, on: CivilDate, calendar: WorkingCalendar, allowed: number): boolean {
  if (facts.oldestOpenRefundOn === null || facts.owedFen > facts.openRefundFen) return false;
  return !moreThan(workingDaysBetween(facts.oldestOpenRefundOn, on, calendar), allowed);
}
