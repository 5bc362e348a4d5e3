import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject, day } from '../../../../../../test/builders/facts.ts';
import { keyFields } from './w-prj-02-key-fields.ts';

describe('W-PRJ-02 基础信息缺项', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'complete', facts: aProject(), on: '2026-11-22', expected: 'none' },
    { why: 'a monthly amount stands for the share', facts: aProject({ labourShareBp: null }), on: '2026-11-22', expected: 'none' },
    { why: 'neither share nor amount', facts: aProject({ labourShareBp: null, labourMonthlyFen: null }), on: '2026-11-22', expected: 2 },
    { why: 'the tenth day', facts: aProject({ payDay: null, startedOn: day('2026-11-12') }), on: '2026-11-22', expected: 'none' },
    { why: 'the eleventh', facts: aProject({ payDay: null, startedOn: day('2026-11-11') }), on: '2026-11-22', expected: 0 },
    { why: 'thirty days late', facts: aProject({ payDay: null, startedOn: day('2026-10-13') }), on: '2026-11-22', expected: 0 },
    { why: 'thirty-one', facts: aProject({ payDay: null, startedOn: day('2026-10-12') }), on: '2026-11-22', expected: 2 },
    { why: 'no start date at all', facts: aProject({ startedOn: null }), on: '2026-11-22', expected: 0 },
  ])('$why', (row) => hold(keyFields, row));
});
