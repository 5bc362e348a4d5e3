import type { Limit } from '#law/calendars/index.ts';
import { gradeAt, type Profile } from '#law/profile.ts';
import type { Level } from '#law/rule.ts';
import type { Role } from '#modules/office/accounts/domain/index.ts';
import type { OfficeHours } from './moment.ts';

/** One level's handling: who starts, who checks, and how long each may take. */
export interface Rung {
  readonly firstHandler: Role;
  readonly verifier: Role;
  /** 签收时限; null where nobody needs to sign for it and the limit to handle runs at once. */
  readonly acknowledgeWithin: Limit | null;
  readonly handleWithin: Limit;
  readonly verifyWithin: Limit;
  readonly closeWithin: Limit;
}

/** 预警处置阶梯: who must act by when at each level, and where a warning moves when nobody does. */
export interface HandlingLadder {
  readonly rungs: Readonly<Record<Level, Rung>>;
  /** Upward: a missed limit hands the warning to the next one; a role outside hands to the first. */
  readonly chain: readonly Role[];
  /** The place's own level for each canonical one. */
  readonly gradeOf: Readonly<Record<Level, Level>>;
  readonly officeHours: OfficeHours;
  /** 反弹: the same rule on the same object within so many days of closing reopens the old warning (W-OPS-03). */
  readonly refiredWithinDays: number;
  /** From this level on a wage warning that the data cleared is still checked by a person. */
  readonly checkedFromLevel: Level;
  /** From this level on an enterprise's reply needs evidence. */
  readonly evidenceFromLevel: Level;
}

/** From this level on the county's inspection checks, below it the town does. */
const COUNTY_CHECKS_FROM: Level = 3;

/**
 * The ladder of a place.
 *
 * Interpretation: no instrument sets limits by warning level. Who is first, the limits to sign, handle and verify come from
 * the place's profile (national defaults evidence D); where a profile asks for no verification by itself, 3 working days run
 * once somebody has handled; closing after verification takes 2 working days; office hours are 9-12 and 14-18.
 */
export function ladderOf(profile: Profile): HandlingLadder {
  const rung = (level: Level): Rung => {
    const { firstHandler, acknowledge, handle, verify } = profile.handling[level];
    const [lowest] = profile.escalation;
    const verifier = level >= COUNTY_CHECKS_FROM && profile.escalation.includes('inspector') ? 'inspector' : lowest;
    return {
      firstHandler,
      verifier,
      acknowledgeWithin: acknowledge,
      handleWithin: handle,
      verifyWithin: verify ?? { n: 3, unit: 'working-days' },
      closeWithin: { n: 2, unit: 'working-days' },
    };
  };
  const grade = (level: Level): Level => gradeAt(profile, level);
  return {
    rungs: { 0: rung(0), 1: rung(1), 2: rung(2), 3: rung(3), 4: rung(4) },
    chain: profile.escalation,
    gradeOf: { 0: grade(0), 1: grade(1), 2: grade(2), 3: grade(3), 4: grade(4) },
    officeHours: [
      [9 * 60, 12 * 60],
      [14 * 60, 18 * 60],
    ],
    refiredWithinDays: 30,
    checkedFromLevel: 2,
    evidenceFromLevel: 2,
  };
}
