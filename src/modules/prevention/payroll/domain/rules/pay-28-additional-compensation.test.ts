import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { additionalCompensation } from './pay-28-additional-compensation.ts';

// The set day 2026-09-26 is a Saturday: it moves to Monday 09-28.
const ignored = { servedOn: '2026-09-18', setOn: '2026-09-26', unpaid: 1_000_001, workers: 7 };

describe('《劳动保障监察条例》第二十六条「逾期不支付的，责令用人单位按照应付金额50%以上1倍以下的标准计算，向劳动者加付赔偿金」', () => {
  it.each([
    { why: 'the last day, moved after the weekend', facts: ignored, on: '2026-09-28', expected: 'none' },
    { why: 'the day after it', facts: ignored, on: '2026-09-29', expected: 3 },
    { why: 'no order, nothing follows', facts: { ...ignored, servedOn: 'not-yet' }, expected: 'none' },
    { why: 'paid in time', facts: { ...ignored, unpaid: 0 }, expected: 'none' },
    { why: 'one fen unpaid', facts: { ...ignored, unpaid: 1 }, expected: 3 },
    { why: 'order unknown', facts: { ...ignored, servedOn: null }, expected: 'cannot-determine' },
    { why: 'unpaid unknown', facts: { ...ignored, unpaid: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(additionalCompensation, row));

  it('reckons on what was unpaid when the order ended, and it goes to the workers', () => {
    const found = matterFinding(additionalCompensation, ignored);
    expect(found.says).toBe('用人单位到9月28日责令期限届满仍欠农民工工资 10,000.01 元，应当责令其向农民工加付赔偿金 5,000.01 元 至 10,000.01 元');
    expect(found).toMatchObject({ amountFen: 500_001n, people: 7, dueOn: '2026-09-28', duty: 'employer', owedTo: 'worker' });
    expect(found.steps?.map(({ label, value }) => [label, value])).toEqual([
      ['责令期限届满时仍未支付', 1_000_001n],
      ['加付赔偿金下限', 500_001n],
      ['加付赔偿金上限', 1_000_001n],
    ]);
  });
});
