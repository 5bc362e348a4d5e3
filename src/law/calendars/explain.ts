import { type CivilDate, dayNumber, fromDayNumber, weekdayOfNumber } from '#kernel/civil-date.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/**
 * 期间里不寻常的日子, for whoever checks a count by hand: weekdays that were off and weekends that were worked, after `from` up to and
 * with `to`. Empty where every week was an ordinary one.
 */
export function unusualDays(from: CivilDate, to: CivilDate, calendar: WorkingCalendar): readonly string[] {
  const off: CivilDate[] = [];
  const worked: CivilDate[] = [];
  for (let number = dayNumber(from) + 1; number <= dayNumber(to); number += 1) {
    const kind = calendar.kindOfNumber(number);
    const isWeekday = weekdayOfNumber(number) <= 5;
    if (kind === 'rest' && isWeekday) off.push(fromDayNumber(number));
    if (kind === 'working' && !isWeekday) worked.push(fromDayNumber(number));
  }
  return [
    ...(off.length === 0 ? [] : [`其间放假的工作日（不计）：${off.join('、')}`]),
    ...(worked.length === 0 ? [] : [`其间调休上班的周末（计入）：${worked.join('、')}`]),
  ];
}
