import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { restDayOvertime } from './pay-16-rest-day-overtime.ts';

// 6,000 元 ÷ 21.75 ÷ 8 × 8 × 200 % = 551.724… 元 = 551.72 元. Sunday 2026-09-13.
const sunday = {
  workedOn: '2026-09-13',
  minutes: 480,
  wageKind: 'month',
  rate: 600_000,
  overtimePaid: 55_172,
  payOn: '2026-10-15',
  timeOff: false,
};

describe('《劳动法》第四十四条第(二)项「休息日安排劳动者工作又不能安排补休的，支付不低于工资的百分之二百的工资报酬」', () => {
  it.each([
    { why: '200 % exactly', facts: sunday, expected: 'none' },
    { why: 'a fen less', facts: { ...sunday, overtimePaid: 55_171 }, expected: 2 },
    { why: 'time off instead', facts: { ...sunday, overtimePaid: 0, timeOff: true }, expected: 'none' },
    { why: 'time off unknown', facts: { ...sunday, overtimePaid: 0, timeOff: null }, expected: 'cannot-determine' },
    { why: 'time off unknown, but paid in full', facts: { ...sunday, timeOff: null }, expected: 'none' },
    { why: 'the shifted rest days of the golden week are paid at 200 %', facts: { ...sunday, workedOn: '2026-10-06' }, expected: 'none' },
    { why: 'a shifted rest day, a fen less', facts: { ...sunday, workedOn: '2026-10-06', overtimePaid: 55_171 }, on: '2026-11-22', expected: 2 },
    { why: 'a make-up Sunday is a working day', facts: { ...sunday, workedOn: '2026-09-20', overtimePaid: 0 }, expected: 'none' },
    { why: 'a statutory day is for another rule', facts: { ...sunday, workedOn: '2026-10-01', overtimePaid: 0 }, expected: 'none' },
    { why: 'irregular hours', facts: { ...sunday, workSystem: 'irregular', overtimePaid: 0 }, expected: 'none' },
    { why: 'comprehensive hours', facts: { ...sunday, workSystem: 'comprehensive', overtimePaid: 0 }, expected: 'needs-person' },
    { why: 'a year without a calendar', facts: { ...sunday, workedOn: '2027-03-07', overtimePaid: 0 }, expected: 'cannot-determine' },
    { why: 'length unknown', facts: { ...sunday, minutes: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(restDayOvertime, row));

  it('says what is short', () => {
    expect(matterFinding(restDayOvertime, { ...sunday, overtimePaid: 27_586 })).toMatchObject({
      says: '用人单位安排农民工9月13日在休息日工作 8 小时，应付加班工资 551.72 元，已付 275.86 元，少付 275.86 元',
      amountFen: 27_586n,
      dueOn: '2026-10-15',
    });
  });
});
