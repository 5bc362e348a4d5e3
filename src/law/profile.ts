import type { RegionCode } from '#kernel/region-code.ts';
import type { Limit } from './calendars/index.ts';
import type { RulePlace } from './prepare.ts';
import type { Level } from './rule.ts';

/** The roles that handle warnings; the same words as the roles of accounts. */
export type HandlerRole =
  | 'wage-officer'
  | 'enterprise-manager'
  | 'grid-worker'
  | 'town-specialist'
  | 'inspector'
  | 'inspection-chief'
  | 'industry-regulator'
  | 'leader';

/** What a place calls a level, and the colour it shows; the colour never stands without the word. */
export interface LevelLook {
  readonly name: string;
  readonly colour: 'grey' | 'blue' | 'yellow' | 'orange' | 'red';
}

/** 处置梯度: who handles a level first, who is told, and how long each step may take. A limit of null means the step is not asked for. */
export interface HandlingLadder {
  readonly firstHandler: HandlerRole;
  readonly informed: readonly HandlerRole[];
  readonly acknowledge: Limit | null;
  readonly handle: Limit;
  /** By a second person, from the day it was handled. */
  readonly verify: Limit | null;
}

/** One entry for each level, 0 to 4. */
export type ByLevel<T> = readonly [T, T, T, T, T];

/** 地区设置: everything in which a place differs. Code is handed a profile and never asks where it is. */
export interface Profile extends RulePlace {
  /** `gaotang-371526`, kept in findings. */
  readonly id: string;
  readonly place: RegionCode | null;
  readonly above: Profile | null;
  readonly levels: ByLevel<LevelLook>;
  /** The level of this place for each of the five canonical ones: a place with three colours shows blue as yellow. */
  readonly gradeAs: ByLevel<Level>;
  readonly handling: ByLevel<HandlingLadder>;
  /** Who takes over, in this order, each time a limit has passed. */
  readonly escalation: readonly [HandlerRole, ...HandlerRole[]];
}

/** The level as this place grades it. */
export function gradeAt(profile: Profile, level: Level): Level {
  return profile.gradeAs[level];
}

/** Who takes over from somebody whose limit passed; null at the end of the chain. A role outside the chain hands to its first. */
export function nextInChain(profile: Profile, from: string): HandlerRole | null {
  const chain: readonly string[] = profile.escalation;
  return profile.escalation[chain.indexOf(from) + 1] ?? null;
}
