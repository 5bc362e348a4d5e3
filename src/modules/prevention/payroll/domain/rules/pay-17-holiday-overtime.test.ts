import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { holidayOvertime } from './pay-17-holiday-overtime.ts';

// 6,000 元 ÷ 21.75 ÷ 8 × 8 × 300 % = 827.586… 元 = 827.59 元.
const national = { workedOn: '2026-10-01', minutes: 480, wageKind: 'month', rate: 600_000, overtimePaid: 82_759, payOn: '2026-11-13' };

describe('《劳动法》第四十四条第(三)项「法定休假日安排劳动者工作的，支付不低于工资的百分之三百的工资报酬」', () => {
  it.each([
    { why: '300 % exactly', facts: national, expected: 'none' },
    { why: 'a fen less', facts: { ...national, overtimePaid: 82_758 }, expected: 2 },
    { why: '10-03, a Saturday, is a statutory day', facts: { ...national, workedOn: '2026-10-03', overtimePaid: 55_172 }, expected: 2 },
    { why: '除夕 is one since 2025', facts: { ...national, workedOn: '2026-02-16', payOn: '2026-03-13', overtimePaid: 0 }, expected: 2 },
    { why: 'in 2024 it was not', facts: { ...national, workedOn: '2024-02-09', payOn: '2024-03-15', overtimePaid: 0 }, expected: 'none' },
    { why: '10-05 is a shifted rest day: 200 %, for another rule', facts: { ...national, workedOn: '2026-10-05', overtimePaid: 0 }, expected: 'none' },
    { why: 'comprehensive hours too', facts: { ...national, workSystem: 'comprehensive', overtimePaid: 0 }, expected: 2 },
    { why: 'irregular hours', facts: { ...national, workSystem: 'irregular', overtimePaid: 0 }, expected: 'none' },
    { why: 'a year without a calendar', facts: { ...national, workedOn: '2027-10-01', overtimePaid: 0 }, expected: 'cannot-determine' },
    { why: 'rate unknown', facts: { ...national, rate: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(holidayOvertime, row));

  it('300 % is paid beside the monthly wage: nothing is taken off for the day’s wage it contains', () => {
    expect(matterFinding(holidayOvertime, { ...national, overtimePaid: 55_172 })).toMatchObject({
      says: '用人单位安排农民工10月1日在法定节假日工作 8 小时，应付加班工资 827.59 元，已付 551.72 元，少付 275.87 元',
      amountFen: 27_587n,
      dueOn: '2026-11-13',
    });
  });
});
