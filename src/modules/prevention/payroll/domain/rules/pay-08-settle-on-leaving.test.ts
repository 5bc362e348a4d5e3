import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject, day, yuan } from '../../../../../../test/builders/facts.ts';
import { settleOnLeaving } from './pay-08-settle-on-leaving.ts';

describe('工资支付暂行规定第九条「应在解除或终止劳动合同时一次付清劳动者工资」', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'nobody left unpaid', facts: aProject(), on: '2026-11-22', expected: 'none' },
    {
      why: 'the fifth working day after leaving is in time',
      facts: aProject({ leftUnpaid: 3, leftUnpaidFen: yuan(18_000), leftUnpaidSince: day('2026-11-13') }),
      on: '2026-11-20',
      expected: 'none',
    },
    {
      why: 'the day after is not',
      facts: aProject({ leftUnpaid: 3, leftUnpaidFen: yuan(18_000), leftUnpaidSince: day('2026-11-13') }),
      on: '2026-11-21',
      expected: 3,
    },
    {
      why: 'thirty days late is orange',
      facts: aProject({ leftUnpaid: 3, leftUnpaidFen: yuan(18_000), leftUnpaidSince: day('2026-10-16') }),
      on: '2026-11-22',
      expected: 3,
    },
    {
      why: 'more than thirty is red',
      facts: aProject({ leftUnpaid: 3, leftUnpaidFen: yuan(18_000), leftUnpaidSince: day('2026-10-15') }),
      on: '2026-11-22',
      expected: 4,
    },
    {
      why: 'a statement that ends before proves nothing',
      facts: aProject({ leftUnpaid: 3, leftUnpaidSince: day('2026-10-14'), flowsThrough: day('2026-10-20') }),
      on: '2026-11-22',
      expected: 'cannot-determine',
    },
  ])('$why', (row) => hold(settleOnLeaving, row));
});
