import { describe, it } from 'vitest';
import { civilMonth } from '#kernel/civil-date.ts';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject, day, yuan } from '../../../../../../test/builders/facts.ts';
import { balanceCoversPayroll } from './acc-09-balance-covers-payroll.ts';

describe('专户办法第十三条（大意）专用账户余额不足的及时追加拨付; 9月工资10月15日（周四）前发', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'nothing waits', facts: aProject(), on: '2026-10-12', expected: 'none' },
    {
      why: 'exactly enough',
      facts: aProject({
        pendingPayrollFen: yuan(480_000),
        pendingPayrollMonth: civilMonth('2026-09'),
        flowsThrough: day('2026-10-11'),
        accountBalanceFen: yuan(480_000),
      }),
      on: '2026-10-14',
      expected: 'none',
    },
    {
      why: 'four working days before, the worked Saturday counted',
      facts: aProject({ pendingPayrollFen: yuan(480_000), pendingPayrollMonth: civilMonth('2026-09'), flowsThrough: day('2026-10-11') }),
      on: '2026-10-10',
      expected: 'none',
    },
    {
      why: 'four natural days before payday',
      facts: aProject({ pendingPayrollFen: yuan(480_000), pendingPayrollMonth: civilMonth('2026-09'), flowsThrough: day('2026-10-11') }),
      on: '2026-10-11',
      expected: 'none',
    },
    {
      why: 'three days before: red',
      facts: aProject({ pendingPayrollFen: yuan(480_000), pendingPayrollMonth: civilMonth('2026-09'), flowsThrough: day('2026-10-11') }),
      on: '2026-10-12',
      expected: 4,
    },
    {
      why: 'payday itself',
      facts: aProject({ pendingPayrollFen: yuan(480_000), pendingPayrollMonth: civilMonth('2026-09'), flowsThrough: day('2026-10-11') }),
      on: '2026-10-15',
      expected: 4,
    },
    {
      why: 'after payday it is PAY-03',
      facts: aProject({ pendingPayrollFen: yuan(480_000), pendingPayrollMonth: civilMonth('2026-09'), flowsThrough: day('2026-10-11') }),
      on: '2026-10-16',
      expected: 'none',
    },
    {
      why: 'over a weekend three working days come first',
      facts: aProject({ pendingPayrollFen: yuan(480_000), pendingPayrollMonth: civilMonth('2026-09'), flowsThrough: day('2026-10-11'), payDay: 19 }),
      on: '2026-10-14',
      expected: 2,
    },
    {
      why: 'the balance is too old to speak',
      facts: aProject({ pendingPayrollFen: yuan(480_000), pendingPayrollMonth: civilMonth('2026-09'), flowsThrough: day('2026-10-04') }),
      on: '2026-10-12',
      expected: 'none',
    },
  ])('$why', (row) => hold(balanceCoversPayroll, row));
});
