import { type CivilDate, weekdayOf } from '#kernel/civil-date.ts';
import { type CivilMoment, momentOf } from '#kernel/civil-moment.ts';
import type { Fen } from '#kernel/fen.ts';
import { type RegionCode, regionCode } from '#kernel/region-code.ts';
import type { WorkingCalendar } from '#law/calendars/index.ts';
import { valueOn } from '#law/parameters/index.ts';
import type { Profile } from '#law/profile.ts';
import type { Level } from '#law/rule.ts';
import { CHINA_OFFSET_MS, type Clock } from '#platform/clock.ts';
import { type HandlingLadder, ladderOf, type OfficeDays } from '../domain/index.ts';
import type { Prepared } from '../domain/evaluate.ts';
import { prepareAll, type RulesBySubject } from '../domain/prepare.ts';

/** What the warnings need to know of the place a project lies in. Made from a profile where the applications are assembled. */
export interface Place {
  readonly profile: string;
  readonly ladder: HandlingLadder;
  readonly levelName: (level: Level) => string;
  /** 当地月最低工资标准 in force on a day; null where the place has not entered it. */
  minimumWageFen(on: CivilDate): Fen | null;
  /** The catalogue with the parameters in force there on a day. */
  prepare(on: CivilDate): Prepared;
}

/** The place of a region code, the nation for null; the same object for the same profile. */
export type PlaceOf = (regionCode: string | null) => Place;

/** The places of the profiles, each made once; the rules of a day are made ready once a day and place. */
export function placesOf(rules: RulesBySubject, calendar: WorkingCalendar, profileOf: (region: RegionCode) => Profile, nation: Profile): PlaceOf {
  const made = new Map<Profile, Place>();
  return (code) => {
    const profile = code === null ? nation : profileOf(regionCode(code));
    const known = made.get(profile);
    if (known !== undefined) return known;
    const place = placeOf(rules, calendar, profile);
    made.set(profile, place);
    return place;
  };
}

function placeOf(rules: RulesBySubject, calendar: WorkingCalendar, profile: Profile): Place {
  let last: { readonly on: CivilDate; readonly prepared: Prepared } | null = null;
  return {
    profile: profile.id,
    ladder: ladderOf(profile),
    levelName: (level) => profile.levels[level].name,
    minimumWageFen(on) {
      const wage = valueOn('wage.minimum.monthly', profile, on);
      return wage.ok ? wage.inForce.value : null;
    },
    prepare(on) {
      if (last === null || last.on !== on) last = { on, prepared: prepareAll(rules, profile, on, calendar) };
      return last.prepared;
    },
  };
}

/** Office days by the published calendar; a year that is not published yet counts by weekdays, because limits of handling are ours and not the law's. */
export function officeDays(calendar: WorkingCalendar): OfficeDays {
  return {
    isWorking(on) {
      const kind = calendar.kindOf(on);
      return kind === 'unpublished' ? weekdayOf(on) <= 5 : kind === 'working';
    },
  };
}

/** The minute it is in China. */
export function momentNow(clock: Clock): CivilMoment {
  const china = new Date(clock.now().getTime() + CHINA_OFFSET_MS);
  return momentOf(clock.today(), china.getUTCHours() * 60 + china.getUTCMinutes());
}
