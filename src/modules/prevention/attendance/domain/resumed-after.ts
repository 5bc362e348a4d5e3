import type { CivilDate } from '#kernel/civil-date.ts';
import { festivalBreakAround } from '#law/calendars/index.ts';

/** The day silence is counted from: a pause or a Spring Festival break that has ended starts the count anew. */
export function resumedAfter(last: CivilDate, pausedUntil: CivilDate | null): CivilDate {
  const since = pausedUntil !== null && pausedUntil > last ? pausedUntil : last;
  const festival = festivalBreakAround(since);
  return festival === null ? since : festival.until;
}
