import { describe, expect, it } from 'vitest';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { lateSurcharge } from './case-18-late-surcharge.ts';

/** Served on 2026-03-02: payable until 3月17日; day 33 is 4月19日, day 34 is 4月20日. */
const owed = { fine: '5000000', servedOn: '2026-03-02', paidOn: 'not-yet', remedies: [] };

describe('《行政处罚法》第七十二条第一款第(一)项「每日按罚款数额的百分之三加处罚款，加处罚款的数额不得超出罚款的数额」', () => {
  it.each([
    { why: 'the last day to pay', facts: owed, on: '2026-03-17', expected: 'none' },
    { why: 'the first day late', facts: owed, on: '2026-03-18', expected: 2 },
    { why: 'paid in time', facts: { ...owed, paidOn: '2026-03-17' }, expected: 'none' },
    { why: 'paid a day late', facts: { ...owed, paidOn: '2026-03-18' }, expected: 2 },
    { why: 'reconsideration from the first late day on', facts: { ...owed, remedies: [{ from: '2026-03-18', until: 'not-yet' }] }, expected: 'none' },
    { why: 'nobody asked about reconsideration', facts: { ...owed, remedies: null }, on: '2026-03-18', expected: 'cannot-determine' },
    { why: 'nobody knows whether it has ended', facts: { ...owed, remedies: [{ from: '2026-03-18' }] }, expected: 'cannot-determine' },
    { why: 'nobody knows whether it was paid', facts: { ...owed, paidOn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(lateSurcharge, row));

  it.each([
    ['2026-03-18', 150_000n],
    ['2026-04-19', 4_950_000n],
    ['2026-04-20', 5_000_000n],
    ['2026-11-22', 5_000_000n],
  ] as const)('the surcharge stops at the whole fine on the 34th day: %s', (on, amount) => {
    expect(matterFinding(lateSurcharge, owed, on).amountFen).toBe(amount);
  });

  it('leaves the days of reconsideration out', () => {
    // 3月18日-4月19日 are 33 days; 3月20日-29日, both in, are 10 of them.
    expect(matterFinding(lateSurcharge, { ...owed, paidOn: '2026-04-19', remedies: [{ from: '2026-03-20', until: '2026-03-29' }] })).toMatchObject({
      says: '罚款 50,000 元逾期 23 日（复议、诉讼期间 10 日不计），可以加处罚款 34,500 元',
      amountFen: 3_450_000n,
      dueOn: '2026-03-17',
    });
  });

  it('says when the cap is reached, and reads nothing it was not told', () => {
    expect(matterFinding(lateSurcharge, owed, '2026-04-20')).toMatchObject({
      says: '罚款 50,000 元逾期 34 日，可以加处罚款 50,000 元，已到罚款数额的上限',
      steps: [{ value: '2026-03-17' }, { reckoned: '50,000 元 × 3% × 34 日，不超出 50,000 元' }],
    });
    expect(askMatter(lateSurcharge, { ...owed, remedies: [{ from: '2026-03-18' }] })).toMatchObject({ missing: ['复议、诉讼终结之日'] });
  });
});
