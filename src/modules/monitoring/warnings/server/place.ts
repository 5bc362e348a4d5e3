import type { CivilDate } from '#kernel/civil-date.ts';
import type { WorkingCalendar } from '#law/calendars/index.ts';
import type { Level } from '#law/rule.ts';
import type { Clock } from '#platform/clock.ts';
import { type CivilMoment, type HandlingLadder, type OfficeDays, momentOf } from '../domain/index.ts';
import type { Prepared } from '../domain/evaluate.ts';
import { weekdayOf } from '#kernel/civil-date.ts';

/** What the warnings need to know of the place a project lies in. Made from a profile where the applications are assembled. */
export interface Place {
  readonly profile: string;
  readonly ladder: HandlingLadder;
  levelName(level: Level): string;
  /** The catalogue with the parameters in force there on a day. */
  prepare(on: CivilDate): Prepared;
}

/** The place of a region code; the same object for the same profile. */
export type PlaceOf = (regionCode: string) => Place;

/** Office days by the published calendar; a year that is not published yet counts by weekdays, because limits of handling are ours and not the law's. */
export function officeDays(calendar: WorkingCalendar): OfficeDays {
  return {
    isWorking(on) {
      const kind = calendar.kindOf(on);
      return kind === 'unpublished' ? weekdayOf(on) <= 5 : kind === 'working';
    },
  };
}

const CHINA_MS = 8 * 3_600_000;

/** The minute it is in China. */
export function momentNow(clock: Clock): CivilMoment {
  const china = new Date(clock.now().getTime() + CHINA_MS);
  return momentOf(clock.today(), china.getUTCHours() * 60 + china.getUTCMinutes());
}
