import { describe, it } from 'vitest';
import { basisPoints } from '#kernel/basis-points.ts';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { jiayuguan } from '#profiles/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject } from '../../../../../../test/builders/facts.ts';
import { localMinimumShare } from './fund-08-local-minimum-share.ts';

describe('嘉峪关整改方案第13项「按工程款30%-40%的比例将人工工资拨付到……专用账户」', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'the county has set none', facts: aProject({ labourShareBp: basisPoints(2000) }), on: '2026-11-22', expected: 'cannot-determine' },
    { why: '29.99 %', facts: aProject({ labourShareBp: basisPoints(2999) }), on: '2026-11-22', expected: 2, place: jiayuguan },
    { why: '30 % exactly: 低于 excludes it', facts: aProject({ labourShareBp: basisPoints(3000) }), on: '2026-11-22', expected: 'none', place: jiayuguan },
    { why: 'not agreed as a share', facts: aProject({ labourShareBp: null }), on: '2026-11-22', expected: 'none', place: jiayuguan },
  ])('$why', (row) => hold(localMinimumShare, row));
});
