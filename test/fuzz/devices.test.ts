import { describe, expect, it } from 'vitest';
import { FUZZ_SEED, inputsOf, keepFrom } from './amount.ts';
import { fuzzInThread } from './in-thread.ts';
import { targets } from './targets/devices.ts';

describe('考勤设备：十万份残缺的批次和打卡行', () => {
  it.each(targets.map((target) => target.name))('%s', { timeout: 3_600_000 }, async (target) => {
    const inputs = inputsOf();
    const report = await fuzzInThread({ module: new URL('./targets/devices.ts', import.meta.url), target, inputs, seed: FUZZ_SEED });
    keepFrom(report);
    expect(report.failures.map(({ kind, says, line }) => `${kind}: ${says} ${line.slice(0, 500)}`)).toEqual([]);
    expect(report.inputs).toBe(inputs);
    expect(report.refused).toBeGreaterThan(inputs / 10);
    expect(report.taken).toBeGreaterThan(inputs / 100);
    expect(report.reasons).toBeGreaterThan(5);
  });
});
