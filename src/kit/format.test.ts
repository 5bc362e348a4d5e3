import { describe, expect, it } from 'vitest';
import { count, day, dueWord, fileSize, moment, month, shortYuan, yuan } from './format.ts';

describe('金额', () => {
  it.each([
    ['137902800', '1,379,028'],
    ['0', '0'],
    ['5', '0.05'],
    ['1205', '12.05'],
    ['100000000000', '1,000,000,000'],
    ['-40260050', '−402,600.50'],
  ])('%s 分写作 %s 元', (fen, words) => expect(yuan(fen)).toBe(words));

  it.each([
    ['9999999', '99,999.99', '元'],
    ['10000000', '10', '万元'],
    ['2134567800', '2,135', '万元'],
    ['21000000000', '2.1', '亿元'],
  ])('统计里 %s 分写作 %s %s', (fen, number, unit) => expect(shortYuan(fen)).toEqual({ number, unit }));
});

describe('时限', () => {
  it.each([
    [-2, '超期 2 天'],
    [-1, '超期 1 天'],
    [0, '今天到期'],
    [1, '剩 1 天'],
    [6, '剩 6 天'],
  ])('%d', (days, words) => expect(dueWord(days)).toBe(words));
});

describe('日期', () => {
  it('今年不写年', () => expect(day('2026-11-05', '2026-12-31')).toBe('11月5日'));
  it('往年写年', () => expect(day('2025-12-31', '2026-01-01')).toBe('2025年12月31日'));
  it('月份', () => expect([month('2026-10', '2026-11-22'), month('2025-12', '2026-11-22')]).toEqual(['10月', '2025年12月']));
  it('时刻按北京时间，跨日也对', () => expect(moment('2026-11-20T16:05:00Z', '2026-11-22')).toBe('11月21日 00:05'));
});

it('个数分节，小数不分', () => expect([count(999), count(1000), count(12345.6789)]).toEqual(['999', '1,000', '12,345.6789']));
it('文件大小', () =>
  expect([fileSize(1023), fileSize(1024), fileSize(10_240), fileSize(20 * 1024 * 1024)]).toEqual(['1023 字节', '1.0 KB', '10 KB', '20.0 MB']));
