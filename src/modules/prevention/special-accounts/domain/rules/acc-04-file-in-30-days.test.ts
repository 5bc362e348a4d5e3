import { describe, it } from 'vitest';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProject, day } from '../../../../../../test/builders/facts.ts';
import { fileIn30Days } from './acc-04-file-in-30-days.ts';

describe('专户办法第六条（大意）开立后30日内备案', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'filed', facts: aProject(), on: '2026-11-22', expected: 'none' },
    { why: 'the thirtieth day', facts: aProject({ accountFiledOn: null, accountOpenedOn: day('2026-10-20') }), on: '2026-11-19', expected: 'none' },
    { why: 'the thirty-first', facts: aProject({ accountFiledOn: null, accountOpenedOn: day('2026-10-20') }), on: '2026-11-20', expected: 1 },
    { why: 'no such column', facts: aProject({ accountFiledOn: null, stated: new Set() }), on: '2026-11-20', expected: 'cannot-determine' },
  ])('$why', (row) => hold(fileIn30Days, row));
});
