import type { CivilDate } from '#kernel/civil-date.ts';
import { type Deadline, deadline, months, type WorkingCalendar } from '#law/calendars/index.ts';

/**
 * 查处时效: the last day on which a violation that has ended may still be found, reported or complained of. 「在2年内未被劳动保障行政部门
 * 发现，也未被举报、投诉的，劳动保障行政部门不再查处」; continuing violations count from their end, so one that goes on has no last day.
 */
export function lastDayToPursue(endedOn: CivilDate, barMonths: number, calendar: WorkingCalendar): Deadline {
  return deadline(endedOn, months(barMonths), calendar);
}
