import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { entrustmentAgreement } from './dis-05-entrustment-agreement.ts';

const paid = { firstPaidOn: '2026-04-14', agreedOn: 'not-yet' };

describe('《工程建设领域农民工工资专用账户管理暂行办法》第十五条（大意）: 总包单位与分包单位签订委托代发协议', () => {
  it.each([
    { why: 'agreed before', facts: { ...paid, agreedOn: '2026-04-13' }, expected: 'none' },
    { why: 'agreed on the day of the first payroll', facts: { ...paid, agreedOn: '2026-04-14' }, expected: 'none' },
    { why: 'agreed the day after', facts: { ...paid, agreedOn: '2026-04-15' }, expected: 1 },
    { why: 'not agreed, on the day itself', facts: paid, on: '2026-04-14', expected: 'none' },
    { why: 'not agreed, the day after', facts: paid, on: '2026-04-15', expected: 1 },
    { why: 'nothing paid on behalf yet', facts: { ...paid, firstPaidOn: 'not-yet' }, expected: 'none' },
    { why: 'nobody knows whether agreed', facts: { ...paid, agreedOn: null }, expected: 'cannot-determine' },
    { why: 'nobody knows whether paid', facts: { ...paid, firstPaidOn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(entrustmentAgreement, row));

  it('says since when', () => {
    expect(matterFinding(entrustmentAgreement, paid)).toMatchObject({
      says: '施工总承包单位4月14日已为分包单位代发工资，委托代发协议至今没有签订',
      dueOn: '2026-04-14',
      duty: 'general-contractor',
    });
    expect(entrustmentAgreement.needsLegalReview).toBe(true);
  });
});
