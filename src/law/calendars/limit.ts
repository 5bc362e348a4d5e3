import type { CivilDate } from '#kernel/civil-date.ts';
import { deadline, naturalDays, onOrAfterWorkingDay, workingDays } from './deadline.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** 办理时限: how long somebody has for a step. Hours are hours of working time and end within one working day. */
export interface Limit {
  readonly n: number;
  readonly unit: 'working-hours' | 'working-days' | 'natural-days';
}

/** The last day of a limit that starts on a day. A limit in hours ends on the same working day, or on the next one after a rest day. */
export function limitEnds(start: CivilDate, limit: Limit, calendar: WorkingCalendar): CivilDate {
  if (limit.unit === 'working-hours') return onOrAfterWorkingDay(start, calendar);
  return deadline(start, limit.unit === 'working-days' ? workingDays(limit.n) : naturalDays(limit.n), calendar).due;
}
