import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject, day } from '../../../../../../test/builders/facts.ts';
import { guaranteeTerm } from './dep-11-guarantee-term.ts';

describe('保证金规定第十七条（大意）有效期至少1年且不得短于合同期', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'long enough', facts: aProject(), on: '2026-11-22', expected: 'none' },
    { why: 'ends on the contract’s last day', facts: aProject({ depositGuaranteeUntil: day('2027-06-30') }), on: '2026-11-22', expected: 'none' },
    { why: 'ends a day before', facts: aProject({ depositGuaranteeUntil: day('2027-06-29') }), on: '2026-11-22', expected: 2 },
    {
      why: 'a year exactly, contract shorter',
      facts: aProject({ depositGuaranteeUntil: day('2027-03-10'), finishDueOn: day('2027-01-31') }),
      on: '2026-11-22',
      expected: 'none',
    },
    {
      why: 'a year with its first and its last day',
      facts: aProject({ depositGuaranteeUntil: day('2027-03-09'), finishDueOn: day('2027-01-31') }),
      on: '2026-11-22',
      expected: 'none',
    },
    {
      why: 'a day less than that',
      facts: aProject({ depositGuaranteeUntil: day('2027-03-08'), finishDueOn: day('2027-01-31') }),
      on: '2026-11-22',
      expected: 2,
    },
    { why: 'ends today', facts: aProject({ depositGuaranteeUntil: day('2026-11-22') }), on: '2026-11-22', expected: 2 },
    { why: 'ended yesterday', facts: aProject({ depositGuaranteeUntil: day('2026-11-21') }), on: '2026-11-22', expected: 4 },
    { why: 'cash has no term', facts: aProject({ depositKind: 'cash', depositGuaranteeUntil: null }), on: '2026-11-22', expected: 'none' },
  ])('$why', (row) => hold(guaranteeTerm, row));
});
