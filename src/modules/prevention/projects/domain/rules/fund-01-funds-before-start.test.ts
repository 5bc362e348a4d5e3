import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject, day } from '../../../../../../test/builders/facts.ts';
import { fundsBeforeStart } from './fund-01-funds-before-start.ts';

describe('工资条例第二十三条「没有满足施工所需要的资金安排的，工程建设项目不得开工建设」', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'proven', facts: aProject(), on: '2026-11-22', expected: 'none' },
    { why: 'government project', facts: aProject({ fundsProvenOn: null }), on: '2026-11-22', expected: 3 },
    { why: 'private project', facts: aProject({ fundsProvenOn: null, isGovernment: false }), on: '2026-11-22', expected: 2 },
    { why: 'not begun yet', facts: aProject({ fundsProvenOn: null, startedOn: day('2026-11-23') }), on: '2026-11-22', expected: 'none' },
    { why: 'begun today', facts: aProject({ fundsProvenOn: null, startedOn: day('2026-11-22') }), on: '2026-11-22', expected: 3 },
    { why: 'no such column', facts: aProject({ fundsProvenOn: null, stated: new Set() }), on: '2026-11-22', expected: 'cannot-determine' },
  ])('$why', (row) => hold(fundsBeforeStart, row));
});
