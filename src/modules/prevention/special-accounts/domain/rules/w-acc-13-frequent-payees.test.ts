import { describe, it } from 'vitest';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth } from '../../../../../../test/builders/facts.ts';
import { frequentPayees } from './w-acc-13-frequent-payees.ts';

describe('W-ACC-13 频繁支付', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'none', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    { why: 'one', facts: aProjectMonth({ frequentPayees: 1 }), on: '2026-11-22', expected: 2 },
  ])('$why', (row) => hold(frequentPayees, row));
});
