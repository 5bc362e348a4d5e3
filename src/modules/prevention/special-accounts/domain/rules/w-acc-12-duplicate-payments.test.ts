import { describe, it } from 'vitest';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth } from '../../../../../../test/builders/facts.ts';
import { duplicatePayments } from './w-acc-12-duplicate-payments.ts';

describe('W-ACC-12 同额重复支付', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'none', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    { why: 'one', facts: aProjectMonth({ duplicatePayments: 1 }), on: '2026-11-22', expected: 2 },
  ])('$why', (row) => hold(duplicatePayments, row));
});
