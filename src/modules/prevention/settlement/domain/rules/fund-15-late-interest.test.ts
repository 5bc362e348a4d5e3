import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { smeLateInterestDue } from './fund-15-late-interest.ts';

// The thirtieth day after 2026-03-02 is 2026-04-01.
const owed = { payer: 'government', isSme: true, start: 'delivered', startOn: '2026-03-02', hasTerm: false, amount: 100_000_000, payments: [], rate: 'none' };
const agreed = (agreedRate: number, lpr: number, rate = 'annual') => ({ ...owed, rate, agreedRate, lpr });

describe('《保障中小企业款项支付条例》第十七条「约定利率不得低于合同订立时1年期贷款市场报价利率；未作约定的，按照每日利率万分之五支付逾期利息」', () => {
  it.each([
    { why: 'the last day of payment', facts: owed, on: '2026-04-01', expected: 'none' },
    { why: 'the day after', facts: owed, on: '2026-04-02', expected: 0 },
    { why: 'paid in time', facts: { ...owed, payments: [{ paidOn: '2026-04-01', amount: 100_000_000 }] }, expected: 'none' },
    { why: 'paid a day late', facts: { ...owed, payments: [{ paidOn: '2026-04-02', amount: 100_000_000 }] }, expected: 0 },
    { why: 'not governed', facts: { ...owed, payer: 'other' }, expected: 'none' },
    { why: 'a rate was agreed, the market rate is not stated', facts: { ...owed, rate: 'annual', agreedRate: 400 }, expected: 'cannot-determine' },
    { why: 'nobody knows whether a rate was agreed', facts: { ...owed, rate: null }, expected: 'cannot-determine' },
    { why: 'payments unknown', facts: { ...owed, payments: null }, expected: 'cannot-determine' },
    { why: 'a payment without a day', facts: { ...owed, payments: [{ amount: 1 }] }, expected: 'cannot-determine' },
    { why: 'amount unknown', facts: { ...owed, amount: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(smeLateInterestDue, row));

  it('says what is owed: ten days on a million yuan are 5,000', () => {
    expect(matterFinding(smeLateInterestDue, owed, '2026-04-11')).toMatchObject({
      says: '付款方应当自4月1日的次日起按每日利率 0.05%支付逾期利息，至今 5,000 元，尚欠本金 1,000,000 元',
      amountFen: 500_000n,
      dueOn: '2026-04-01',
    });
  });

  it('an agreed rate that equals the market rate is lawful, one below it is not', () => {
    // 100,000,000 fen × 100 days × 3 % ÷ 365 = 821,917.808… fen.
    const equal = matterFinding(smeLateInterestDue, agreed(300, 300), '2026-07-10');
    expect(equal).toMatchObject({ amountFen: 821_918n });
    expect(equal.says).not.toContain('低于');
    expect(matterFinding(smeLateInterestDue, agreed(299, 300), '2026-07-10')).toMatchObject({ amountFen: 821_918n });
    expect(matterFinding(smeLateInterestDue, agreed(299, 300), '2026-07-10').says).toContain('约定的利率低于订立时1年期贷款市场报价利率');
  });

  it('a daily rate is held against the market rate by the year', () => {
    // 1 bp a day is 3.65 % a year.
    expect(matterFinding(smeLateInterestDue, agreed(1, 365, 'daily'), '2026-07-10')).toMatchObject({ amountFen: 1_000_000n });
    expect(matterFinding(smeLateInterestDue, agreed(1, 366, 'daily'), '2026-07-10').says).toContain('低于');
  });
});
