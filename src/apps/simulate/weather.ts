import { addDays, type CivilDate, dayOfMonth, monthOf, weekdayOf, yearOf } from '#kernel/civil-date.ts';
import { chanceOf } from './random.ts';

/** First day of the lunar year; sites stand still around it. */
const SPRING_FESTIVAL: Readonly<Record<number, string>> = {
  2023: '2023-01-22',
  2024: '2024-02-10',
  2025: '2025-01-29',
  2026: '2026-02-17',
  2027: '2027-02-06',
  2028: '2028-01-26',
};

/** How likely a worker who has no other reason is on site that day, in a county where one sky rains on everybody. */
export function workLikelihood(seed: number): (day: CivilDate) => number {
  const known = new Map<CivilDate, number>();
  return (day) => {
    const held = known.get(day);
    if (held !== undefined) return held;
    const likelihood = drawn(seed, day);
    known.set(day, likelihood);
    return likelihood;
  };
}

function drawn(seed: number, day: CivilDate): number {
  if (isSpringBreak(day)) return 0;
  const month = monthOf(day).slice(5);
  const wet = month === '07' || month === '08' ? 0.17 : 0.07;
  if (chanceOf(`${seed}/rain/${day}`).happens(wet)) return 0.12;
  const inMonth = dayOfMonth(day);
  if ((month === '05' && inMonth <= 2) || (month === '10' && inMonth <= 3)) return 0.25;
  // Wheat in June, maize in October: people from the villages are in the fields.
  if ((month === '06' && inMonth >= 6 && inMonth <= 14) || (month === '10' && inMonth >= 4 && inMonth <= 9)) return 0.6;
  return weekdayOf(day) === 7 ? 0.7 : 0.94;
}

function isSpringBreak(day: CivilDate): boolean {
  const first = SPRING_FESTIVAL[yearOf(day)];
  if (first === undefined) return false;
  const newYear = first as CivilDate;
  return day >= addDays(newYear, -10) && day <= addDays(newYear, 14);
}
