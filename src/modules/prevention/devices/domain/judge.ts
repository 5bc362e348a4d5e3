import { epochOf, type PunchMoment } from '../../attendance/domain/index.ts';
import { AHEAD_MINUTES, type DeviceLimits, LIVE_MINUTES } from './limits.ts';
import { metresBetween, type Position } from './position.ts';
import type { QuarantineReason } from './reasons.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** One punch of a device, with what is known when it arrives. */
export interface ArrivedPunch {
  readonly at: PunchMoment;
  /** Where it says it was made; null when it does not say. */
  readonly position: Position | null;
  /** False when the device's own number of a person is tied to nobody. */
  readonly isPersonKnown: boolean;
}

export interface Arrival {
  /** The server's time, milliseconds since 1970. */
  readonly nowMs: number;
  /** Where the gate stands; null when nobody has said. */
  readonly gate: Position | null;
  readonly isKeyRevoked: boolean;
}

/** What happens to the punch. `isLate`: stored by the device and forwarded. */
export type Judgement =
  | { readonly is: 'take'; readonly isLate: boolean }
  | { readonly is: 'refuse'; readonly reason: 'ahead' }
  | { readonly is: 'quarantine'; readonly reasons: readonly QuarantineReason[]; readonly isLate: boolean };

/**
 * Decides about one punch by itself: too far ahead is refused; from a revoked key, older than the place lets devices store,
 * outside the fence or of an unknown person waits for somebody; all else is taken as sent. The moment is never changed.
 */
export function judgePunch(punch: ArrivedPunch, arrival: Arrival, limits: DeviceLimits): Judgement {
  const age = arrival.nowMs - epochOf(punch.at);
  if (age < -AHEAD_MINUTES * MINUTE_MS) return { is: 'refuse', reason: 'ahead' };
  const reasons: QuarantineReason[] = [];
  if (arrival.isKeyRevoked) reasons.push('revoked-key');
  // A punch holds whole seconds: the part of a second the server has beyond that does not make it older.
  if (Math.floor(age / 1_000) * 1_000 > limits.storeDays * DAY_MS) reasons.push('too-old');
  if (punch.position !== null && arrival.gate !== null && Math.round(metresBetween(punch.position, arrival.gate)) > limits.fenceMetres)
    reasons.push('outside-fence');
  if (!punch.isPersonKnown) reasons.push('unknown-person');
  const isLate = Math.floor(age / 1_000) * 1_000 > LIVE_MINUTES * MINUTE_MS;
  return reasons.length === 0 ? { is: 'take', isLate } : { is: 'quarantine', reasons, isLate };
}
