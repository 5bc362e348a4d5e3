import { describe, expect, it } from 'vitest';
import { FUZZ_SEED, inputsOf, keepFrom } from './amount.ts';
import { fuzzInThread } from './in-thread.ts';
import { targets } from './targets/documents.ts';

/** One template is unpacked, read twice as XML and asked for its fields: a millisecond; tried out it is filled, drawn and given fonts: ten and more. */
const ORDINARY: Readonly<Record<string, number>> = { 'file-docx-parts': 15_000, 'file-docx-tried': 300, 'file-docx-archive': 20_000 };

describe('上传的文书模板：残缺的 docx', () => {
  it.each(targets.map((target) => target.name))('%s', { timeout: 7_200_000 }, async (target) => {
    const inputs = inputsOf(ORDINARY[target]);
    const report = await fuzzInThread({ module: new URL('./targets/documents.ts', import.meta.url), target, inputs, seed: FUZZ_SEED });
    keepFrom(report);
    expect(report.failures.map(({ kind, says, line }) => `${kind}: ${says} ${line.slice(0, 500)}`)).toEqual([]);
    expect(report.inputs).toBe(inputs);
    expect(report.refused).toBeGreaterThan(inputs / 10);
    expect(report.taken).toBeGreaterThan(0);
  });
});
