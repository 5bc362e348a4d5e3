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

/** `2小时`, `3个工作日`, `7日`. */
export function limitInWords(limit: Limit): string {
  return `${limit.n}${limit.unit === 'working-hours' ? '小时（工作时间）' : limit.unit === 'working-days' ? '个工作日' : '日'}`;
}
