import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject, day } from '../../../../../../test/builders/facts.ts';
import { commitment } from './w-prj-06-commitment.ts';

describe('W-PRJ-06 无欠薪承诺: 开工15日', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'there', facts: aProject(), on: '2026-11-22', expected: 'none' },
    { why: 'the fifteenth day', facts: aProject({ commitmentOn: null, startedOn: day('2026-11-01') }), on: '2026-11-16', expected: 'none' },
    { why: 'the sixteenth', facts: aProject({ commitmentOn: null, startedOn: day('2026-11-01') }), on: '2026-11-17', expected: 0 },
  ])('$why', (row) => hold(commitment, row));
});
