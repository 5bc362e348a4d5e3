import { describe, it } from 'vitest';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth, day, yuan } from '../../../../../../test/builders/facts.ts';
import { paidWithoutAttendance } from './w-pay-09-paid-without-attendance.ts';

describe('W-PAY-09 无考勤领薪: 一人为黄，五人以上或者一成以上为红', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'nobody', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    { why: 'one', facts: aProjectMonth({ onPayrollAbsentHeads: 1, onPayrollAbsentNetFen: yuan(8000) }), on: '2026-11-22', expected: 2 },
    { why: 'four of sixty', facts: aProjectMonth({ onPayrollAbsentHeads: 4 }), on: '2026-11-22', expected: 2 },
    { why: 'five: 以上 includes it', facts: aProjectMonth({ onPayrollAbsentHeads: 5 }), on: '2026-11-22', expected: 4 },
    { why: 'a tenth exactly', facts: aProjectMonth({ onPayrollAbsentHeads: 3, payrollHeads: 30, paidHeads: 30 }), on: '2026-11-22', expected: 4 },
    { why: 'paid outside the payroll counts as well', facts: aProjectMonth({ paidAbsentHeads: 1, paidAbsentFen: yuan(8000) }), on: '2026-11-22', expected: 2 },
    {
      why: 'attendance of the month never came',
      facts: aProjectMonth({ onPayrollAbsentHeads: 60, attendedHeads: 0, attendanceThrough: day('2026-08-31') }),
      on: '2026-11-22',
      expected: 'cannot-determine',
    },
    { why: 'attendance came and nobody was there', facts: aProjectMonth({ onPayrollAbsentHeads: 60, attendedHeads: 0 }), on: '2026-11-22', expected: 4 },
  ])('$why', (row) => hold(paidWithoutAttendance, row));
});
