import type { Level } from '#law/rule.ts';
import type { Role } from '#modules/office/accounts/domain/index.ts';
import type { Limit, OfficeHours } from './moment.ts';

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

/** 预警处置阶梯: who must act by when at each level, and where a warning moves when nobody does. A place may set its own. */
export interface HandlingLadder {
  readonly rungs: Readonly<Record<Level, Rung>>;
  /** Upward: a missed limit hands the warning to the next one. */
  readonly chain: readonly Role[];
  readonly officeHours: OfficeHours;
  /** 反弹: the same rule on the same object within so many days of closing reopens the old warning (W-OPS-03). */
  readonly refiredWithinDays: number;
  /** From this level on a wage warning that the data cleared is still checked by a person. */
  readonly checkedFromLevel: Level;
  /** From this level on an enterprise's reply needs evidence. */
  readonly evidenceFromLevel: Level;
}

const workingDays = (count: number): Limit => ({ unit: 'working-days', count });
const workingHours = (count: number): Limit => ({ unit: 'working-hours', count });
const days = (count: number): Limit => ({ unit: 'days', count });

/**
 * The national default.
 *
 * Interpretation: no instrument sets limits by warning level, so each cell is a design decision (evidence D) taken from the
 * practice of several platforms: 2 office hours to sign for a red warning, a working day for others, handling in 5-10
 * working days, on the same day verification of red. Every profile may replace it.
 */
export const NATIONAL_LADDER: HandlingLadder = {
  rungs: {
    0: {
      firstHandler: 'wage-officer',
      verifier: 'town-specialist',
      acknowledgeWithin: null,
      handleWithin: workingDays(10),
      verifyWithin: workingDays(3),
      closeWithin: workingDays(2),
    },
    1: {
      firstHandler: 'wage-officer',
      verifier: 'town-specialist',
      acknowledgeWithin: workingDays(1),
      handleWithin: workingDays(5),
      verifyWithin: workingDays(3),
      closeWithin: workingDays(2),
    },
    2: {
      firstHandler: 'town-specialist',
      verifier: 'town-specialist',
      acknowledgeWithin: workingDays(1),
      handleWithin: workingDays(7),
      verifyWithin: workingDays(3),
      closeWithin: workingDays(2),
    },
    3: {
      firstHandler: 'inspector',
      verifier: 'inspector',
      acknowledgeWithin: workingHours(4),
      handleWithin: days(7),
      verifyWithin: workingDays(1),
      closeWithin: workingDays(1),
    },
    4: {
      firstHandler: 'inspection-chief',
      verifier: 'inspector',
      acknowledgeWithin: workingHours(2),
      handleWithin: days(5),
      verifyWithin: workingDays(0),
      closeWithin: days(30),
    },
  },
  chain: ['wage-officer', 'town-specialist', 'inspector', 'inspection-chief', 'leader'],
  officeHours: [
    [9 * 60, 12 * 60],
    [14 * 60, 18 * 60],
  ],
  refiredWithinDays: 30,
  checkedFromLevel: 2,
  evidenceFromLevel: 2,
};
