import type { MessageKind } from './wire.ts';

/** Milliseconds since 1970, as the clock gives them; the domain has no clock of its own. */
type Millis = number;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** China has one civil time, eight hours ahead, without summer time. */
const CHINA = 8 * HOUR;

/** 免打扰: from 21:00 (in) to 8:00 (out) nobody is woken, but for what is red, and a code somebody is waiting for. */
export const QUIET_FROM_HOUR = 21;
export const QUIET_UNTIL_HOUR = 8;

/** So many matters of one burst as arrive within this time go into one message. */
const GATHER = MINUTE / 2;

/** After how long a failed try is made again; what fails after the last of them has failed. */
const BACK_OFF: readonly Millis[] = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR];

/** When a message made now may go. */
export function firstTry(now: Millis, kind: MessageKind): Millis {
  if (kind === 'urgent' || kind === 'code') return now;
  return outsideQuiet(now + GATHER);
}

/** When a message whose `attempts`-th try (from 1) did not get through is tried again; null: no more. */
export function nextTry(now: Millis, kind: MessageKind, attempts: number, waitAtLeast: Millis = 0): Millis | null {
  const pause = BACK_OFF[attempts - 1];
  if (pause === undefined) return null;
  const at = now + Math.max(pause, waitAtLeast);
  return kind === 'urgent' || kind === 'code' ? at : outsideQuiet(at);
}

/** The same moment, or eight o'clock when it falls into the quiet hours. */
export function outsideQuiet(at: Millis): Millis {
  const minuteOfDay = (at + CHINA) % DAY;
  if (minuteOfDay >= QUIET_UNTIL_HOUR * HOUR && minuteOfDay < QUIET_FROM_HOUR * HOUR) return at;
  const midnight = at - minuteOfDay;
  return midnight + QUIET_UNTIL_HOUR * HOUR + (minuteOfDay >= QUIET_FROM_HOUR * HOUR ? DAY : 0);
}

/** Midnight in China before a moment: where a day's count begins. */
export function startOfDay(at: Millis): Millis {
  return at - ((at + CHINA) % DAY);
}

/** The number had its messages for the day: eight o'clock tomorrow. */
export function tomorrow(at: Millis): Millis {
  return startOfDay(at) + DAY + QUIET_UNTIL_HOUR * HOUR;
}
