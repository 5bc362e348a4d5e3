import { describe, it } from 'vitest';
import { civilMonth } from '#kernel/civil-date.ts';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject, day, yuan } from '../../../../../../test/builders/facts.ts';
import { festivalCountdown } from './w-pay-14-festival-countdown.ts';

describe('W-PAY-14 节前未清: 2026年春节是2月17日', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'nothing owed', facts: aProject(), on: '2026-02-10', expected: 'none' },
    {
      why: '31 days before',
      facts: aProject({ arrearsFen: yuan(90_000), arrearsPeople: 9, arrearsSince: civilMonth('2025-12'), flowsThrough: day('2026-02-10') }),
      on: '2026-01-17',
      expected: 'none',
    },
    {
      why: '30 days before: 以内 includes it',
      facts: aProject({ arrearsFen: yuan(90_000), arrearsPeople: 9, arrearsSince: civilMonth('2025-12'), flowsThrough: day('2026-02-10') }),
      on: '2026-01-18',
      expected: 2,
    },
    {
      why: '16 days before',
      facts: aProject({ arrearsFen: yuan(90_000), arrearsPeople: 9, arrearsSince: civilMonth('2025-12'), flowsThrough: day('2026-02-10') }),
      on: '2026-02-01',
      expected: 2,
    },
    {
      why: '15 days before',
      facts: aProject({ arrearsFen: yuan(90_000), arrearsPeople: 9, arrearsSince: civilMonth('2025-12'), flowsThrough: day('2026-02-10') }),
      on: '2026-02-02',
      expected: 3,
    },
    {
      why: '7 days before',
      facts: aProject({ arrearsFen: yuan(90_000), arrearsPeople: 9, arrearsSince: civilMonth('2025-12'), flowsThrough: day('2026-02-10') }),
      on: '2026-02-10',
      expected: 4,
    },
    {
      why: 'the day itself',
      facts: aProject({ arrearsFen: yuan(90_000), arrearsPeople: 9, arrearsSince: civilMonth('2025-12'), flowsThrough: day('2026-02-10') }),
      on: '2026-02-17',
      expected: 4,
    },
    {
      why: 'the day after',
      facts: aProject({ arrearsFen: yuan(90_000), arrearsPeople: 9, arrearsSince: civilMonth('2025-12'), flowsThrough: day('2026-02-10') }),
      on: '2026-02-18',
      expected: 'none',
    },
    {
      why: 'owed, but payday is yet to come',
      facts: aProject({ arrearsFen: yuan(90_000), arrearsPeople: 9, arrearsSince: civilMonth('2026-01') }),
      on: '2026-02-10',
      expected: 'none',
    },
  ])('$why', (row) => hold(festivalCountdown, row));
});
