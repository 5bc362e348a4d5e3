import { describe, expect, it } from 'vitest';
import { FUZZ_SEED, inputsOf, keepFrom } from './amount.ts';
import { fuzzInThread } from './in-thread.ts';
import { targets } from './targets/open-api.ts';

describe('开放接口：每个操作十万份残缺的请求，到碰数据库之前', () => {
  it('文档里的操作一个不少', () => expect(targets.length).toBe(15));

  it.each(targets.map((target) => target.name))('%s', { timeout: 3_600_000 }, async (target) => {
    const inputs = inputsOf();
    const report = await fuzzInThread({ module: new URL('./targets/open-api.ts', import.meta.url), target, inputs, seed: FUZZ_SEED });
    keepFrom(report);
    expect(report.failures.map(({ kind, says, line }) => `${kind}: ${says} ${line.slice(0, 500)}`)).toEqual([]);
    expect(report.inputs).toBe(inputs);
    expect(report.refused).toBeGreaterThan(inputs / 10);
    expect(report.taken).toBeGreaterThan(inputs / 100);
    // The one that takes nothing can be refused for its signature and for what it does not take.
    expect(report.reasons).toBeGreaterThan(3);
  });
});
