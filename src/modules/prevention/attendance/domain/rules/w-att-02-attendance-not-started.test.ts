import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject, day } from '../../../../../../test/builders/facts.ts';
import { attendanceNotStarted } from './w-att-02-attendance-not-started.ts';

describe('W-ATT-02 开工未启用考勤: 30日', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'started', facts: aProject(), on: '2026-11-22', expected: 'none' },
    { why: 'the thirtieth day', facts: aProject({ firstAttendanceOn: null, startedOn: day('2026-10-23') }), on: '2026-11-22', expected: 'none' },
    { why: 'the thirty-first', facts: aProject({ firstAttendanceOn: null, startedOn: day('2026-10-22') }), on: '2026-11-22', expected: 2 },
  ])('$why', (row) => hold(attendanceNotStarted, row));
});
