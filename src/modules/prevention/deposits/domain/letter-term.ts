import { addDays, addMonths, type CivilDate, dayOfMonth } from '#kernel/civil-date.ts';

/** 保函有效期满若干月的最后一日: the first and the last day are both covered, so a year from 10 March is full with 9 March. */
export function lastDayOf(validFrom: CivilDate, months: number): CivilDate {
  const corresponding = addMonths(validFrom, months);
  return dayOfMonth(corresponding) === dayOfMonth(validFrom) ? addDays(corresponding, -1) : corresponding;
}
