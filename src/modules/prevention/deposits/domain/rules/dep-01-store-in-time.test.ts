import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { findProfile, gaotang, jiayuguan } from '#profiles/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject, day, yuan } from '../../../../../../test/builders/facts.ts';
import { storeInTime } from './dep-01-store-in-time.ts';

describe('保证金规定第八条（大意）取得施工许可证之日起20个工作日内存储', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'stored', facts: aProject(), on: '2026-11-22', expected: 'none' },
    {
      why: 'the twentieth working day, the golden week between',
      facts: aProject({ depositKind: null, depositFen: null, depositStoredOn: null, depositGuaranteeUntil: null, permitOn: day('2026-09-21') }),
      on: '2026-10-26',
      expected: 'none',
    },
    {
      why: 'the day after',
      facts: aProject({ depositKind: null, depositFen: null, depositStoredOn: null, depositGuaranteeUntil: null, permitOn: day('2026-09-21') }),
      on: '2026-10-27',
      expected: 2,
    },
    {
      why: 'fifteen days late',
      facts: aProject({ depositKind: null, depositFen: null, depositStoredOn: null, depositGuaranteeUntil: null, permitOn: day('2026-09-21') }),
      on: '2026-11-10',
      expected: 2,
    },
    {
      why: 'more',
      facts: aProject({ depositKind: null, depositFen: null, depositStoredOn: null, depositGuaranteeUntil: null, permitOn: day('2026-09-21') }),
      on: '2026-11-11',
      expected: 4,
    },
    {
      why: '嘉峪关: before the permit, so its day is late',
      facts: aProject({ depositKind: null, depositFen: null, depositStoredOn: null, depositGuaranteeUntil: null, permitOn: day('2026-11-20') }),
      on: '2026-11-20',
      expected: 2,
      place: jiayuguan,
    },
    {
      why: '高唐: the same project has time',
      facts: aProject({ depositKind: null, depositFen: null, depositStoredOn: null, depositGuaranteeUntil: null, permitOn: day('2026-11-20') }),
      on: '2026-11-20',
      expected: 'none',
      place: gaotang,
    },
    {
      why: 'trap: the clock does not run from the contract where a permit may be needed',
      facts: aProject({
        depositKind: null,
        depositFen: null,
        depositStoredOn: null,
        depositGuaranteeUntil: null,
        permitOn: null,
        contractSignedOn: day('2026-09-21'),
      }),
      on: '2026-10-27',
      expected: 'needs-person',
    },
    {
      why: 'nor is anybody asked before its twentieth day is over',
      facts: aProject({
        depositKind: null,
        depositFen: null,
        depositStoredOn: null,
        depositGuaranteeUntil: null,
        permitOn: null,
        contractSignedOn: day('2026-09-21'),
      }),
      on: '2026-10-26',
      expected: 'none',
    },
    {
      why: 'no such column',
      facts: aProject({ depositKind: null, depositFen: null, depositStoredOn: null, depositGuaranteeUntil: null, permitOn: null, stated: new Set() }),
      on: '2026-11-22',
      expected: 'cannot-determine',
    },
    {
      why: '2,999,999.99 may be exempt',
      facts: aProject({ depositKind: null, depositFen: null, depositStoredOn: null, depositGuaranteeUntil: null, contractFen: yuan(2_999_999.99) }),
      on: '2026-11-22',
      expected: 'needs-person',
    },
    {
      why: '3,000,000 may not: 低于 excludes it',
      facts: aProject({ depositKind: null, depositFen: null, depositStoredOn: null, depositGuaranteeUntil: null, contractFen: yuan(3_000_000) }),
      on: '2026-11-22',
      expected: 4,
    },
    {
      why: 'exempt',
      facts: aProject({ depositKind: 'exempt', depositFen: null, depositStoredOn: null, depositGuaranteeUntil: null }),
      on: '2026-11-22',
      expected: 'none',
    },
  ])('$why', (row) => hold(storeInTime, row));

  // Ten working days from Monday 2026-09-21: 22-24, 28-30 September, 8-10 (Saturday makes up) and 12 October.
  const unstored = { depositKind: null, depositFen: null, depositStoredOn: null, depositGuaranteeUntil: null, contractSignedOn: day('2026-09-21') };
  const zhongshan = findProfile('zhongshan-442000') ?? gaotang;
  it.each<Case<ProjectFacts>>([
    {
      why: '中山: ten working days from the contract',
      facts: aProject({ ...unstored, permitOn: day('2026-10-09') }),
      on: '2026-10-12',
      expected: 'none',
      place: zhongshan,
    },
    {
      why: 'the day after, though the permit is three days old',
      facts: aProject({ ...unstored, permitOn: day('2026-10-09') }),
      on: '2026-10-13',
      expected: 2,
      place: zhongshan,
    },
    {
      why: 'and whatever is known of a permit',
      facts: aProject({ ...unstored, permitOn: null, stated: new Set(['depositStoredOn']) }),
      on: '2026-10-13',
      expected: 2,
      place: zhongshan,
    },
    { why: '高唐: from the permit', facts: aProject({ ...unstored, permitOn: day('2026-10-09') }), on: '2026-10-13', expected: 'none', place: gaotang },
  ])('$why', (row) => hold(storeInTime, row));
});
