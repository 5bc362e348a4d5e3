import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { cleanReduction } from './dep-06-clean-reduction.ts';

const good = { storingOn: '2026-03-02', firstStoredOn: '2023-05-08', isListed: false, record: [] };
const owed = (beganOn: string, endedOn: string, more = {}) => ({ kind: 'arrears', inArea: true, beganOn, endedOn, ...more });

describe('保证金规定第十二条（大意）「连续2年未发生拖欠的，新增工程降低存储比例不低于50%」', () => {
  it.each([
    { why: 'nearly three years', facts: good, expected: 0 },
    { why: 'a day short', facts: { ...good, firstStoredOn: '2024-03-03' }, expected: 'none' },
    { why: 'the corresponding day: the second year is not over', facts: { ...good, firstStoredOn: '2024-03-02' }, expected: 'none' },
    { why: 'the day after: two years are full', facts: { ...good, firstStoredOn: '2024-03-01' }, expected: 0 },
    { why: 'never stored here', facts: { ...good, firstStoredOn: 'not-yet' }, expected: 'none' },
    { why: 'arrears inside the two years', facts: { ...good, record: [owed('2024-04-01', '2024-05-06')] }, expected: 'none' },
    { why: 'arrears cleared before them', facts: { ...good, record: [owed('2023-12-01', '2024-03-01')] }, expected: 0 },
    { why: 'arrears elsewhere', facts: { ...good, record: [owed('2025-04-01', '2025-05-06', { inArea: false })] }, expected: 0 },
    { why: 'listed', facts: { ...good, isListed: true }, expected: 'none' },
    { why: 'nobody knows where', facts: { ...good, record: [{ kind: 'arrears', beganOn: '2025-04-01', endedOn: 'not-yet' }] }, expected: 'cannot-determine' },
    { why: 'nobody knows since when', facts: { ...good, firstStoredOn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(cleanReduction, row));

  it('says by how much', () =>
    expect(matterFinding(cleanReduction, good).says).toBe('总包单位自 2023-05-08 在本地区存储工资保证金后连续2年没有发生拖欠，新增工程的存储比例应当降低50%'));
});
