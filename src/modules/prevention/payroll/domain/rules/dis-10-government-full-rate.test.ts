import { describe, it } from 'vitest';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { jiayuguan } from '#profiles/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth, day, yuan } from '../../../../../../test/builders/facts.ts';
import { governmentFullRate } from './dis-10-government-full-rate.ts';

describe('嘉峪关整改方案第4项「政府投资工程项目100%按月足额支付工资」', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'the county has set no target', facts: aProjectMonth({ paidInFullHeads: 59 }), on: '2026-11-22', expected: 'cannot-determine' },
    { why: 'everybody', facts: aProjectMonth(), on: '2026-11-22', expected: 'none', place: jiayuguan },
    {
      why: 'one short on the last day of the following month',
      facts: aProjectMonth({ paidInFullHeads: 59, owedFen: yuan(8000) }),
      on: '2026-10-31',
      expected: 'none',
      place: jiayuguan,
    },
    { why: 'one short the day after', facts: aProjectMonth({ paidInFullHeads: 59, owedFen: yuan(8000) }), on: '2026-11-01', expected: 3, place: jiayuguan },
    { why: 'private money', facts: aProjectMonth({ paidInFullHeads: 59, isGovernment: false }), on: '2026-11-22', expected: 'none', place: jiayuguan },
    {
      why: 'the statement ends in the month',
      facts: aProjectMonth({ paidInFullHeads: 59, flowsThrough: day('2026-10-30') }),
      on: '2026-11-22',
      expected: 'cannot-determine',
      place: jiayuguan,
    },
  ])('$why', (row) => hold(governmentFullRate, row));
});
