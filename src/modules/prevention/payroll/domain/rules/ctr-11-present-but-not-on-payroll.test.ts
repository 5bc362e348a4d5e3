import { describe, it } from 'vitest';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth } from '../../../../../../test/builders/facts.ts';
import { presentButNotOnPayroll } from './ctr-11-present-but-not-on-payroll.ts';

describe('工资条例第三十一条「按月考核农民工工作量并编制工资支付表」: 干了活的都要上表', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'all on it', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    { why: 'one missing, on payday', facts: aProjectMonth({ presentNotOnPayrollHeads: 1 }), on: '2026-10-15', expected: 'none' },
    { why: 'one missing, after payday', facts: aProjectMonth({ presentNotOnPayrollHeads: 1 }), on: '2026-10-16', expected: 2 },
    { why: 'no payroll at all is DIS-01', facts: aProjectMonth({ presentNotOnPayrollHeads: 60, payrollHeads: 0 }), on: '2026-11-22', expected: 'none' },
  ])('$why', (row) => hold(presentButNotOnPayroll, row));
});
