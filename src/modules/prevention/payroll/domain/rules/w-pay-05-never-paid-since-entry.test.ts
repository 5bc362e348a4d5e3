import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject, day } from '../../../../../../test/builders/facts.ts';
import { neverPaidSinceEntry } from './w-pay-05-never-paid-since-entry.ts';

describe('劳动法第五十条「工资应当以货币形式按月支付给劳动者本人」', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'nobody', facts: aProject(), on: '2026-11-22', expected: 'none' },
    {
      why: 'thirty days gone, payday of the first month not yet',
      facts: aProject({ neverPaid: 4, neverPaidSince: day('2026-09-10') }),
      on: '2026-10-12',
      expected: 'none',
    },
    { why: 'on that payday', facts: aProject({ neverPaid: 4, neverPaidSince: day('2026-09-10') }), on: '2026-10-15', expected: 'none' },
    { why: 'the day after', facts: aProject({ neverPaid: 4, neverPaidSince: day('2026-09-10') }), on: '2026-10-16', expected: 2 },
    {
      why: 'payday early, thirty days not yet full',
      facts: aProject({ payDay: 1, neverPaid: 4, neverPaidSince: day('2026-09-20') }),
      on: '2026-10-20',
      expected: 'none',
    },
    { why: 'thirty-one days', facts: aProject({ payDay: 1, neverPaid: 4, neverPaidSince: day('2026-09-20') }), on: '2026-10-21', expected: 2 },
    { why: 'thirty days later still yellow', facts: aProject({ neverPaid: 4, neverPaidSince: day('2026-09-10') }), on: '2026-11-14', expected: 2 },
    { why: 'red after', facts: aProject({ neverPaid: 4, neverPaidSince: day('2026-09-10') }), on: '2026-11-15', expected: 4 },
    {
      why: 'the statement does not reach',
      facts: aProject({ neverPaid: 4, neverPaidSince: day('2026-09-10'), flowsThrough: day('2026-10-01') }),
      on: '2026-11-15',
      expected: 'cannot-determine',
    },
  ])('$why', (row) => hold(neverPaidSinceEntry, row));
});
