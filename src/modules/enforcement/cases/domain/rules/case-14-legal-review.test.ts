import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { legalReview } from './case-14-legal-review.ts';

const decided = { decidedOn: '2026-03-20', ground: 'hearing' };

describe('《行政处罚法》第五十八条「未经法制审核或者审核未通过的，不得作出决定」', () => {
  it.each([
    { why: 'reviewed before and passed', facts: { ...decided, reviewedOn: '2026-03-19', passed: true }, expected: 'none' },
    { why: 'reviewed on the day of the decision', facts: { ...decided, reviewedOn: '2026-03-20', passed: true }, expected: 'none' },
    { why: 'reviewed the day after', facts: { ...decided, reviewedOn: '2026-03-21', passed: true }, expected: 3 },
    { why: 'not reviewed', facts: { ...decided, reviewedOn: 'not-yet' }, expected: 3 },
    { why: 'reviewed and not passed', facts: { ...decided, reviewedOn: '2026-03-19', passed: false }, expected: 3 },
    { why: 'none of the four kinds', facts: { decidedOn: '2026-03-20', ground: 'none', reviewedOn: 'not-yet' }, expected: 'none' },
    { why: 'nobody judged the kind of case', facts: { decidedOn: '2026-03-20', reviewedOn: 'not-yet' }, expected: 'needs-person' },
    { why: 'nothing decided', facts: { decidedOn: 'not-yet', ground: 'complex', reviewedOn: 'not-yet' }, expected: 'none' },
    { why: 'nobody knows of a review', facts: decided, expected: 'cannot-determine' },
    { why: 'nobody knows its outcome', facts: { ...decided, reviewedOn: '2026-03-19' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(legalReview, row));

  it('says which kind of case it is', () => {
    expect(matterFinding(legalReview, { ...decided, reviewedOn: 'not-yet' }).says).toBe(
      '主管部门3月20日作出处罚决定，案件直接关系当事人或者第三人重大权益，经过听证程序，决定前没有法制审核，不得作出决定',
    );
  });
});
