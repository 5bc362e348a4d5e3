import { chanceOf, type Chance } from '../../src/apps/simulate/random.ts';

/** What came of one input. `why` tells one refusal from another: inputs that show a new one are changed further. */
export type Verdict =
  | { readonly came: 'taken'; readonly why?: string }
  | { readonly came: 'refused'; readonly why: string }
  /** It neither took nor refused it as it should: part of it was taken, a reason or a place is missing … */
  | { readonly came: 'broken'; readonly says: string };

/** Something that takes input from outside, and how its input is made wrong. */
export interface FuzzTarget<Input> {
  /** Also the name of its corpus file. */
  readonly name: string;
  readonly seeds: readonly Input[];
  mutate(input: Input, chance: Chance): Input;
  /** Throwing is a crash. */
  run(input: Input): Verdict | Promise<Verdict>;
  /** As one line of the corpus, and back. */
  encode(input: Input): string;
  decode(line: string): Input;
}

export interface FuzzOptions {
  readonly inputs: number;
  readonly seed: string;
  /** Lines of the corpus: tried first, and changed like the seeds. */
  readonly corpus?: readonly string[];
  /** Longer than this is too slow; longer where a database and a network are behind it. */
  readonly slowMs?: number;
  /** Told before each input, for whoever watches from outside. */
  readonly onInput?: (at: number) => void;
}

export interface Failure {
  readonly at: number;
  readonly kind: 'crash' | 'slow' | 'broken' | 'hang';
  readonly says: string;
  /** The input as a line of the corpus. */
  readonly line: string;
}

export interface FuzzReport {
  readonly target: string;
  readonly inputs: number;
  readonly taken: number;
  readonly refused: number;
  /** How many different refusals were seen. */
  readonly reasons: number;
  readonly slowestMs: number;
  readonly failures: readonly Failure[];
  /** Inputs that showed something new, as lines of a corpus. */
  readonly interesting: readonly string[];
  /** The input that would have come next. */
  readonly next: string;
}

/** A request that goes through a server and a database, all on a machine that does other things too. */
export const SLOW_REQUEST_MS = 60_000;
/** One input takes microseconds; this long is a hang in the making. */
const TOO_SLOW_MS = 2_000;
const FAILURES_KEPT = 10;
const POOL = 512;
/** Characters of an input as a line of the corpus. */
const LONGEST_CHANGED = 8_000;

/** Feeds a target one malformed input after another. The same seed and corpus give the same inputs. */
export async function fuzz<Input>(target: FuzzTarget<Input>, options: FuzzOptions): Promise<FuzzReport> {
  const known = (options.corpus ?? []).map((line) => target.decode(line));
  const pool: Input[] = [...target.seeds, ...known];
  const seen = new Set<string>();
  const interesting: string[] = [];
  const failures: Failure[] = [];
  const inputAt = (place: number): Input => {
    const chance = chanceOf(`${options.seed}/${place}`);
    // Half of them begin at a sound input: of what is wrong already, little is still taken.
    return known[place] ?? target.mutate(chance.pick(chance.happens(0.5) ? target.seeds : pool), chance);
  };
  const slowMs = options.slowMs ?? TOO_SLOW_MS;
  let [taken, refused, slowestMs, at] = [0, 0, 0, 0];
  for (; at < options.inputs && failures.length < FAILURES_KEPT; at += 1) {
    const input = inputAt(at);
    options.onInput?.(at);
    const began = performance.now();
    const verdict = await verdictOn(target, input);
    let took = performance.now() - began;
    if (took > slowMs) {
      // On a machine with other work the thread itself may have waited: what is slow is slow a second time.
      const again = performance.now();
      await verdictOn(target, input);
      took = Math.min(took, performance.now() - again);
    }
    slowestMs = Math.max(slowestMs, took);
    if (verdict.came === 'taken') taken += 1;
    else if (verdict.came === 'refused') refused += 1;
    if (verdict.came === 'crash' || verdict.came === 'broken') failures.push({ at, kind: verdict.came, says: verdict.says, line: target.encode(input) });
    else if (took > slowMs) failures.push({ at, kind: 'slow', says: `${Math.round(took)} ms`, line: target.encode(input) });
    else if (verdict.why !== undefined && !seen.has(verdict.why)) {
      seen.add(verdict.why);
      const line = target.encode(input);
      // What is long already is changed no further: each of its children would cost a hundred others.
      if (pool.length < POOL && line.length <= LONGEST_CHANGED) pool.push(input);
      if (at >= known.length) interesting.push(line);
    }
  }
  return { target: target.name, inputs: at, taken, refused, reasons: seen.size, slowestMs, failures, interesting, next: target.encode(inputAt(at)) };
}

type Outcome = Verdict | { readonly came: 'crash'; readonly says: string };

async function verdictOn<Input>(target: FuzzTarget<Input>, input: Input): Promise<Outcome> {
  try {
    const verdict = target.run(input);
    return verdict instanceof Promise ? await verdict : verdict;
  } catch (problem) {
    return { came: 'crash', says: problem instanceof Error ? (problem.stack ?? problem.message).split('\n').slice(0, 4).join(' | ') : String(problem) };
  }
}
