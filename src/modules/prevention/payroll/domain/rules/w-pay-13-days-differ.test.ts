import { describe, it } from 'vitest';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth } from '../../../../../../test/builders/facts.ts';
import { daysDiffer } from './w-pay-13-days-differ.ts';

describe('W-PAY-13 工日与考勤不符: 超过两成为黄', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'nobody', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    { why: 'exactly a fifth', facts: aProjectMonth({ daysDifferHeads: 12 }), on: '2026-11-22', expected: 1 },
    { why: 'more than a fifth', facts: aProjectMonth({ daysDifferHeads: 13 }), on: '2026-11-22', expected: 2 },
  ])('$why', (row) => hold(daysDiffer, row));
});
