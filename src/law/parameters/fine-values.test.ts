import { describe, expect, it } from 'vitest';
import { fen } from '#kernel/fen.ts';
import { fenRange } from './fen-range.ts';
import { inWords, readValue } from './parameter.ts';

describe('a range of money', () => {
  it('is said with both its ends, and never ends below its beginning', () => {
    expect(inWords('fen-range', fenRange(fen(2_000_000), fen(5_000_000)))).toBe('20,000 元以上 50,000 元以下');
    expect(() => fenRange(fen(2), fen(1))).toThrow('a range ends below its beginning');
  });

  it('is read from a draft', () => {
    expect(readValue('fen-range', { least: '2000000', most: 5_000_000 })).toEqual({ least: 2_000_000n, most: 5_000_000n });
    expect(readValue('fen-range', { least: '1', most: '1' })).toEqual({ least: 1n, most: 1n });
    for (const wrong of [{ least: '2', most: '1' }, { least: '1' }, { least: 'x', most: '1' }, 5, null]) expect(readValue('fen-range', wrong)).toBeNull();
  });
});

describe('a place’s list of trifles', () => {
  const entry = { violation: '56-4', lenity: 'none', firstOnly: true, maxWorkers: 2, correctedWithinDays: null, says: '首次、不超过2人的不予处罚' };

  it('is read from a draft and said in its own words', () => {
    expect(readValue('leniency-list', [entry])).toEqual([entry]);
    expect(inWords('leniency-list', [{ ...entry, lenity: 'none' }])).toBe('首次、不超过2人的不予处罚');
    for (const wrong of [[{ ...entry, lenity: 'mild' }], [{ ...entry, maxWorkers: -1 }], entry]) expect(readValue('leniency-list', wrong)).toBeNull();
  });
});
