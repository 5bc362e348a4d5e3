import { describe, expect, it } from 'vitest';
import { fuzz } from './fuzz.ts';
import { fuzzInThread } from './in-thread.ts';
import { hanging, targets } from './targets/planted.ts';

describe('the fuzzer itself: a reader with a planted bug does not pass', () => {
  it.each(targets.map((target) => [target.name, target] as const))('%s', async (_, target) => {
    let failures: readonly unknown[] = [];
    // In slices, so that a bug that takes seconds is met once and not ten times.
    for (let slice = 0; failures.length === 0 && slice < 200; slice += 1) ({ failures } = await fuzz(target, { inputs: 500, seed: `planted-${slice}` }));
    expect(failures.length).toBeGreaterThan(0);
  });

  it('a hang is ended from outside, and the input is told', async () => {
    const report = await fuzzInThread({
      module: new URL('./targets/hanging.ts', import.meta.url),
      target: hanging.name,
      inputs: 100_000,
      seed: 'planted',
      hangMs: 3_000,
    });
    expect(report.failures).toMatchObject([{ kind: 'hang' }]);
    expect(JSON.stringify(hanging.decode(report.failures[0]?.line ?? ''))).toContain('\u202e');
  });

  it('the same seed gives the same inputs', async () => {
    const target = targets[0];
    if (target === undefined) throw new Error('no target');
    const run = async (seed: string) => (await fuzz(target, { inputs: 50, seed })).next;
    expect(await run('a')).toBe(await run('a'));
    expect(await run('a')).not.toBe(await run('b'));
  });
});
