import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject } from '../../../../../../test/builders/facts.ts';
import { contractEnding } from './w-rnm-05-contract-ending.ts';

describe('W-RNM-05 合同将到期', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'none', facts: aProject(), on: '2026-11-22', expected: 'none' },
    { why: 'one', facts: aProject({ contractsEndingWithin30Days: 1 }), on: '2026-11-22', expected: 0 },
  ])('$why', (row) => hold(contractEnding, row));
});
