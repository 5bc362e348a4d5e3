import { describe, it } from 'vitest';
import { civilMonth } from '#kernel/civil-date.ts';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth, day } from '../../../../../../test/builders/facts.ts';
import { updateRate } from './w-att-04-update-rate.ts';

describe('W-ATT-04 考勤更新率低: 2026年9月有22个工作日', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'all', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    { why: '20 of 22 days are 90.9 %', facts: aProjectMonth({ attendanceDays: 20 }), on: '2026-11-22', expected: 'none' },
    {
      why: '90 % exactly: 18 of the 20 working days of November 2025',
      facts: aProjectMonth({ month: civilMonth('2025-11'), startedOn: day('2025-03-01'), attendanceDays: 18 }),
      on: '2026-11-22',
      expected: 'none',
    },
    { why: '19 are 86.4 %', facts: aProjectMonth({ attendanceDays: 19 }), on: '2026-11-22', expected: 1 },
    { why: '16 are 72.7 %', facts: aProjectMonth({ attendanceDays: 16 }), on: '2026-11-22', expected: 1 },
    { why: '15 are 68.2 %', facts: aProjectMonth({ attendanceDays: 15 }), on: '2026-11-22', expected: 2 },
    { why: 'begun in the month', facts: aProjectMonth({ attendanceDays: 10, startedOn: day('2026-09-14') }), on: '2026-11-22', expected: 'none' },
    {
      why: 'paused in the month',
      facts: aProjectMonth({ attendanceDays: 10, pausedFrom: day('2026-09-14'), pausedUntil: day('2026-09-28') }),
      on: '2026-11-22',
      expected: 'none',
    },
  ])('$why', (row) => hold(updateRate, row));
});
