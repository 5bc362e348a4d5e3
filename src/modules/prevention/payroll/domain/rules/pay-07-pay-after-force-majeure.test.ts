import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { payAfterForceMajeure } from './pay-07-pay-after-force-majeure.ts';

// Friday 2026-09-18 + 5 working days: 09-20 is a make-up Sunday (1), 21, 22, 23 (4), 24 (5).
const ended = { endedOn: '2026-09-18', unpaid: 3_000_000, workers: 5 };

describe('《保障农民工工资支付条例》第十四条第二款「因不可抗力未能在支付日期支付工资的，应当在不可抗力消除后及时支付」', () => {
  it.each([
    { why: 'the fifth working day, a make-up Sunday among them', facts: ended, on: '2026-09-24', expected: 'none' },
    { why: 'the day after it', facts: ended, on: '2026-09-25', expected: 1 },
    {
      why: 'across the golden week: 09-30, 10-08, 09, the make-up Saturday 10, 12',
      facts: { ...ended, endedOn: '2026-09-29' },
      on: '2026-10-12',
      expected: 'none',
    },
    { why: 'the day after that', facts: { ...ended, endedOn: '2026-09-29' }, on: '2026-10-13', expected: 1 },
    { why: 'it still lasts', facts: { ...ended, endedOn: 'not-yet' }, expected: 'none' },
    { why: 'all paid', facts: { ...ended, unpaid: 0 }, expected: 'none' },
    { why: 'one fen unpaid', facts: { ...ended, unpaid: 1 }, expected: 1 },
    { why: 'nobody knows whether it ended', facts: { ...ended, endedOn: null }, expected: 'cannot-determine' },
    { why: 'nobody knows what is unpaid', facts: { endedOn: '2026-09-18' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(payAfterForceMajeure, row));

  it('says who owes what since when', () => {
    expect(matterFinding(payAfterForceMajeure, ended, '2026-09-30')).toMatchObject({
      says: '不可抗力9月18日已经消除，用人单位仍欠农民工工资 30,000 元',
      amountFen: 3_000_000n,
      people: 5,
      dueOn: '2026-09-24',
      provisional: false,
      duty: 'employer',
      owedTo: 'worker',
    });
  });

  it('is provisional where the calendar is not published', () => {
    expect(matterFinding(payAfterForceMajeure, { ...ended, endedOn: '2026-12-30' }, '2027-01-20').provisional).toBe(true);
  });
});
