import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject } from '../../../../../../test/builders/facts.ts';
import { realNameInUse } from './ctr-04-real-name-in-use.ts';

describe('工资条例第五十五条「未实行劳动用工实名制管理」', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'in use', facts: aProject(), on: '2026-11-22', expected: 'none' },
    { why: 'attendance and no roster ever', facts: aProject({ rosterThrough: null }), on: '2026-11-22', expected: 'needs-person' },
    { why: 'neither', facts: aProject({ rosterThrough: null, firstAttendanceOn: null }), on: '2026-11-22', expected: 'none' },
  ])('$why', (row) => hold(realNameInUse, row));
});
