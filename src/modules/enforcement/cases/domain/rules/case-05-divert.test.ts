import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { divert } from './case-05-divert.ts';

describe('《劳动保障监察条例》第二十一条第二款「应当告知投诉人依照劳动争议处理或者诉讼的程序办理」', () => {
  it.each([
    { why: 'already in arbitration, not told', facts: { pending: true, toldOn: 'not-yet' }, expected: 0 },
    { why: 'a matter for arbitration, not told', facts: { pending: false, belongs: true, toldOn: 'not-yet' }, expected: 0 },
    { why: 'told', facts: { pending: true, toldOn: '2026-03-02' }, expected: 'none' },
    { why: 'told only after the day asked about', facts: { pending: true, toldOn: '2026-03-02' }, on: '2026-03-01', expected: 0 },
    { why: 'a matter of inspection', facts: { pending: false, belongs: false, toldOn: 'not-yet' }, expected: 'none' },
    { why: 'nobody asked the court', facts: { belongs: false, toldOn: 'not-yet' }, expected: 'cannot-determine' },
    { why: 'nobody asked what kind of matter it is', facts: { pending: false }, expected: 'cannot-determine' },
    { why: 'nobody knows whether he was told', facts: { pending: true }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(divert, row));

  it('says why and what to do', () => {
    expect(matterFinding(divert, { pending: true, toldOn: 'not-yet' }).says).toBe(
      '同一事项已经申请调解、仲裁或者提起诉讼，主管部门应当告知投诉人依照该程序办理，不予立案',
    );
  });
});
