import { describe, it } from 'vitest';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth, yuan } from '../../../../../../test/builders/facts.ts';
import { paidMoreThanDue } from './w-pay-04-paid-more-than-due.ts';

describe('W-PAY-04 实发应发不一致: 多付一分也列出', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'equal', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    { why: 'one fen more', facts: aProjectMonth({ overpaidFen: yuan(0.01) }), on: '2026-11-22', expected: 2 },
    {
      why: 'without a payroll there is nothing to exceed',
      facts: aProjectMonth({ overpaidFen: yuan(5), payrollHeads: 0 }),
      on: '2026-11-22',
      expected: 'none',
    },
  ])('$why', (row) => hold(paidMoreThanDue, row));
});
