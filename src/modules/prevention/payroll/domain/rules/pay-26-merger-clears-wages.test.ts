import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { mergerClearsWages } from './pay-26-merger-clears-wages.ts';

const merged = { change: 'merger', changedOn: '2026-09-01', arrears: 5_000_000, isAgreed: false, workers: 20 };

describe('《保障农民工工资支付条例》第二十一条「用人单位合并或者分立时，应当在实施合并或者分立前依法清偿拖欠的农民工工资」', () => {
  it.each([
    { why: 'merged with arrears', facts: merged, expected: 3 },
    { why: 'divided with arrears', facts: { ...merged, change: 'division' }, expected: 3 },
    { why: 'the day before: still in time', facts: merged, on: '2026-08-31', expected: 'none' },
    { why: 'the day of the change', facts: merged, on: '2026-09-01', expected: 3 },
    { why: 'no arrears', facts: { ...merged, arrears: 0 }, expected: 'none' },
    { why: 'one fen', facts: { ...merged, arrears: 1 }, expected: 3 },
    { why: 'agreed with the workers in writing', facts: { ...merged, isAgreed: true }, expected: 'none' },
    { why: 'not carried out', facts: { ...merged, changedOn: 'not-yet' }, expected: 'none' },
    { why: 'agreement unknown', facts: { ...merged, isAgreed: null }, expected: 'cannot-determine' },
    { why: 'day unknown', facts: { ...merged, changedOn: null }, expected: 'cannot-determine' },
    { why: 'arrears unknown', facts: { ...merged, arrears: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(mergerClearsWages, row));

  it('is due on the day before the change', () => {
    expect(matterFinding(mergerClearsWages, merged)).toMatchObject({
      says: '用人单位9月1日实施合并，此前没有清偿拖欠的农民工工资 50,000 元，也没有与农民工书面协商一致',
      amountFen: 5_000_000n,
      people: 20,
      dueOn: '2026-08-31',
      owedTo: 'worker',
    });
  });
});
