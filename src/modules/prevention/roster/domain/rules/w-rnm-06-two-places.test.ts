import { describe, it } from 'vitest';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth } from '../../../../../../test/builders/facts.ts';
import { twoPlaces } from './w-rnm-06-two-places.ts';

describe('W-RNM-06 多项目同时在场', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'none', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    { why: 'one', facts: aProjectMonth({ twoPlacesHeads: 1 }), on: '2026-11-22', expected: 2 },
  ])('$why', (row) => hold(twoPlaces, row));
});
