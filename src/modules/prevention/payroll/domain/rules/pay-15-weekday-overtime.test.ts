import { describe, expect, it } from 'vitest';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { weekdayOvertime } from './pay-15-weekday-overtime.ts';

// 6,000 元 ÷ 21.75 ÷ 8 × 2 × 150 % = 103.448… 元 = 103.45 元. Monday 2026-09-14; the wage of September is due on 2026-10-15, a Thursday.
const evening = { workedOn: '2026-09-14', minutes: 120, workSystem: 'standard', wageKind: 'month', rate: 600_000, overtimePaid: 10_345, payOn: '2026-10-15' };

describe('《劳动法》第四十四条第(一)项「安排劳动者延长工作时间的，支付不低于工资的百分之一百五十的工资报酬」', () => {
  it.each([
    { why: '150 % exactly', facts: evening, expected: 'none' },
    { why: 'a fen less', facts: { ...evening, overtimePaid: 10_344 }, expected: 2 },
    { why: 'a fen more', facts: { ...evening, overtimePaid: 10_346 }, expected: 'none' },
    { why: 'on the pay date it is not late', facts: { ...evening, overtimePaid: 0 }, on: '2026-10-15', expected: 'none' },
    { why: 'the day after it is', facts: { ...evening, overtimePaid: 0 }, on: '2026-10-16', expected: 2 },
    {
      why: 'a pay date in the golden week moves back to 09-30',
      facts: { ...evening, overtimePaid: 0, payOn: '2026-10-04' },
      on: '2026-09-30',
      expected: 'none',
    },
    { why: 'so it is late on 10-01', facts: { ...evening, overtimePaid: 0, payOn: '2026-10-04' }, on: '2026-10-01', expected: 2 },
    { why: 'a make-up Saturday is a working day', facts: { ...evening, workedOn: '2026-10-10', overtimePaid: 0 }, expected: 2 },
    { why: 'a Sunday is for another rule', facts: { ...evening, workedOn: '2026-09-13', overtimePaid: 0 }, expected: 'none' },
    { why: 'day wage 320 元: 320 ÷ 8 × 2 × 150 % = 120 元', facts: { ...evening, wageKind: 'day', rate: 32_000, overtimePaid: 12_000 }, expected: 'none' },
    { why: 'day wage, a fen less', facts: { ...evening, wageKind: 'day', rate: 32_000, overtimePaid: 11_999 }, expected: 2 },
    { why: 'hour wage 40 元', facts: { ...evening, wageKind: 'hour', rate: 4000, overtimePaid: 11_999 }, expected: 2 },
    { why: 'piece price 5 元, 20 pieces: 150 元', facts: { ...evening, wageKind: 'piece', rate: 500, pieces: 20, overtimePaid: 15_000 }, expected: 'none' },
    { why: 'piece price, a fen less', facts: { ...evening, wageKind: 'piece', rate: 500, pieces: 20, overtimePaid: 14_999 }, expected: 2 },
    { why: 'piece price, pieces unknown', facts: { ...evening, wageKind: 'piece', rate: 500 }, expected: 'cannot-determine' },
    { why: 'irregular hours: no overtime pay', facts: { ...evening, workSystem: 'irregular', overtimePaid: 0 }, expected: 'none' },
    { why: 'comprehensive hours: the whole cycle counts', facts: { ...evening, workSystem: 'comprehensive', overtimePaid: 0 }, expected: 'needs-person' },
    { why: 'no approval shown: standard hours', facts: { ...evening, workSystem: null, overtimePaid: 0 }, expected: 2 },
    { why: 'paid unknown', facts: { ...evening, overtimePaid: null }, expected: 'cannot-determine' },
    { why: 'day unknown', facts: { ...evening, workedOn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(weekdayOvertime, row));

  it('never rounds the hourly wage before it multiplies: 34.48 元 × 2 × 150 % would be a fen short', () => {
    const found = matterFinding(weekdayOvertime, { ...evening, overtimePaid: 10_344 });
    expect(found).toMatchObject({ amountFen: 1n, dueOn: '2026-10-15', duty: 'employer', owedTo: 'worker' });
    expect(found.says).toBe('用人单位安排农民工9月14日延长工作时间 2 小时，应付加班工资 103.45 元，已付 103.44 元，少付 0.01 元');
    expect(found.steps?.[0]).toMatchObject({ value: 10_345n, reckoned: '6,000 元 ÷ 21.75 ÷ 8 × 2 小时 × 150%' });
  });

  it('does not guess what a day of a year without a published calendar is', () => {
    expect(askMatter(weekdayOvertime, { ...evening, workedOn: '2027-03-01', payOn: '2027-04-15', overtimePaid: 0 }, '2027-05-01')).toEqual({
      answer: 'cannot-determine',
      missing: ['2027年放假安排尚未录入，不知道这一日是工作日、休息日还是法定节假日'],
    });
  });
});
