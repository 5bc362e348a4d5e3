import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { twoOfficers } from './case-06-two-officers.ts';

describe('《劳动保障监察条例》第十六条「劳动保障监察员进行调查、检查，不得少于2人」', () => {
  it.each([
    { why: 'nobody with a certificate', facts: { actedOn: '2026-03-04', certified: 0 }, expected: 3 },
    { why: 'one is too few', facts: { actedOn: '2026-03-04', certified: 1 }, expected: 3 },
    { why: 'two are enough', facts: { actedOn: '2026-03-04', certified: 2 }, expected: 'none' },
    { why: 'three', facts: { actedOn: '2026-03-04', certified: 3 }, expected: 'none' },
    { why: 'nobody counted', facts: { actedOn: '2026-03-04' }, expected: 'cannot-determine' },
    { why: 'no day', facts: { certified: 1 }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(twoOfficers, row));

  it('says how many were there', () => {
    expect(matterFinding(twoOfficers, { actedOn: '2026-03-04', certified: 1 })).toMatchObject({
      says: '3月4日的调查、检查只有 1 名持证执法人员，不得少于 2 人',
      dueOn: '2026-03-04',
    });
  });
});
