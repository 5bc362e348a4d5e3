import { describe, it } from 'vitest';
import { basisPoints } from '#kernel/basis-points.ts';
import { NO_MONEY } from '#kernel/fen.ts';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import type { DepositTier } from '#law/parameters/deposit-scale.ts';
import { gaotang } from '#profiles/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { tier } from '../../../../../../test/builders/deposits.ts';
import { aProject, day, yuan } from '../../../../../../test/builders/facts.ts';
import { amountDue } from './dep-04-amount-due.ts';

const withRate = {
  ...gaotang,
  parameters: { 'deposit.rate': [{ from: day('2022-01-01'), value: [{ from: NO_MONEY, rate: basisPoints(200) }], basis: '测试用数', evidence: 'D' as const }] },
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

  const withScale = (...value: readonly DepositTier[]) => ({
    ...gaotang,
    parameters: { 'deposit.rate': [{ from: day('2022-01-01'), value, basis: '测试用数', evidence: 'D' as const }] },
  });
  const contract = (amount: number, stored: number) => aProject({ contractFen: yuan(amount), depositFen: yuan(stored) });
  const byIndustry = withScale(tier(0, 1.5, { cap: 3_000_000, industries: ['transport'] }), tier(0, 1.5, { cap: 800_000 }));
  const tiers = withScale(tier(0, 3), tier(10_000_000, 2));
  it.each<Case<ProjectFacts>>([
    { why: 'trap: 3 % of 9,999,999.99 yuan', facts: contract(9_999_999.99, 300_000), on: '2026-11-22', expected: 'none', place: tiers },
    {
      why: 'trap: 2 % of 10 million: the bigger contract owes less, as written',
      facts: contract(10_000_000, 200_000),
      on: '2026-11-22',
      expected: 'none',
      place: tiers,
    },
    { why: '2 % of the smaller one are too little', facts: contract(9_999_999.99, 200_000), on: '2026-11-22', expected: 'needs-person', place: tiers },
    {
      why: 'a cap below the floor of the rate',
      facts: contract(2_000_000_000, 5_000_000),
      on: '2026-11-22',
      expected: 'none',
      place: withScale(tier(0, 2, { cap: 5_000_000 })),
    },
    {
      why: 'less than that cap',
      facts: contract(2_000_000_000, 4_999_999.99),
      on: '2026-11-22',
      expected: 2,
      place: withScale(tier(0, 2, { cap: 5_000_000 })),
    },
    {
      why: 'a cap for all works together',
      facts: contract(100_000_000, 100_000),
      on: '2026-11-22',
      expected: 'needs-person',
      place: withScale(tier(0, 3, { cap: 5_000_000, capTogether: true })),
    },
    {
      why: 'transport: up to its own cap',
      facts: aProject({ industry: 'transport', contractFen: yuan(200_000_000), depositFen: yuan(3_000_000) }),
      on: '2026-11-22',
      expected: 'none',
      place: byIndustry,
    },
    {
      why: 'a fen less',
      facts: aProject({ industry: 'transport', contractFen: yuan(200_000_000), depositFen: yuan(2_999_999.99) }),
      on: '2026-11-22',
      expected: 'needs-person',
      place: byIndustry,
    },
    { why: 'any other: the general cap', facts: contract(200_000_000, 800_000), on: '2026-11-22', expected: 'none', place: byIndustry },
    { why: 'no tier for so small a contract', facts: aProject(), on: '2026-11-22', expected: 'cannot-determine', place: withScale(tier(50_000_000, 2)) },
  ])('$why', (row) => hold(amountDue, row));
});
