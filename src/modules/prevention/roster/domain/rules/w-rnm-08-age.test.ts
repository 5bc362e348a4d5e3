import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject } from '../../../../../../test/builders/facts.ts';
import { age } from './w-rnm-08-age.ts';

describe('劳动法第十五条「禁止用人单位招用未满十六周岁的未成年人」', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'none', facts: aProject(), on: '2026-11-22', expected: 'none' },
    { why: 'one child', facts: aProject({ underAge: 1, overRetirement: 5 }), on: '2026-11-22', expected: 4 },
    { why: 'one over retirement age', facts: aProject({ overRetirement: 1 }), on: '2026-11-22', expected: 0 },
    { why: 'the site is closed', facts: aProject({ underAge: 1, state: 'finished' }), on: '2026-11-22', expected: 'none' },
  ])('$why', (row) => hold(age, row));
});
