import type { CivilDate } from '#kernel/civil-date.ts';
import type { Store } from './db/index.ts';

/** The time the product lives in. Everything that decides by time takes this as an argument, so that tests and demos can move it. */
export interface Clock {
  now(): Date;
  /** The civil day in China. */
  today(): CivilDate;
}

/** China has kept one offset without summer time since 1992, and no fact of the product is older. */
export const CHINA_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => chinaDay(new Date()),
};

/** A clock that stands still, for tests. */
export function fixedClock(day: string, time = '09:00'): Clock {
  const moment = new Date(`${day}T${time}:00+08:00`);
  return { now: () => new Date(moment), today: () => chinaDay(moment) };
}

export interface MovableClock extends Clock {
  /** The day the clock was moved to, null when it follows the real one. */
  movedTo(): CivilDate | null;
  /** Reads the kept day again: after a move, and now and then because another process may have moved it. */
  refresh(): Promise<void>;
}

/**
 * The clock of a running process: the real one, unless `monitoring.clock.today` is set. A moved clock keeps the real time
 * of day, so that two acts on one demo day still stand in order.
 */
export async function keptClock(store: Store): Promise<MovableClock> {
  let kept: string | null = null;
  const clock: MovableClock = {
    movedTo: () => (kept === null ? null : (kept as CivilDate)),
    today: () => (kept === null ? systemClock.today() : (kept as CivilDate)),
    now() {
      const real = Date.now();
      if (kept === null) return new Date(real);
      return new Date(Date.parse(`${kept}T00:00:00+08:00`) + ((real + CHINA_OFFSET_MS) % DAY_MS));
    },
    async refresh() {
      const [row] = await store.within({ role: 'app_signin' }, (tx) => tx.query<{ today: string | null }>('select today from monitoring.clock'));
      kept = row?.today ?? null;
    },
  };
  await clock.refresh();
  return clock;
}

/** China's civil day of a moment. */
export function chinaDay(moment: Date): CivilDate {
  return new Date(moment.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 10) as CivilDate;
}

/** China's wall clock of a moment, `YYYY-MM-DD HH:MM:SS`. */
export function wallClock(moment: Date): string {
  return new Date(moment.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}
