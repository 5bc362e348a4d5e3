import { describe, it } from 'vitest';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth, day, yuan } from '../../../../../../test/builders/facts.ts';
import { onlyToWorkers } from './acc-06-only-to-workers.ts';

describe('工资条例第二十六条「专项用于支付该工程建设项目农民工工资」', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'only wages', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    { why: 'one fen to somebody else', facts: aProjectMonth({ otherOutFen: yuan(0.01), otherOutCount: 1 }), on: '2026-11-22', expected: 4 },
    {
      why: 'the balance at closing: 「账户内余额归施工总承包单位所有」 is for a person to see',
      facts: aProjectMonth({ otherOutFen: yuan(200_000), otherOutCount: 1, accountClosedOn: day('2026-09-30') }),
      on: '2026-11-22',
      expected: 'needs-person',
    },
    {
      why: 'closed only in the next month',
      facts: aProjectMonth({ otherOutFen: yuan(200_000), otherOutCount: 1, accountClosedOn: day('2026-10-01') }),
      on: '2026-11-22',
      expected: 4,
    },
    {
      why: 'cash at closing',
      facts: aProjectMonth({ cashOutFen: yuan(1), otherOutFen: yuan(200_000), accountClosedOn: day('2026-09-30') }),
      on: '2026-11-22',
      expected: 4,
    },
    { why: 'cash', facts: aProjectMonth({ cashOutFen: yuan(5000) }), on: '2026-11-22', expected: 4 },
  ])('$why', (row) => hold(onlyToWorkers, row));
});
