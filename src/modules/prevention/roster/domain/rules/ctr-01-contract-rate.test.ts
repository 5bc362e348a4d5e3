import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject } from '../../../../../../test/builders/facts.ts';
import { contractRate } from './ctr-01-contract-rate.ts';

describe('工资条例第二十八条「依法与所招用的农民工订立劳动合同」; 目标85%', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'everybody', facts: aProject(), on: '2026-11-22', expected: 'none' },
    { why: 'one of sixty', facts: aProject({ onSiteWithoutContract: 1 }), on: '2026-11-22', expected: 1 },
    { why: '85 % exactly: 低于 excludes it', facts: aProject({ onSiteWithoutContract: 9 }), on: '2026-11-22', expected: 1 },
    { why: 'below 85 %', facts: aProject({ onSiteWithoutContract: 10 }), on: '2026-11-22', expected: 3 },
  ])('$why', (row) => hold(contractRate, row));
});
