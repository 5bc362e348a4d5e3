import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { sublettingFine } from './fund-22-subletting-fine.ts';

const confirmed = { kind: 'illegal', confirmed: '2026-06-01', price: 10_000_000_000 };

describe('《建设工程质量管理条例》第六十二条第一款「对施工单位处工程合同价款0.5%以上1%以下的罚款」', () => {
  it.each([
    { why: 'confirmed', facts: confirmed, expected: 3 },
    { why: 'confirmed today', facts: confirmed, on: '2026-06-01', expected: 3 },
    { why: 'not yet confirmed on the day asked about', facts: confirmed, on: '2026-05-31', expected: 'none' },
    { why: 'not confirmed', facts: { ...confirmed, confirmed: 'not-yet' }, expected: 'none' },
    { why: 'neither', facts: { ...confirmed, kind: 'neither' }, expected: 'none' },
    { why: 'nobody says what it is', facts: { ...confirmed, kind: null }, expected: 'cannot-determine' },
    { why: 'nobody says whether it is confirmed', facts: { ...confirmed, confirmed: null }, expected: 'cannot-determine' },
    { why: 'price unknown', facts: { ...confirmed, price: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(sublettingFine, row));

  it('gives the range and how it is reckoned, after the order to correct', () => {
    expect(matterFinding(sublettingFine, confirmed)).toMatchObject({
      says: '行业主管部门6月1日认定违法分包，对施工单位罚款的幅度为 500,000 元以上 1,000,000 元以下',
      dueOn: '2026-06-01',
      duty: 'industry-regulator',
      steps: [
        { value: 50_000_000n, reckoned: '工程合同价款 100,000,000 元 × 0.5%' },
        { value: 100_000_000n, reckoned: '工程合同价款 100,000,000 元 × 1%' },
      ],
    });
    expect(matterFinding(sublettingFine, { ...confirmed, kind: 'whole' }).says).toContain('认定转包');
    expect(sublettingFine.consequences?.[0]?.before).toContain('责令改正');
  });
});
