import { describe, it } from 'vitest';
import { civilMonth } from '#kernel/civil-date.ts';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth, day, yuan } from '../../../../../../test/builders/facts.ts';
import { labourCostInFull } from './fund-07-labour-cost-in-full.ts';

describe('工资条例第二十九条「将人工费用及时足额拨付至农民工工资专用账户」', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'in full', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    { why: 'one fen short, on the last day of the month', facts: aProjectMonth({ inflowFen: yuan(599_999.99) }), on: '2026-09-30', expected: 'none' },
    { why: 'one fen short, the day after', facts: aProjectMonth({ inflowFen: yuan(599_999.99) }), on: '2026-10-01', expected: 2 },
    { why: 'four fifths exactly', facts: aProjectMonth({ inflowFen: yuan(480_000) }), on: '2026-10-01', expected: 2 },
    { why: 'less than four fifths', facts: aProjectMonth({ inflowFen: yuan(479_900) }), on: '2026-10-01', expected: 4 },
    { why: 'nothing at all is ACC-08', facts: aProjectMonth({ inflowFen: yuan(0) }), on: '2026-10-01', expected: 'none' },
    { why: 'the contract names no amount', facts: aProjectMonth({ labourMonthlyFen: null, inflowFen: yuan(1) }), on: '2026-10-01', expected: 'none' },
    {
      why: 'the statement ends before',
      facts: aProjectMonth({ inflowFen: yuan(1), flowsThrough: day('2026-09-29') }),
      on: '2026-10-01',
      expected: 'cannot-determine',
    },
    {
      why: 'a month end in the week-end is due on Monday',
      facts: aProjectMonth({ month: civilMonth('2026-10'), inflowFen: yuan(1) }),
      on: '2026-11-02',
      expected: 'none',
    },
  ])('$why', (row) => hold(labourCostInFull, row));
});
