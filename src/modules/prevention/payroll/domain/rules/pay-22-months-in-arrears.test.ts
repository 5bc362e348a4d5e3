import { describe, it } from 'vitest';
import { civilMonth } from '#kernel/civil-date.ts';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject, yuan } from '../../../../../../test/builders/facts.ts';
import { monthsInArrears } from './pay-22-months-in-arrears.ts';

describe('工资条例第三条「任何单位和个人不得拖欠农民工工资」', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'none', facts: aProject(), on: '2026-11-22', expected: 'none' },
    {
      why: 'one month is the month’s own warning',
      facts: aProject({ monthsWithArrears: 1, arrearsSince: civilMonth('2026-10'), arrearsFen: yuan(1), arrearsPeople: 1 }),
      on: '2026-11-22',
      expected: 'none',
    },
    {
      why: 'two months are orange',
      facts: aProject({ monthsWithArrears: 2, arrearsSince: civilMonth('2026-09'), arrearsFen: yuan(90_000), arrearsPeople: 9 }),
      on: '2026-11-22',
      expected: 3,
    },
    {
      why: 'three are red',
      facts: aProject({ monthsWithArrears: 3, arrearsSince: civilMonth('2026-08'), arrearsFen: yuan(90_000), arrearsPeople: 9 }),
      on: '2026-11-22',
      expected: 4,
    },
    {
      why: 'the second is not yet due on its payday',
      facts: aProject({ monthsWithArrears: 2, arrearsSince: civilMonth('2026-09'), arrearsFen: yuan(90_000), arrearsPeople: 9 }),
      on: '2026-11-13',
      expected: 'none',
    },
    {
      why: 'and is the day after',
      facts: aProject({ monthsWithArrears: 2, arrearsSince: civilMonth('2026-09'), arrearsFen: yuan(90_000), arrearsPeople: 9 }),
      on: '2026-11-14',
      expected: 3,
    },
  ])('$why', (row) => hold(monthsInArrears, row));
});
