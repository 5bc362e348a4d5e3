import { keep } from './corpus.ts';
import type { FuzzReport } from './fuzz.ts';

/** How many inputs a target gets: 100,000 in the ordinary test run, 1,000,000 by `npm run fuzz`, which also keeps what it finds. */
export function inputsOf(ordinary = 100_000): number {
  const asked = Number(process.env.FUZZ_INPUTS ?? 0);
  // A target that is slow by nature gets its share of a long run, too.
  return asked > 0 ? Math.round((asked * ordinary) / 100_000) : ordinary;
}

/** The seed of the run; a long run is given the hour, so that no two try the same. */
export const FUZZ_SEED = process.env.FUZZ_SEED ?? 'anxin';

/** What failed is kept at once, so that every later run begins with it; what was merely interesting only by `npm run fuzz`. */
export function keepFrom(report: FuzzReport): void {
  const interesting = process.env.FUZZ_KEEP === '1' ? report.interesting : [];
  if (report.failures.length > 0 || interesting.length > 0)
    keep(
      report.target,
      report.failures.map((failure) => failure.line),
      interesting,
    );
}
