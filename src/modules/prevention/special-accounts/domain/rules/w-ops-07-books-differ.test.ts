import { describe, it } from 'vitest';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth, yuan } from '../../../../../../test/builders/facts.ts';
import { booksDiffer } from './w-ops-07-books-differ.ts';

describe('W-OPS-07 对账差异: 超过一分', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'they close', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    { why: 'one fen is rounding', facts: aProjectMonth({ balanceGapFen: yuan(0.01) }), on: '2026-11-22', expected: 'none' },
    { why: 'two fen are not', facts: aProjectMonth({ balanceGapFen: yuan(-0.02) }), on: '2026-11-22', expected: 2 },
    { why: 'wages no payroll explains', facts: aProjectMonth({ unexplainedWageFen: yuan(700) }), on: '2026-11-22', expected: 2 },
    { why: 'without a payroll that is DIS-01', facts: aProjectMonth({ unexplainedWageFen: yuan(700), payrollHeads: 0 }), on: '2026-11-22', expected: 'none' },
    { why: 'a statement without balances', facts: aProjectMonth({ balanceGapFen: null }), on: '2026-11-22', expected: 'none' },
  ])('$why', (row) => hold(booksDiffer, row));
});
