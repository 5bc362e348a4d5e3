import { addDays, type CivilDate } from '#kernel/civil-date.ts';
import { type CivilMoment, dayOf, minuteOf, momentOf } from '#kernel/civil-moment.ts';
import type { Limit } from '#law/calendars/index.ts';

/** The office calendar a time limit runs on. A year without a published calendar is counted by weekdays: the limits here are the office's own, not the law's. */
export interface OfficeDays {
  isWorking(on: CivilDate): boolean;
}

/** Office hours as [from, until) in minutes after midnight, in order. */
export type OfficeHours = readonly (readonly [number, number])[];

const LAST_MINUTE = 24 * 60 - 1;

/**
 * The last minute within a limit that starts at `from`. Days start the day after and end at midnight; 0 working days is
 * the same day, or the next working day when today is none. Hours run only while the office is open.
 */
export function lastMinute(from: CivilMoment, limit: Limit, days: OfficeDays, hours: OfficeHours): CivilMoment {
  if (limit.unit === 'working-hours') return afterWorkingMinutes(from, limit.n * 60, days, hours);
  let on = dayOf(from);
  if (limit.unit === 'natural-days') return momentOf(addDays(on, limit.n), LAST_MINUTE);
  for (let passed = 0; passed < limit.n; ) {
    on = addDays(on, 1);
    if (days.isWorking(on)) passed += 1;
  }
  while (!days.isWorking(on)) on = addDays(on, 1);
  return momentOf(on, LAST_MINUTE);
}

function afterWorkingMinutes(from: CivilMoment, minutes: number, days: OfficeDays, hours: OfficeHours): CivilMoment {
  let left = minutes;
  let on = dayOf(from);
  let at = minuteOf(from);
  for (;;) {
    if (days.isWorking(on)) {
      for (const [opens, shuts] of hours) {
        const starts = Math.max(opens, at);
        if (starts >= shuts) continue;
        if (shuts - starts >= left) return momentOf(on, starts + left);
        left -= shuts - starts;
      }
    }
    on = addDays(on, 1);
    at = 0;
  }
}
