import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { contractorReviews } from './dis-03-contractor-reviews.ts';

const sent = { sentOn: '2026-03-12', reviewedOn: 'not-yet', workers: 40 };

describe('《保障农民工工资支付条例》第二十八条第二款「审核分包单位编制的农民工工资支付表」', () => {
  it.each([
    { why: 'reviewed the day before', facts: { ...sent, reviewedOn: '2026-03-11' }, expected: 'none' },
    { why: 'reviewed on the day it was sent', facts: { ...sent, reviewedOn: '2026-03-12' }, expected: 'none' },
    { why: 'reviewed the day after', facts: { ...sent, reviewedOn: '2026-03-13' }, expected: 2 },
    { why: 'not reviewed', facts: sent, expected: 2 },
    { why: 'not sent', facts: { ...sent, sentOn: 'not-yet' }, expected: 'none' },
    { why: 'not yet sent on the day asked about', facts: sent, on: '2026-03-11', expected: 'none' },
    { why: 'nobody knows whether reviewed', facts: { ...sent, reviewedOn: null }, expected: 'cannot-determine' },
    { why: 'nobody knows whether sent', facts: { ...sent, sentOn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(contractorReviews, row));

  it('says what happened; the fine needs an order and stops no work', () => {
    expect(matterFinding(contractorReviews, sent)).toMatchObject({
      says: '施工总承包单位3月12日把分包单位的工资支付表提交银行，劳资专管员至今没有审核',
      people: 40,
      dueOn: '2026-03-12',
      duty: 'general-contractor',
    });
    expect(matterFinding(contractorReviews, { ...sent, reviewedOn: '2026-03-13' }).says).toContain('3月13日才审核');
    expect(contractorReviews.consequences?.[0]?.before).toContain('逾期不改正');
    expect(contractorReviews.consequences?.[0]?.says).not.toContain('停工');
  });
});
