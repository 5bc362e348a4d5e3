/** The longest month, in days. */
const LONGEST_MONTH = 31;
const DAYS_OF_WEEK = 7;

/** 约定的周期, however it was agreed. */
export type CycleUnit = 'day' | 'week' | 'month';

/**
 * 不超过若干个月: the longest cycle that is not longer than so many months. One agreed in days is longer only beyond the longest months, one in
 * weeks beyond the whole weeks in them.
 */
export function longestCycle(months: number): Readonly<Record<CycleUnit, number>> {
  const days = months * LONGEST_MONTH;
  return { day: days, week: Math.floor(days / DAYS_OF_WEEK), month: months };
}
