import { describe, expect, it } from 'vitest';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { recusal } from './case-07-recusal.ts';

const known = { knownOn: '2026-03-04', withdrewOn: 'not-yet' };

describe('《行政处罚法》第四十三条「与案件有直接利害关系或者有其他关系可能影响公正执法的，应当回避」', () => {
  it.each([
    { why: 'a direct interest, still on the case', facts: { ...known, directInterest: true }, expected: 3 },
    { why: 'withdrew', facts: { ...known, directInterest: true, withdrewOn: '2026-03-04' }, expected: 'none' },
    { why: 'another tie that the head finds harmful', facts: { ...known, directInterest: false, otherTie: true, tieMayAffect: true }, expected: 3 },
    { why: 'another tie that he finds harmless', facts: { ...known, directInterest: false, otherTie: true, tieMayAffect: false }, expected: 'none' },
    { why: 'another tie nobody has weighed', facts: { ...known, directInterest: false, otherTie: true }, expected: 'needs-person' },
    { why: 'no tie at all', facts: { ...known, directInterest: false, otherTie: false }, expected: 'none' },
    { why: 'nobody asked', facts: known, expected: 'cannot-determine' },
    { why: 'nobody knows whether he withdrew', facts: { knownOn: '2026-03-04', directInterest: true }, expected: 'cannot-determine' },
    { why: 'not yet known on the day asked about', facts: { ...known, directInterest: true }, on: '2026-03-03', expected: 'none' },
  ] as const)('$why', (row) => holdMatter(recusal, row));

  it('says why, and puts the question ready', () => {
    expect(matterFinding(recusal, { ...known, directInterest: true }).says).toBe('3月4日已知执法人员与案件有直接利害关系，应当回避，至今没有退出办理');
    expect(askMatter(recusal, { ...known, directInterest: false, otherTie: true })).toMatchObject({
      question: '执法人员与案件有其他关系，是否可能影响公正执法？由部门负责人审查决定。',
    });
  });
});
