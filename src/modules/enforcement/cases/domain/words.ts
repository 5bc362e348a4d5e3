import { type CivilDate, inChineseDay, yearOf } from '#kernel/civil-date.ts';

/** A day as it stands in a sentence: 「3月9日」, with the year when it is not the reader's. */
export function shown(day: CivilDate, on: CivilDate): string {
  return inChineseDay(day, yearOf(on));
}
