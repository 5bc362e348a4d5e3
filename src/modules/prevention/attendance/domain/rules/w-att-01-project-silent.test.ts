import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject, day } from '../../../../../../test/builders/facts.ts';
import { projectSilent } from './w-att-01-project-silent.ts';

describe('W-ATT-01 项目连续无考勤: 3、7、15、30日', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'alive', facts: aProject(), on: '2026-11-22', expected: 'none' },
    { why: 'two days', facts: aProject({ lastAttendanceOn: day('2026-11-20'), attendanceThrough: day('2026-11-22') }), on: '2026-11-22', expected: 'none' },
    { why: 'three', facts: aProject({ lastAttendanceOn: day('2026-11-19'), attendanceThrough: day('2026-11-22') }), on: '2026-11-22', expected: 1 },
    { why: 'six', facts: aProject({ lastAttendanceOn: day('2026-11-16'), attendanceThrough: day('2026-11-22') }), on: '2026-11-22', expected: 1 },
    { why: 'seven', facts: aProject({ lastAttendanceOn: day('2026-11-15'), attendanceThrough: day('2026-11-22') }), on: '2026-11-22', expected: 2 },
    { why: 'fifteen', facts: aProject({ lastAttendanceOn: day('2026-11-07'), attendanceThrough: day('2026-11-22') }), on: '2026-11-22', expected: 3 },
    { why: 'thirty', facts: aProject({ lastAttendanceOn: day('2026-10-23'), attendanceThrough: day('2026-11-22') }), on: '2026-11-22', expected: 4 },
    {
      why: 'the sheet ends with the last day: the usual gap of reporting is not silence',
      facts: aProject({ lastAttendanceOn: day('2026-10-31'), attendanceThrough: day('2026-10-31') }),
      on: '2026-11-22',
      expected: 'none',
    },
    {
      why: 'two days beyond that gap neither',
      facts: aProject({ lastAttendanceOn: day('2026-10-26'), attendanceThrough: day('2026-10-26') }),
      on: '2026-11-22',
      expected: 'none',
    },
    {
      why: 'three days beyond it nobody knows: the feed is silent, not the site',
      facts: aProject({ lastAttendanceOn: day('2026-10-25'), attendanceThrough: day('2026-10-25') }),
      on: '2026-11-22',
      expected: 'cannot-determine',
    },
    {
      why: 'a sheet that stopped long ago proves the days it speaks for: two',
      facts: aProject({ lastAttendanceOn: day('2026-10-23'), attendanceThrough: day('2026-10-25') }),
      on: '2026-11-22',
      expected: 'cannot-determine',
    },
    {
      why: 'and three of them',
      facts: aProject({ lastAttendanceOn: day('2026-10-22'), attendanceThrough: day('2026-10-25') }),
      on: '2026-11-22',
      expected: 1,
    },
    { why: 'paused', facts: aProject({ lastAttendanceOn: day('2026-10-23'), pausedFrom: day('2026-10-24') }), on: '2026-11-22', expected: 'none' },
    {
      why: 'resumed yesterday',
      facts: aProject({
        lastAttendanceOn: day('2026-10-23'),
        attendanceThrough: day('2026-11-22'),
        pausedFrom: day('2026-10-24'),
        pausedUntil: day('2026-11-21'),
      }),
      on: '2026-11-22',
      expected: 'none',
    },
    {
      why: 'the Spring Festival break is no silence',
      facts: aProject({ startedOn: day('2025-03-01'), lastAttendanceOn: day('2026-02-08'), attendanceThrough: day('2026-03-10') }),
      on: '2026-03-10',
      expected: 'none',
    },
  ])('$why', (row) => hold(projectSilent, row));
});
