import { describe, expect, it } from 'vitest';
import { inWords, readValue } from './parameter.ts';

describe('存储标准和下浮办法', () => {
  const scale = [
    { from: '0', rate: 150, cap: 500_000_000 },
    { from: 1_000_000_000, rate: 100, industries: ['transport', 'railway'], cap: '300000000', capTogether: true },
  ];

  it('are read from a draft and said in words', () => {
    const read = readValue('deposit-scale', scale);
    expect(read).toEqual([
      { from: 0n, rate: 150, cap: 500_000_000n },
      { from: 1_000_000_000n, rate: 100, industries: ['transport', 'railway'], cap: 300_000_000n, capTogether: true },
    ]);
    expect(read === null ? null : inWords('deposit-scale', read)).toBe(
      '0 元起 1.5%，上限 5,000,000 元、交通运输、铁路 10,000,000 元起 1%，各工程合计上限 3,000,000 元',
    );
  });

  it.each([
    [{ kind: 'none' }, '不下浮'],
    [{ kind: 'to', rate: 50 }, '降为0.5%'],
    [{ kind: 'points', points: 50 }, '减去0.5%（百分点）'],
    [{ kind: 'share', share: 5000 }, '降低50%'],
  ] as const)('%o', (input, words) => {
    const read = readValue('lowering', input);
    expect(read).toEqual(input);
    expect(read === null ? null : inWords('lowering', read)).toBe(words);
  });

  it('refuses what is none', () => {
    for (const input of [null, 200, [], [{ from: 0 }], [{ from: 0, rate: 150, industries: ['nuclear'] }], [{ from: -1, rate: 150 }]]) {
      expect(readValue('deposit-scale', input)).toBeNull();
    }
    for (const input of [null, 50, { kind: 'to' }, { kind: 'half' }, { kind: 'share', share: 0.5 }]) expect(readValue('lowering', input)).toBeNull();
  });
});
