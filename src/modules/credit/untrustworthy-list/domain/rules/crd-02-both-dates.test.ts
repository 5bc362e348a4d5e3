import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { bothDates } from './crd-02-both-dates.ts';

describe('失信名单办法第十二条的6个月与信用修复管理办法的1年', () => {
  it.each([
    { why: 'corrected', facts: { decided: '2026-04-10', corrected: '2026-05-20' }, expected: 0 },
    { why: 'not corrected', facts: { decided: '2026-04-10', corrected: 'not-yet' }, expected: 0 },
    {
      why: 'before the measures of 2026 there is one date only',
      facts: { decided: '2025-04-10', corrected: '2025-05-20' },
      on: '2026-03-31',
      expected: 'none',
    },
    { why: 'nobody knows of a correction', facts: { decided: '2026-04-10' }, expected: 'cannot-determine' },
    { why: 'nothing stated', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(bothDates, row));

  it('两个日期并列，不代替人决定', () => {
    expect(matterFinding(bothDates, { decided: '2026-04-10', corrected: '2026-05-20' }).says).toBe(
      '按失信名单办法申请提前移出：最早11月21日；按信用修复办法申请信用修复：最早2027年4月11日。以哪一日为准由作出列入决定的人社部门判断',
    );
    expect(matterFinding(bothDates, { decided: '2026-04-10', corrected: 'not-yet' }).says).toContain('尚未改正');
  });
});
