import { describe, it } from 'vitest';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aFlag, aProjectMonth } from '../../../../../../test/builders/facts.ts';
import { twoPlaces } from './w-rnm-06-two-places.ts';

describe('W-RNM-06 多项目同时在场', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'none', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    { why: 'one', facts: aProjectMonth({ twoPlacesHeads: 1 }), on: '2026-11-22', expected: 2 },
    {
      why: 'another kind of flag',
      facts: aProjectMonth({ gateFlags: [aFlag({ kind: 'burst', days: 3 })] }),
      on: '2026-11-22',
      expected: 'none',
    },
    {
      why: 'one trip nobody can make',
      facts: aProjectMonth({ gateFlags: [aFlag({ kind: 'impossible-speed' })] }),
      on: '2026-11-22',
      expected: 2,
    },
    {
      why: 'both',
      facts: aProjectMonth({ twoPlacesHeads: 3, gateFlags: [aFlag({ kind: 'impossible-speed', people: 2 })] }),
      on: '2026-11-22',
      expected: 2,
    },
  ])('$why', (row) => hold(twoPlaces, row));
});
