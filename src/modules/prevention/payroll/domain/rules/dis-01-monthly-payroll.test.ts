import { describe, it } from 'vitest';
import { civilMonth } from '#kernel/civil-date.ts';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth, yuan } from '../../../../../../test/builders/facts.ts';
import { monthlyPayroll } from './dis-01-monthly-payroll.ts';

describe('工资条例第三十一条「分包单位应当按月考核农民工工作量并编制工资支付表」', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'made', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    {
      why: 'the tenth, a worked Saturday, is in time',
      facts: aProjectMonth({ payrollHeads: 0, payrollMadeOn: null, payrollDueFen: yuan(0), payrollNetFen: yuan(0) }),
      on: '2026-10-10',
      expected: 'none',
    },
    {
      why: 'the eleventh is late',
      facts: aProjectMonth({ payrollHeads: 0, payrollMadeOn: null, payrollDueFen: yuan(0), payrollNetFen: yuan(0) }),
      on: '2026-10-11',
      expected: 1,
    },
    {
      why: 'still blue on payday',
      facts: aProjectMonth({ payrollHeads: 0, payrollMadeOn: null, payrollDueFen: yuan(0), payrollNetFen: yuan(0) }),
      on: '2026-10-15',
      expected: 1,
    },
    {
      why: 'yellow once payday has passed',
      facts: aProjectMonth({ payrollHeads: 0, payrollMadeOn: null, payrollDueFen: yuan(0), payrollNetFen: yuan(0) }),
      on: '2026-10-16',
      expected: 2,
    },
    {
      why: 'the tenth on a Saturday moves to Monday',
      facts: aProjectMonth({ month: civilMonth('2026-09'), payrollHeads: 0, payrollMadeOn: null, payrollDueFen: yuan(0), payrollNetFen: yuan(0) }),
      on: '2026-10-10',
      expected: 'none',
    },
    {
      why: 'nobody worked, nothing to pay',
      facts: aProjectMonth({ payrollHeads: 0, payrollMadeOn: null, payrollDueFen: yuan(0), payrollNetFen: yuan(0), attendedHeads: 0 }),
      on: '2026-11-22',
      expected: 'none',
    },
  ])('$why', (row) => hold(monthlyPayroll, row));
});
