import { type CivilDate, civilDate } from '#kernel/civil-date.ts';
import { CHINA_OFFSET_MS } from '#platform/clock.ts';

/** The civil day in China of an ISO moment. */
export function chinaDayOf(moment: string): CivilDate {
  return civilDate(new Date(Date.parse(moment) + CHINA_OFFSET_MS).toISOString().slice(0, 10));
}
