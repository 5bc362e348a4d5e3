import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject, day } from '../../../../../../test/builders/facts.ts';
import { stateLooksFalse } from './w-prj-07-state-looks-false.ts';

describe('W-PRJ-07 在建状态失真: 30日无考勤、无入账、无发放', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'alive', facts: aProject(), on: '2026-11-22', expected: 'none' },
    {
      why: 'thirty days: 超过 excludes it',
      facts: aProject({ lastAttendanceOn: day('2026-10-01'), lastInflowOn: day('2026-10-05'), lastWagePaidOn: day('2026-10-14') }),
      on: '2026-11-13',
      expected: 'none',
    },
    {
      why: 'thirty-one',
      facts: aProject({ lastAttendanceOn: day('2026-10-01'), lastInflowOn: day('2026-10-05'), lastWagePaidOn: day('2026-10-14') }),
      on: '2026-11-14',
      expected: 1,
    },
    {
      why: 'more than thirty beyond',
      facts: aProject({ lastAttendanceOn: day('2026-10-01'), lastInflowOn: day('2026-10-05'), lastWagePaidOn: day('2026-10-14') }),
      on: '2026-12-14',
      expected: 2,
    },
    {
      why: 'paused and resumed since',
      facts: aProject({
        lastAttendanceOn: day('2026-10-01'),
        lastInflowOn: day('2026-10-05'),
        lastWagePaidOn: day('2026-10-14'),
        pausedFrom: day('2026-10-20'),
        pausedUntil: day('2026-11-20'),
      }),
      on: '2026-11-22',
      expected: 'none',
    },
  ])('$why', (row) => hold(stateLooksFalse, row));
});
