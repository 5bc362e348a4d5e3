import { describe, expect, it } from 'vitest';
import { FUZZ_SEED, inputsOf, keepFrom } from './amount.ts';
import { fuzzInThread } from './in-thread.ts';
import { targets } from './targets/files.ts';

/** A whole workbook is packed, unpacked and read for each input: a hundred times the work of a row. */
const ORDINARY: Readonly<Record<string, number>> = { 'file-csv': 100_000, 'file-xlsx-parts': 100_000, 'file-xlsx-archive': 100_000, 'file-xls': 100_000 };

describe('读文件：残缺的 csv、xlsx、xls', () => {
  it.each(targets.map((target) => target.name))('%s', { timeout: 3_600_000 }, async (target) => {
    const inputs = inputsOf(ORDINARY[target]);
    const report = await fuzzInThread({ module: new URL('./targets/files.ts', import.meta.url), target, inputs, seed: FUZZ_SEED });
    keepFrom(report);
    expect(report.failures.map(({ kind, says, line }) => `${kind}: ${says} ${line.slice(0, 500)}`)).toEqual([]);
    expect(report.inputs).toBe(inputs);
    expect(report.refused).toBeGreaterThan(inputs / 100);
    expect(report.taken).toBeGreaterThan(inputs / 100);
  });
});
