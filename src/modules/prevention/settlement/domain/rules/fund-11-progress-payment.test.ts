import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { progressShare } from './fund-11-progress-payment.ts';

const paid = { owner: 'government', signedOn: '2026-01-12', dueOn: '2026-03-20', completed: 1_000_000_000, paid: 800_000_000 };

describe('财建〔2022〕183号第一部分「政府机关、事业单位、国有企业建设工程进度款支付应不低于已完成工程价款的80%」', () => {
  it.each([
    { why: 'exactly 80 %', facts: paid, expected: 'none' },
    { why: 'a fen below', facts: { ...paid, paid: 799_999_999 }, expected: 2 },
    { why: 'a fen above', facts: { ...paid, paid: 800_000_001 }, expected: 'none' },
    { why: 'a state-owned enterprise', facts: { ...paid, owner: 'soe', paid: 0 }, expected: 2 },
    { why: 'a private owner is free', facts: { ...paid, owner: 'other', paid: 0 }, expected: 'none' },
    { why: 'on the day agreed', facts: { ...paid, paid: 0 }, on: '2026-03-20', expected: 'none' },
    { why: 'the day after', facts: { ...paid, paid: 0 }, on: '2026-03-21', expected: 2 },
    { why: 'a Saturday moves to Monday', facts: { ...paid, dueOn: '2026-03-21', paid: 0 }, on: '2026-03-23', expected: 'none' },
    { why: 'signed on the first day of the notice', facts: { ...paid, signedOn: '2022-08-01', paid: 0 }, expected: 2 },
    { why: 'signed before the notice', facts: { ...paid, signedOn: '2022-07-31', paid: 0 }, expected: 'cannot-determine' },
    { why: 'owner unknown', facts: { ...paid, owner: null }, expected: 'cannot-determine' },
    { why: 'payments unknown', facts: { ...paid, paid: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(progressShare, row));

  it('says how much is short', () => {
    expect(matterFinding(progressShare, { ...paid, paid: 650_000_000 })).toMatchObject({
      says: '建设单位（政府机关）应于3月20日前支付不低于已完成工程价款 80% 的进度款 8,000,000 元，实付 6,500,000 元，少付 1,500,000 元',
      amountFen: 150_000_000n,
      dueOn: '2026-03-20',
      duty: 'project-owner',
    });
  });
});
