import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reckon, reckoned } from '../../../../../../test/builders/matters.ts';
import { smeLateInterest } from './sme-late-interest.ts';

// The thirtieth day after 2026-03-02 is 2026-04-01.
const owed = { payer: 'institution', isSme: true, start: 'confirmed', startOn: '2026-03-02', hasTerm: false, amount: 100_000_000, payments: [], rate: 'none' };
const ask = (given: object, on = '2026-05-01') => reckoned(smeLateInterest, { ...owed, ...given }, on);

describe('《保障中小企业款项支付条例》第十七条「未作约定的，按照每日利率万分之五支付逾期利息」', () => {
  it('reckons day by day on what was unpaid', () => {
    // 1,000,000 × 9 days, 600,000 × 10 days, 250,000 × 11 days at 0.05 %: 4,500 + 3,000 + 1,375.
    const payments = [
      { paidOn: '2026-04-20', amount: 35_000_000 },
      { paidOn: '2026-04-10', amount: 40_000_000 },
    ];
    const sheet = ask({ payments });
    expect(sheet.byLabel).toEqual({ 逾期利息: 887_500n, 付款最后一日: '2026-04-01', 尚欠本金: 25_000_000n, 尚欠本金已逾期: 30, 适用利率: '每日利率 0.05%' });
    expect(sheet.steps.map(({ label, value }) => [label, value])).toEqual([
      ['付款期限', 30],
      ['付款最后一日', '2026-04-01'],
      ['2026-04-01 后至 2026-04-10', 9],
      ['2026-04-10 后至 2026-04-20', 10],
      ['2026-04-20 后至 2026-05-01', 11],
      ['逾期利息', 887_500n],
    ]);
  });

  it('owes nothing on the last day, and one day on the next', () => {
    expect(ask({}, '2026-04-01').byLabel).toMatchObject({ 逾期利息: 0n, 尚欠本金已逾期: 0 });
    expect(ask({}, '2026-04-02').byLabel).toMatchObject({ 逾期利息: 50_000n, 尚欠本金已逾期: 1 });
  });

  it('what was paid in time bears no interest, what was paid too much neither', () => {
    expect(ask({ payments: [{ paidOn: '2026-03-20', amount: 100_000_000 }] }).byLabel).toMatchObject({ 逾期利息: 0n, 尚欠本金: 0n });
    expect(ask({ payments: [{ paidOn: '2026-04-03', amount: 200_000_000 }] }).byLabel).toMatchObject({ 逾期利息: 100_000n, 尚欠本金: 0n });
  });

  it('rounds once, at the end', () => {
    // 1,001 fen × 1 day × 0.05 % = 0.5005 fen; 999 fen × 1 day = 0.4995 fen.
    expect(ask({ amount: 1_001 }, '2026-04-02').byLabel).toMatchObject({ 逾期利息: 1n });
    expect(ask({ amount: 999 }, '2026-04-02').byLabel).toMatchObject({ 逾期利息: 0n });
  });

  it('takes an agreed rate by the year, and the market rate where the agreed one is below it', () => {
    // 100,000,000 fen × 30 days × 3.65 % ÷ 365 = 300,000 fen.
    expect(ask({ rate: 'annual', agreedRate: 365, lpr: 300 }).byLabel).toMatchObject({ 逾期利息: 300_000n, 适用利率: '年利率 3.65%' });
    const below = ask({ rate: 'annual', agreedRate: 200, lpr: 365 });
    expect(below.byLabel).toMatchObject({ 逾期利息: 300_000n, 适用利率: '年利率 3.65%' });
    expect(below.notes.join('')).toContain('由人判断');
  });

  it('the market rate is data that a person gives', () => {
    expect(reckon(smeLateInterest, { ...owed, rate: 'annual', agreedRate: 365 })).toEqual({
      answer: 'cannot-determine',
      missing: ['合同订立时1年期贷款市场报价利率'],
    });
  });

  it('does not reckon what the regulation does not govern', () => {
    expect(reckon(smeLateInterest, { ...owed, payer: 'other' }).answer).toBe('needs-person');
  });

  it('paying more, or earlier, never raises the interest; the order of payments does not matter', () => {
    const payment = fc.record({ day: fc.integer({ min: 1, max: 30 }), amount: fc.nat(60_000_000) });
    const on = (day: number) => `2026-04-${String(day).padStart(2, '0')}`;
    fc.assert(
      fc.property(fc.array(payment, { minLength: 1, maxLength: 5 }), fc.nat(4), fc.nat(10_000_000), (paid, which, more) => {
        const rows = paid.map(({ day, amount }) => ({ paidOn: on(day), amount }));
        const interest = (payments: readonly object[]) => BigInt(String(ask({ payments }).byLabel['逾期利息']));
        const before = interest(rows);
        expect(interest(rows.toReversed())).toBe(before);
        const changed = (change: (row: { paidOn: string; amount: number }) => object) =>
          rows.map((row, at) => (at === which % rows.length ? change(row) : row));
        expect(interest(changed((row) => ({ ...row, amount: row.amount + more }))) <= before).toBe(true);
        expect(interest(changed((row) => ({ ...row, paidOn: on(1) }))) <= before).toBe(true);
      }),
    );
  });
});
