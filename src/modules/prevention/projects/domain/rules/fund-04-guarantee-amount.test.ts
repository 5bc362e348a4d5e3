import { describe, expect, it } from 'vitest';
import { basisPoints } from '#kernel/basis-points.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { national } from '#profiles/index.ts';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { guaranteeAmount } from './fund-04-guarantee-amount.ts';

/** A place that asks for 5 %. */
const place = {
  ...national,
  name: '某市',
  parameters: { 'guarantee.min-share': [{ from: civilDate('2024-01-01'), value: basisPoints(500), basis: '某市通知', evidence: 'L' }] },
} as const;
const given = { givenOn: '2026-04-01', price: 10_000_000_000, guaranteed: 500_000_000 };

describe('《保障农民工工资支付条例》第二十四条第一款「建设单位应当向施工单位提供工程款支付担保」: 本地最低比例', () => {
  it.each([
    { why: 'exactly the least share', facts: given, place, expected: 'none' },
    { why: 'a fen below', facts: { ...given, guaranteed: 499_999_999 }, place, expected: 1 },
    { why: 'a fen above', facts: { ...given, guaranteed: 500_000_001 }, place, expected: 'none' },
    { why: 'a place without a share of its own', facts: given, expected: 'cannot-determine' },
    { why: 'price unknown', facts: { ...given, price: null }, place, expected: 'cannot-determine' },
    { why: 'amount unknown', facts: { ...given, guaranteed: null }, place, expected: 'cannot-determine' },
    { why: 'day unknown', facts: { ...given, givenOn: null }, place, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(guaranteeAmount, row));

  it('shows how the least amount came about', () => {
    expect(matterFinding(guaranteeAmount, { ...given, guaranteed: 300_000_000 }, '2026-11-22', place)).toMatchObject({
      says: '建设单位4月1日提供的工程款支付担保为 3,000,000 元，按本地最低比例 5% 应不少于 5,000,000 元，少 2,000,000 元',
      amountFen: 200_000_000n,
      dueOn: '2026-04-01',
      steps: [{ value: 500_000_000n, reckoned: '合同价款 100,000,000 元 × 5%' }],
    });
  });
});
