import { describe, it } from 'vitest';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aFlag, aProjectMonth } from '../../../../../../test/builders/facts.ts';
import { tooRegular } from './w-att-11-too-regular.ts';

describe('W-ATT-11 机械规律超过80%', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'none', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    { why: '80 % exactly', facts: aProjectMonth({ mechanicalHeads: 48 }), on: '2026-11-22', expected: 'none' },
    { why: 'more, by the minute', facts: aProjectMonth({ mechanicalHeads: 49 }), on: '2026-11-22', expected: 2 },
    { why: 'more, without rest', facts: aProjectMonth({ neverRestingHeads: 49 }), on: '2026-11-22', expected: 2 },
    {
      why: 'a gate too dense on two days: power came back',
      facts: aProjectMonth({ gateFlags: [aFlag({ kind: 'burst', punches: 300, days: 2, people: 0 })] }),
      on: '2026-11-22',
      expected: 'none',
    },
    {
      why: 'on three',
      facts: aProjectMonth({ gateFlags: [aFlag({ kind: 'burst', punches: 300, days: 3, people: 0 })] }),
      on: '2026-11-22',
      expected: 2,
    },
    {
      why: 'two days each at two gates',
      facts: aProjectMonth({ gateFlags: [aFlag({ kind: 'burst', days: 2 }), aFlag({ kind: 'burst', gate: '二号门闸机', days: 2 })] }),
      on: '2026-11-22',
      expected: 'none',
    },
    {
      why: 'regular and dense',
      facts: aProjectMonth({ mechanicalHeads: 49, gateFlags: [aFlag({ kind: 'burst', days: 3 })] }),
      on: '2026-11-22',
      expected: 2,
    },
  ])('$why', (row) => hold(tooRegular, row));
});
