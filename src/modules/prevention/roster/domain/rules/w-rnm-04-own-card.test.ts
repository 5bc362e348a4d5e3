import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject } from '../../../../../../test/builders/facts.ts';
import { ownCard } from './w-rnm-04-own-card.ts';

describe('工资条例第三十一条「支付到农民工本人的银行账户」; 目标90%', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'everybody', facts: aProject(), on: '2026-11-22', expected: 'none' },
    { why: '90 % exactly', facts: aProject({ onSiteWithoutCard: 6 }), on: '2026-11-22', expected: 1 },
    { why: 'less', facts: aProject({ onSiteWithoutCard: 7 }), on: '2026-11-22', expected: 2 },
  ])('$why', (row) => hold(ownCard, row));
});
