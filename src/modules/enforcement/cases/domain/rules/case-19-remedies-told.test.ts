import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { remediesTold } from './case-19-remedies-told.ts';

const both = { decidedOn: '2026-03-20', tellsReconsideration: true, tellsLawsuit: true };

describe('《行政处罚法》第五十九条: 决定书应当载明「申请行政复议、提起行政诉讼的途径和期限」', () => {
  it.each([
    { why: 'both are there', facts: both, expected: 'none' },
    { why: 'no reconsideration', facts: { ...both, tellsReconsideration: false }, expected: 2 },
    { why: 'no lawsuit', facts: { ...both, tellsLawsuit: false }, expected: 2 },
    { why: 'neither', facts: { ...both, tellsReconsideration: false, tellsLawsuit: false }, expected: 2 },
    { why: 'nothing decided', facts: { decidedOn: 'not-yet' }, expected: 'none' },
    { why: 'nobody read the letter', facts: { decidedOn: '2026-03-20', tellsLawsuit: true }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(remediesTold, row));

  it('says what is missing', () => {
    expect(matterFinding(remediesTold, { ...both, tellsReconsideration: false, tellsLawsuit: false }).says).toBe(
      '主管部门3月20日作出的决定没有写明可以在 60 日内申请行政复议、6 个月内提起行政诉讼的途径和期限',
    );
  });
});
