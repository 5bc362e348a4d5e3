import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basisPoints, formatBp, shareBp } from './basis-points.ts';
import { atLeast, atMost, lessThan, moreThan } from './bounds.ts';
import { addFen, fen, formatYuan, inYuan, parseYuan, plainYuan, scaleFen, shareOfFen, subtractFen } from './fen.ts';

describe('money', () => {
  it.each([
    ['1,379,028 元', 137_902_800n],
    ['1379028.5', 137_902_850n],
    ['￥60', 6_000n],
    ['６０．２５', 6_025n],
    ['0.01', 1n],
    ['-12.30', -1_230n],
    ['100.000', 10_000n],
    [' ￥ 60 元 ', 6_000n],
    ['60元', 6_000n],
  ])('reads %s', (text, amount) => {
    expect(parseYuan(text)).toBe(amount);
  });

  it.each(['', '元', '1,37', '12.345', '1e5', '一千', '12..3', 'NaN', '1 2', '60￥', '6￥0', '60元整', '60 元 5 角'])('refuses %s', (text) => {
    expect(parseYuan(text)).toBeNull();
  });

  it('writes what it reads', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (amount) => parseYuan(inYuan(fen(amount))) === amount));
    expect(formatYuan(fen(137_902_805n))).toBe('1,379,028.05');
  });

  it.each([
    [0n, '0'],
    [1n, '0.01'],
    [100n, '1'],
    [6_050n, '60.50'],
    [100_000n, '1,000'],
    [99_999_900n, '999,999'],
    [-123_456_700n, '-1,234,567'],
  ])('shows %s fen as %s', (amount, shown) => {
    expect(formatYuan(fen(amount))).toBe(shown);
    expect(inYuan(fen(amount))).toBe(`${shown} 元`);
  });

  it('adds and takes away', () => {
    expect(addFen()).toBe(0n);
    expect(addFen(fen(5), fen(7), fen(-2))).toBe(10n);
    expect(subtractFen(fen(5), fen(7))).toBe(-2n);
  });

  it.each([
    [5n, 'half-up', 3n],
    [5n, 'down', 2n],
    [-5n, 'half-up', -3n],
    [-5n, 'down', -2n],
    [4n, 'up', 2n],
    [5n, 'up', 3n],
  ] as const)('half of %s rounded %s is %s', (amount, rounding, half) => {
    expect(scaleFen(fen(amount), 1, 2, rounding)).toBe(half);
  });

  it.each([
    [100, 'half-up', 33n],
    [200, 'half-up', 67n],
    [100, 'up', 34n],
    [200, 'down', 66n],
    [300, 'up', 100n],
    [0, 'up', 0n],
  ] as const)('a third of %s rounded %s is %s', (amount, rounding, third) => {
    expect(scaleFen(fen(amount), 1, 3, rounding)).toBe(third);
  });

  it.each([0, -1])('has no share over %s', (denominator) => {
    expect(() => scaleFen(fen(1), 1, denominator, 'down')).toThrow('positive denominator');
  });

  it('takes a share once rounded', () => {
    expect(shareOfFen(fen(333n), basisPoints(5000), 'half-up')).toBe(167n);
  });
});

describe('an amount for machines', () => {
  it.each([
    [0n, '0.00'],
    [5n, '0.05'],
    [-5n, '-0.05'],
    [660_050n, '6600.50'],
    [137_902_800n, '1379028.00'],
  ])('%s → %s, and back', (amount, shown) => {
    expect(plainYuan(amount)).toBe(shown);
    expect(parseYuan(shown)).toBe(amount);
  });
});

describe('a share', () => {
  it('says 100 % only when nothing is missing', () => {
    expect(shareBp(99_999, 100_000)).toBe(9999);
    expect(shareBp(5, 5)).toBe(10_000);
    expect(shareBp(0, 0)).toBeNull();
    expect(formatBp(basisPoints(3333))).toBe('33.33%');
    expect(formatBp(basisPoints(8500))).toBe('85%');
    expect(formatBp(basisPoints(1250))).toBe('12.5%');
  });

  it.each([
    [0, '0%'],
    [5, '0.05%'],
    [105, '1.05%'],
    [10_000, '100%'],
    [-1250, '-12.5%'],
  ])('shows %s hundredths of a percent as %s', (share, shown) => expect(formatBp(basisPoints(share))).toBe(shown));

  it('is a whole number of hundredths of a percent', () => {
    expect(() => basisPoints(0.5)).toThrow('basis points are whole numbers: 0.5');
    expect(shareBp(5, -1)).toBeNull();
    expect(shareBp(3n, 2n)).toBe(15_000);
  });
});

describe('民法典第一千二百五十九条: 以上、以下包括本数，不满、超过不包括本数', () => {
  it('holds each word at the number itself', () => {
    expect([atLeast(10, 10), atMost(10, 10), moreThan(10, 10), lessThan(10, 10)]).toEqual([true, true, false, false]);
    expect([atLeast(11, 10), atMost(9, 10), moreThan(11, 10), lessThan(9, 10)]).toEqual([true, true, true, true]);
    expect([atLeast(9, 10), atMost(11, 10), moreThan(9, 10), lessThan(11, 10)]).toEqual([false, false, false, false]);
  });
});
