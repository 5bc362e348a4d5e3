import { describe, it } from 'vitest';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aFlag, aProjectMonth } from '../../../../../../test/builders/facts.ts';
import { manualShare } from './w-att-10-manual-share.ts';

describe('W-ATT-10 手工补录超过20%', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'none', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    { why: '20 % exactly', facts: aProjectMonth({ manualPersonDays: 300 }), on: '2026-11-22', expected: 'none' },
    { why: 'more', facts: aProjectMonth({ manualPersonDays: 301 }), on: '2026-11-22', expected: 2 },
    {
      why: 'taken although too old counts as by hand: exactly 20 %',
      facts: aProjectMonth({ manualPersonDays: 200, gateFlags: [aFlag({ kind: 'too-old', personDays: 100 })] }),
      on: '2026-11-22',
      expected: 'none',
    },
    {
      why: 'and one more',
      facts: aProjectMonth({ manualPersonDays: 200, gateFlags: [aFlag({ kind: 'too-old', personDays: 101 })] }),
      on: '2026-11-22',
      expected: 2,
    },
  ])('$why', (row) => hold(manualShare, row));
});
