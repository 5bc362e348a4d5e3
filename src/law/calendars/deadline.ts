import {
  addDays,
  addMonths,
  type CivilDate,
  type CivilMonth,
  type DayNumber,
  dayInMonth,
  dayNumber,
  fromDayNumber,
  weekdayOfNumber,
  yearOf,
} from '#kernel/civil-date.ts';
import { unpublishedYear, type WorkingCalendar } from './working-calendar.ts';

/**
 * Where a last day goes that is a rest day: forward to the next working day (民法典第二百零三条), backward to the one
 * before (发薪日，条例第十四条), or nowhere.
 */
export type Roll = 'forward' | 'backward' | 'none';

/** How long somebody has. Three kinds that never mix: a month is a month, not thirty days. */
export type Period =
  | { readonly unit: 'working-days'; readonly n: number }
  | { readonly unit: 'natural-days'; readonly n: number; readonly roll: Roll }
  | { readonly unit: 'months'; readonly n: number; readonly roll: Roll };

export function workingDays(n: number): Period {
  return { unit: 'working-days', n };
}

export function naturalDays(n: number, roll: Roll = 'forward'): Period {
  return { unit: 'natural-days', n, roll };
}

export function months(n: number, roll: Roll = 'forward'): Period {
  return { unit: 'months', n, roll };
}

export interface Deadline {
  /** The last day on which the duty is met in time, to the end of that day in China. */
  readonly due: CivilDate;
  /** The last day before it was rolled: reminders count from here. */
  readonly unrolled: CivilDate;
  /** True when the count touches a year whose calendar is not published: Monday to Friday were taken for working days. */
  readonly provisional: boolean;
  /** The computation in Chinese, one step each, for the page that explains it. */
  readonly trace: readonly string[];
}

/**
 * The last day of a period. 民法典第二百零一条: 「开始的当日不计入，自下一日开始计算」; 第二百零二条: a month ends on the
 * corresponding day, or on the month's last day where it has none; 第二百零三条: a last day that is a rest day moves on.
 */
export function deadline(start: CivilDate, period: Period, calendar: WorkingCalendar): Deadline {
  if (period.unit === 'working-days') return afterWorkingDays(start, period.n, calendar);
  const unrolled = period.unit === 'months' ? addMonths(start, period.n) : addDays(start, period.n);
  const trace = [`${start} 起（当日不计）${period.n}${period.unit === 'months' ? '个月' : '日'}，至 ${unrolled}`];
  return rolled(unrolled, period.roll, calendar, trace);
}

/** 发薪日: a day of a month, moved to the working day before when it is a rest day. Day 31 is the last day of shorter months. */
export function payDate(month: CivilMonth, day: number, calendar: WorkingCalendar): Deadline {
  const agreed = dayInMonth(month, day);
  return rolled(agreed, 'backward', calendar, [`约定发薪日 ${agreed}`]);
}

/** Working days after `from` up to and with `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: CivilDate, to: CivilDate, calendar: WorkingCalendar): number {
  const last = dayNumber(to);
  let count = 0;
  for (let day = dayNumber(from) + 1; day <= last; day += 1) if (works(day, calendar)) count += 1;
  return count;
}

/** The working day itself, or the next one. */
export function onOrAfterWorkingDay(day: CivilDate, calendar: WorkingCalendar): CivilDate {
  return rolled(day, 'forward', calendar, []).due;
}

function afterWorkingDays(start: CivilDate, n: number, calendar: WorkingCalendar): Deadline {
  let day = dayNumber(start);
  let provisional = false;
  for (let left = n; left > 0; ) {
    day += 1;
    if (calendar.kindOfNumber(day) === 'unpublished') provisional = true;
    if (works(day, calendar)) left -= 1;
  }
  const due = fromDayNumber(day);
  const trace = [`${start} 起（当日不计）${n}个工作日，至 ${due}`];
  return { due, unrolled: due, provisional, trace: provisional ? [...trace, waitsFor(due)] : trace };
}

function rolled(unrolled: CivilDate, roll: Roll, calendar: WorkingCalendar, trace: readonly string[]): Deadline {
  const step = roll === 'forward' ? 1 : -1;
  let day = dayNumber(unrolled);
  let provisional = calendar.kindOfNumber(day) === 'unpublished';
  if (roll === 'none') return { due: unrolled, unrolled, provisional: false, trace };
  while (!works(day, calendar)) {
    day += step;
    if (calendar.kindOfNumber(day) === 'unpublished') provisional = true;
  }
  const due = fromDayNumber(day);
  const moved = due === unrolled ? trace : [...trace, `${unrolled} 是休息日，${roll === 'forward' ? '顺延' : '提前'}至 ${due}`];
  return { due, unrolled, provisional, trace: provisional ? [...moved, waitsFor(due)] : moved };
}

function waitsFor(day: CivilDate): string {
  return `${unpublishedYear(day)}，按周一至周五暂计`;
}

/** In an unpublished year Monday to Friday stand in for working days, but for 1 January, which the holiday decree fixes; the result is marked provisional. */
function works(day: DayNumber, calendar: WorkingCalendar): boolean {
  const kind = calendar.kindOfNumber(day);
  return kind === 'unpublished' ? weekdayOfNumber(day) <= 5 && !isNewYear(day) : kind === 'working';
}

function isNewYear(day: DayNumber): boolean {
  const written = fromDayNumber(day);
  return written === `${String(yearOf(written)).padStart(4, '0')}-01-01`;
}
