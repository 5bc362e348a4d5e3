import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject, day } from '../../../../../../test/builders/facts.ts';
import { openIn30Days } from './acc-01-open-in-30-days.ts';

describe('专户办法第六条（大意）签订合同之日起30日内开立专用账户', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'opened', facts: aProject(), on: '2026-11-22', expected: 'none' },
    {
      why: 'the thirtieth day',
      facts: aProject({
        accountNo: null,
        accountName: null,
        accountOpenedOn: null,
        accountFiledOn: null,
        tripartiteOn: null,
        contractSignedOn: day('2026-10-20'),
      }),
      on: '2026-11-19',
      expected: 'none',
    },
    {
      why: 'the thirty-first',
      facts: aProject({
        accountNo: null,
        accountName: null,
        accountOpenedOn: null,
        accountFiledOn: null,
        tripartiteOn: null,
        contractSignedOn: day('2026-10-20'),
      }),
      on: '2026-11-20',
      expected: 2,
    },
    {
      why: 'the thirtieth day is a Sunday: Monday is in time',
      facts: aProject({
        accountNo: null,
        accountName: null,
        accountOpenedOn: null,
        accountFiledOn: null,
        tripartiteOn: null,
        contractSignedOn: day('2026-10-16'),
      }),
      on: '2026-11-16',
      expected: 'none',
    },
    {
      why: 'fifteen days late is yellow',
      facts: aProject({
        accountNo: null,
        accountName: null,
        accountOpenedOn: null,
        accountFiledOn: null,
        tripartiteOn: null,
        contractSignedOn: day('2026-10-08'),
      }),
      on: '2026-11-24',
      expected: 2,
    },
    {
      why: 'more is red',
      facts: aProject({
        accountNo: null,
        accountName: null,
        accountOpenedOn: null,
        accountFiledOn: null,
        tripartiteOn: null,
        contractSignedOn: day('2026-10-08'),
      }),
      on: '2026-11-25',
      expected: 4,
    },
    {
      why: 'no contract date',
      facts: aProject({ accountNo: null, accountName: null, accountOpenedOn: null, accountFiledOn: null, tripartiteOn: null, contractSignedOn: null }),
      on: '2026-11-25',
      expected: 'cannot-determine',
    },
    {
      why: 'the ledger has no such column',
      facts: aProject({
        accountNo: null,
        accountName: null,
        accountOpenedOn: null,
        accountFiledOn: null,
        tripartiteOn: null,
        stated: new Set(['contractSignedOn']),
      }),
      on: '2026-11-25',
      expected: 'cannot-determine',
    },
    {
      why: 'finished',
      facts: aProject({ accountNo: null, accountName: null, accountOpenedOn: null, accountFiledOn: null, tripartiteOn: null, state: 'finished' }),
      on: '2026-11-25',
      expected: 'none',
    },
  ])('$why', (row) => hold(openIn30Days, row));
});
