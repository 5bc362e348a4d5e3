import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject, day } from '../../../../../../test/builders/facts.ts';
import { wageOfficer } from './ctr-09-wage-officer.ts';

describe('工资条例第二十八条「施工总承包单位应当在工程项目部配备劳资专管员」', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'there', facts: aProject(), on: '2026-11-22', expected: 'none' },
    { why: 'the last day', facts: aProject({ wageOfficerName: null, startedOn: day('2026-10-09') }), on: '2026-10-16', expected: 'none' },
    { why: 'the day after', facts: aProject({ wageOfficerName: null, startedOn: day('2026-10-09') }), on: '2026-10-17', expected: 1 },
    { why: 'thirty days late', facts: aProject({ wageOfficerName: null, startedOn: day('2026-10-09') }), on: '2026-11-15', expected: 1 },
    { why: 'more than thirty days late', facts: aProject({ wageOfficerName: null, startedOn: day('2026-10-09') }), on: '2026-11-16', expected: 2 },
    { why: 'no such column', facts: aProject({ wageOfficerName: null, stated: new Set() }), on: '2026-11-22', expected: 'cannot-determine' },
    { why: 'paused', facts: aProject({ wageOfficerName: null, pausedFrom: day('2026-10-10') }), on: '2026-11-22', expected: 'none' },
  ])('$why', (row) => hold(wageOfficer, row));
});
