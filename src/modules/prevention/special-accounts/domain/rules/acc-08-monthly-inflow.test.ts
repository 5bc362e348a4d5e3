import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject, day } from '../../../../../../test/builders/facts.ts';
import { monthlyInflow } from './acc-08-monthly-inflow.ts';

describe('工资条例第二十四条「人工费用拨付周期不得超过1个月」', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'every month', facts: aProject(), on: '2026-11-22', expected: 'none' },
    { why: 'October without, on the Monday after its last Saturday', facts: aProject({ monthsWithoutInflow: 1 }), on: '2026-11-02', expected: 'none' },
    { why: 'the day after', facts: aProject({ monthsWithoutInflow: 1 }), on: '2026-11-03', expected: 2 },
    { why: 'two months', facts: aProject({ monthsWithoutInflow: 2 }), on: '2026-11-22', expected: 3 },
    { why: 'three', facts: aProject({ monthsWithoutInflow: 3 }), on: '2026-11-22', expected: 4 },
    {
      why: 'the statement ends before the month does',
      facts: aProject({ monthsWithoutInflow: 1, flowsThrough: day('2026-10-30') }),
      on: '2026-11-22',
      expected: 'cannot-determine',
    },
    {
      why: 'the account is younger than the month',
      facts: aProject({ monthsWithoutInflow: 1, accountOpenedOn: day('2026-11-01') }),
      on: '2026-11-22',
      expected: 'none',
    },
    { why: 'paused', facts: aProject({ monthsWithoutInflow: 1, pausedFrom: day('2026-10-01') }), on: '2026-11-22', expected: 'none' },
    {
      why: 'work began on the first: October is a whole cycle',
      facts: aProject({ monthsWithoutInflow: 1, startedOn: day('2026-10-01') }),
      on: '2026-11-22',
      expected: 2,
    },
    {
      why: 'work began on the second: the cycle is not yet over at the end of October',
      facts: aProject({ monthsWithoutInflow: 1, startedOn: day('2026-10-02') }),
      on: '2026-11-22',
      expected: 'none',
    },
    {
      why: 'the part-month before does not add to the whole one',
      facts: aProject({ monthsWithoutInflow: 2, startedOn: day('2026-09-20') }),
      on: '2026-11-22',
      expected: 2,
    },
    {
      why: 'no starting day in the ledger: the first attendance',
      facts: aProject({ monthsWithoutInflow: 1, startedOn: null, firstAttendanceOn: day('2026-10-20') }),
      on: '2026-11-22',
      expected: 'none',
    },
    {
      why: 'the pause ended with September',
      facts: aProject({ monthsWithoutInflow: 1, pausedFrom: day('2026-09-01'), pausedUntil: day('2026-09-30') }),
      on: '2026-11-22',
      expected: 2,
    },
    {
      why: 'the pause ended on the first of October',
      facts: aProject({ monthsWithoutInflow: 1, pausedFrom: day('2026-09-01'), pausedUntil: day('2026-10-01') }),
      on: '2026-11-22',
      expected: 'none',
    },
    {
      why: 'months before a pause do not count after it',
      facts: aProject({ monthsWithoutInflow: 3, pausedFrom: day('2026-08-20'), pausedUntil: day('2026-09-10') }),
      on: '2026-11-22',
      expected: 2,
    },
    {
      why: 'a pause that begins after October changes nothing',
      facts: aProject({ monthsWithoutInflow: 1, pausedFrom: day('2026-11-01'), pausedUntil: day('2026-11-05') }),
      on: '2026-11-22',
      expected: 2,
    },
    {
      why: "August begins on a Saturday: July's second inflow, on Friday the 31st, is August's",
      facts: aProject({ monthsWithoutInflow: 1, spareInflowOn: day('2026-07-31') }),
      on: '2026-09-05',
      expected: 'none',
    },
    {
      why: 'a second inflow while a working day of July was left is July money',
      facts: aProject({ monthsWithoutInflow: 1, spareInflowOn: day('2026-07-30') }),
      on: '2026-09-05',
      expected: 2,
    },
    {
      why: 'it covers one month and no more',
      facts: aProject({ monthsWithoutInflow: 2, spareInflowOn: day('2026-07-31') }),
      on: '2026-10-09',
      expected: 2,
    },
    {
      why: 'on 30 September, before the National Day',
      facts: aProject({ monthsWithoutInflow: 1, spareInflowOn: day('2026-09-30') }),
      on: '2026-11-22',
      expected: 'none',
    },
  ])('$why', (row) => hold(monthlyInflow, row));
});
