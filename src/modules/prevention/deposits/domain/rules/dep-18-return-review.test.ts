import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { returnReview } from './dep-18-return-review.ts';

// Applied on Tuesday 2026-09-29: 30, 8 9 10 (Saturday, make-up), 12 October. Reviewed on 10-12: 13 14 15.
const applied = { appliedOn: '2026-09-29', reviewedOn: 'not-yet', issuedOn: 'not-yet' };
const reviewed = { ...applied, reviewedOn: '2026-10-12' };

describe('保证金规定第二十二条第二款「自施工总承包单位提交书面申请5个工作日内审核完毕，并在审核完毕3个工作日内……出具工资保证金返还（销户）确认书」', () => {
  it.each([
    { why: 'the fifth working day across 国庆', facts: applied, on: '2026-10-12', expected: 'none' },
    { why: 'the day after', facts: applied, on: '2026-10-13', expected: 2 },
    { why: 'reviewed a day late', facts: { ...applied, reviewedOn: '2026-10-13', issuedOn: '2026-10-13' }, expected: 2 },
    { why: 'the third working day after the review', facts: reviewed, on: '2026-10-15', expected: 'none' },
    { why: 'the day after', facts: reviewed, on: '2026-10-16', expected: 2 },
    { why: 'issued in time', facts: { ...reviewed, issuedOn: '2026-10-15' }, expected: 'none' },
    { why: 'issued late', facts: { ...reviewed, issuedOn: '2026-10-16' }, expected: 2 },
    { why: 'no application', facts: { appliedOn: 'not-yet' }, expected: 'none' },
    { why: 'nobody knows whether it was issued', facts: { ...reviewed, issuedOn: null }, expected: 'cannot-determine' },
    { why: 'nobody knows whether it was reviewed', facts: { appliedOn: '2026-09-29' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(returnReview, row));

  it('says which step is late', () => {
    expect(matterFinding(returnReview, applied, '2026-10-13')).toMatchObject({
      says: '主管部门9月29日收到返还工资保证金的申请，应当在10月12日前（含当日）审核完毕，至今未审核完毕',
      dueOn: '2026-10-12',
    });
    expect(matterFinding(returnReview, { ...reviewed, issuedOn: '2026-10-19' })).toMatchObject({
      says: '主管部门10月12日审核完毕，应当在10月15日前（含当日）出具返还确认书、返还保函正本或者书面告知，10月19日才出具返还确认书、返还保函正本或者书面告知',
      dueOn: '2026-10-15',
    });
  });
});
