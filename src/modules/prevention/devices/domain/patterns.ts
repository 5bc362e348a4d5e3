import { epochOf, type PunchMoment } from '../../attendance/domain/index.ts';
import type { DeviceLimits } from './limits.ts';
import { metresBetween, type Position } from './position.ts';

/** A punch as the look over a project's day sees it. */
export interface HeldPunch {
  readonly personId: string;
  readonly at: PunchMoment;
  readonly device: string;
  /** By hand-held device or phone. */
  readonly isMobile: boolean;
  readonly position: Position | null;
}

export interface Burst {
  readonly device: string;
  readonly from: PunchMoment;
  readonly until: PunchMoment;
  readonly punches: number;
}

const WINDOW_MS = 60_000;

/**
 * 打卡过密: stretches of a device in which some 60 seconds hold more punches than the limit; overlapping stretches are one. A
 * window holds 60 seconds, its first and not its last: 07:00:00 and 07:01:00 are not in one.
 */
export function findBursts(punches: readonly HeldPunch[], limits: Pick<DeviceLimits, 'burstPerMinute'>): readonly Burst[] {
  return [...byKey(punches, (punch) => punch.device)].flatMap(([device, own]) => {
    const sorted = own.toSorted(inTime);
    const bursts: { from: PunchMoment; until: PunchMoment; punches: number; first: number }[] = [];
    let first = 0;
    for (const [last, punch] of sorted.entries()) {
      while (epochOf(punch.at) - epochOf(sorted[first]?.at ?? punch.at) >= WINDOW_MS) first += 1;
      if (last - first + 1 <= limits.burstPerMinute) continue;
      const before = bursts.at(-1);
      const from = sorted[first]?.at ?? punch.at;
      if (before !== undefined && from <= before.until) {
        before.until = punch.at;
        before.punches = last - before.first + 1;
      } else {
        bursts.push({ from, until: punch.at, punches: last - first + 1, first });
      }
    }
    return bursts.map(({ from, until, punches: held }) => ({ device, from, until, punches: held }));
  });
}

export interface ConstantPosition {
  readonly device: string;
  readonly position: Position;
  readonly from: PunchMoment;
  readonly until: PunchMoment;
  readonly punches: number;
  readonly people: number;
}

/** 位置不变: real positions of phones scatter by metres; as many as the limit at one very position do not. Gates stand still and are left out. */
export function findConstantPositions(punches: readonly HeldPunch[], limits: Pick<DeviceLimits, 'samePosition'>): readonly ConstantPosition[] {
  const placed = punches.filter((punch) => punch.isMobile && punch.position !== null);
  return [...byKey(placed, (punch) => `${punch.device} ${punch.position?.lat} ${punch.position?.lng}`)].flatMap(([, own]) => {
    const sorted = own.toSorted(inTime);
    const [first, last] = [sorted[0], sorted.at(-1)];
    if (sorted.length < limits.samePosition || first === undefined || last === undefined || first.position === null) return [];
    const people = new Set(own.map((punch) => punch.personId)).size;
    return [{ device: first.device, position: first.position, from: first.at, until: last.at, punches: sorted.length, people }];
  });
}

export interface ImpossibleTrip {
  readonly personId: string;
  readonly device: string;
  readonly here: PunchMoment;
  readonly there: PunchMoment;
  readonly otherProject: string;
  readonly metres: number;
  readonly seconds: number;
  readonly kmh: number | null;
}

/** A punch of one of the persons at another project. */
export interface PunchElsewhere {
  readonly personId: string;
  readonly projectId: string;
  readonly at: PunchMoment;
  readonly position: Position;
}

/**
 * 不可能的行程: of each person and other project the pair of punches that asks for the greatest speed, where that is beyond the
 * limit. Both projects find the same pair, whichever heard of it last. Sites so near that both fences hold a person at once are
 * not two.
 */
export function findImpossibleTrips(
  here: readonly HeldPunch[],
  elsewhere: readonly PunchElsewhere[],
  limits: Pick<DeviceLimits, 'speedKmh' | 'fenceMetres'>,
): readonly ImpossibleTrip[] {
  const others = byKey(elsewhere, (punch) => punch.personId);
  const worst = new Map<string, ImpossibleTrip>();
  for (const punch of here) {
    if (punch.position === null) continue;
    for (const other of others.get(punch.personId) ?? []) {
      const trip = tripBetween(punch, punch.position, other);
      if (trip.metres <= 2 * limits.fenceMetres || !isTooFast(trip, limits.speedKmh)) continue;
      const key = `${punch.personId} ${other.projectId}`;
      if (isWorse(trip, worst.get(key))) worst.set(key, trip);
    }
  }
  return [...worst.values()];
}

function tripBetween(punch: HeldPunch, position: Position, other: PunchElsewhere): ImpossibleTrip {
  const metres = Math.round(metresBetween(position, other.position));
  const seconds = Math.abs(epochOf(punch.at) - epochOf(other.at)) / 1_000;
  const kmh = seconds === 0 ? null : Math.round((metres / seconds) * 36) / 10;
  return { personId: punch.personId, device: punch.device, here: punch.at, there: other.at, otherProject: other.projectId, metres, seconds, kmh };
}

/** Metres in seconds against km/h, without rounding: exactly the limit is possible. */
export function isTooFast(trip: { readonly metres: number; readonly seconds: number }, speedKmh: number): boolean {
  return trip.metres * 3.6 > speedKmh * trip.seconds;
}

function isWorse(trip: ImpossibleTrip, than: ImpossibleTrip | undefined): boolean {
  if (than === undefined) return true;
  const [a, b] = [trip.metres * than.seconds, than.metres * trip.seconds];
  return a > b || (a === b && `${trip.here}${trip.there}` < `${than.here}${than.there}`);
}

function inTime(a: HeldPunch, b: HeldPunch): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
}

function byKey<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
