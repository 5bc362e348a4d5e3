import { describe, it } from 'vitest';
import { basisPoints } from '#kernel/basis-points.ts';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { gaotang } from '#profiles/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject, day, yuan } from '../../../../../../test/builders/facts.ts';
import { amountDue } from './dep-04-amount-due.ts';

const withRate = {
  ...gaotang,
  parameters: { 'deposit.rate': [{ from: day('2022-01-01'), value: basisPoints(200), basis: '测试用数', evidence: 'D' as const }] },
};

describe('保证金规定第十一条（大意）不低于1%，不超过3%，下浮不得低于0.5%', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'the place has not entered its rate', facts: aProject(), on: '2026-11-22', expected: 'cannot-determine' },
    { why: '2 % of 30 million exactly', facts: aProject(), on: '2026-11-22', expected: 'none', place: withRate },
    {
      why: 'one fen less: a person must say why',
      facts: aProject({ depositFen: yuan(599_999.99) }),
      on: '2026-11-22',
      expected: 'needs-person',
      place: withRate,
    },
    { why: 'the floor exactly', facts: aProject({ depositFen: yuan(150_000) }), on: '2026-11-22', expected: 'needs-person', place: withRate },
    { why: 'below the floor', facts: aProject({ depositFen: yuan(149_999.99) }), on: '2026-11-22', expected: 2, place: withRate },
    { why: 'exempt', facts: aProject({ depositKind: 'exempt', depositFen: yuan(0) }), on: '2026-11-22', expected: 'none', place: withRate },
  ])('$why', (row) => hold(amountDue, row));
});
