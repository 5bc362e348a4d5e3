import { addDays, type CivilDate, civilDate, yearOf } from '#kernel/civil-date.ts';

/** 春节 (正月初一) by year: the lunar calendar fixes it, no notice is needed. */
const SPRING_FESTIVALS: ReadonlyMap<number, CivilDate> = new Map(
  [
    '2020-01-25',
    '2021-02-12',
    '2022-02-01',
    '2023-01-22',
    '2024-02-10',
    '2025-01-29',
    '2026-02-17',
    '2027-02-06',
    '2028-01-26',
    '2029-02-13',
    '2030-02-03',
  ].map((day) => [Number(day.slice(0, 4)), civilDate(day)]),
);

/** The next Spring Festival on or after a day; null beyond the table. */
export function springFestivalAfter(day: CivilDate): CivilDate | null {
  const thisYear = SPRING_FESTIVALS.get(yearOf(day));
  if (thisYear !== undefined && thisYear >= day) return thisYear;
  return SPRING_FESTIVALS.get(yearOf(day) + 1) ?? null;
}

/** Sites empty half a month before the festival and fill again after 元宵. */
const BREAK_BEFORE = 15;
const BREAK_AFTER = 20;

/** 春节停工: the weeks around the festival in which an empty site is no sign; null when the day is not among them. */
export function festivalBreakAround(day: CivilDate): { readonly from: CivilDate; readonly until: CivilDate } | null {
  const festival = SPRING_FESTIVALS.get(yearOf(day));
  if (festival === undefined) return null;
  const from = addDays(festival, -BREAK_BEFORE);
  const until = addDays(festival, BREAK_AFTER);
  return from <= day && day <= until ? { from, until } : null;
}
