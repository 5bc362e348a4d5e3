import { describe, it } from 'vitest';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth } from '../../../../../../test/builders/facts.ts';
import { manualShare } from './w-att-10-manual-share.ts';

describe('W-ATT-10 手工补录超过20%', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'none', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    { why: '20 % exactly', facts: aProjectMonth({ manualPersonDays: 300 }), on: '2026-11-22', expected: 'none' },
    { why: 'more', facts: aProjectMonth({ manualPersonDays: 301 }), on: '2026-11-22', expected: 2 },
  ])('$why', (row) => hold(manualShare, row));
});
