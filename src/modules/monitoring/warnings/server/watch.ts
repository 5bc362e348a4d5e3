import { setTimeout as wait } from 'node:timers/promises';
import { sweep, type SweepDeps } from './sweep.ts';
import { escalateLate } from './tick.ts';

export interface WatchOptions {
  /** Told of every failure; the watch goes on. */
  readonly onProblem: (problem: unknown) => void;
  /** The clock of demos and tests can be moved by another process. */
  readonly refreshClock?: () => Promise<void>;
  /** Told after something changed, so that what is counted can be counted anew. */
  readonly onChange?: () => void;
  readonly everyMs?: number;
}

/** An import is looked at within a second, a missed limit within a minute. */
const EVERY_MS = 1_000;
const ESCALATE_EVERY_MS = 60_000;
/** A database that is away is not asked every second. */
const AFTER_PROBLEM_MS = 10_000;

export interface Watch {
  /** Ends when what is running has ended. */
  stop(): Promise<void>;
}

/**
 * Keeps the warnings true while the product runs: after every import, at every civil midnight or move of the clock, and
 * when a limit passes. Several processes may watch; the sweep itself lets one write at a time.
 */
export function watch(deps: SweepDeps, options: WatchOptions): Watch {
  const stopping = new AbortController();
  let escalatedAt = Number.NEGATIVE_INFINITY;
  let escalatedOn = '';

  async function round(): Promise<void> {
    await options.refreshClock?.();
    const today = deps.clock.today();
    const due = await deps.store.within({ role: 'app_job' }, async (tx) => {
      const [row] = await tx.prepared<{ full: boolean; dirty: boolean }>(
        'watch-due',
        'select not exists (select from monitoring.sweep where on_day = $1 and is_full) as full, exists (select from prevention.dirty) as dirty',
        [today],
      );
      return row;
    });
    let changed = 0;
    if (due?.full === true || due?.dirty === true) {
      const report = await sweep(deps, { projects: due.full ? 'all' : 'dirty' });
      changed += report.raised + report.changed + report.cleared;
    }
    const now = performance.now();
    if (today !== escalatedOn || now - escalatedAt >= ESCALATE_EVERY_MS) {
      changed += await escalateLate(deps);
      escalatedAt = now;
      escalatedOn = today;
    }
    if (changed > 0) options.onChange?.();
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      let pause = options.everyMs ?? EVERY_MS;
      try {
        await round();
      } catch (problem) {
        if (stopping.signal.aborted) return;
        options.onProblem(problem);
        pause = AFTER_PROBLEM_MS;
      }
      await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
