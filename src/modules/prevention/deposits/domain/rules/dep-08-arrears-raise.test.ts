import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { aPlace } from '../../../../../../test/builders/deposits.ts';
import { arrearsRaise } from './dep-08-arrears-raise.ts';

const on = '2026-03-02';
const owed = (beganOn: string, endedOn: string, more = {}) => ({ kind: 'arrears', inArea: true, beganOn, endedOn, ...more });
const lenient = aPlace({ 'deposit.arrears-corrected': false });

describe('保证金规定第十二条第二款「前2年内在工资保证金管理地区承建工程发生工资拖欠的，工资保证金存储比例应适当提高，增幅不低于50%」', () => {
  it.each([
    { why: 'a clean record', facts: { storingOn: on, record: [] }, expected: 'none' },
    { why: 'two years and a day ago', facts: { storingOn: on, record: [owed('2024-02-01', '2024-03-01')] }, expected: 'none' },
    { why: 'two years ago exactly: 内 includes it', facts: { storingOn: on, record: [owed('2024-02-01', '2024-03-02')] }, expected: 2 },
    { why: 'a day less', facts: { storingOn: on, record: [owed('2024-02-01', '2024-03-03')] }, expected: 2 },
    { why: 'still owing', facts: { storingOn: on, record: [owed('2020-02-01', 'not-yet')] }, expected: 2 },
    { why: 'in another area', facts: { storingOn: on, record: [owed('2025-02-01', 'not-yet', { inArea: false })] }, expected: 'none' },
    { why: 'after the day of storing', facts: { storingOn: on, record: [owed('2026-03-03', 'not-yet')] }, expected: 'none' },
    {
      why: 'trap: cleared in time, no fine, and still arrears in the record',
      facts: { storingOn: on, record: [owed('2025-02-01', '2025-02-10', { inTime: true })] },
      expected: 2,
    },
    {
      why: 'trap: unless the place lets it off',
      facts: { storingOn: on, record: [owed('2025-02-01', '2025-02-10', { inTime: true })] },
      place: lenient,
      expected: 'none',
    },
    { why: 'there it must be known', facts: { storingOn: on, record: [owed('2025-02-01', '2025-02-10')] }, place: lenient, expected: 'cannot-determine' },
    {
      why: 'trap: only arrears count; a board put up too late does not',
      facts: { storingOn: on, record: [owed('2025-02-01', '2025-02-10', { kind: 'other' })] },
      expected: 'none',
    },
    { why: 'one entry is enough, whatever is not known of another', facts: { storingOn: on, record: [{}, owed('2025-02-01', 'not-yet')] }, expected: 2 },
    { why: 'nothing is known of an entry', facts: { storingOn: on, record: [{}] }, expected: 'cannot-determine' },
    { why: 'nobody looked', facts: { storingOn: on }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(arrearsRaise, row));

  it('says by how much', () =>
    expect(matterFinding(arrearsRaise, { storingOn: on, record: [owed('2025-02-01', 'not-yet')] }).says).toBe(
      '总包单位在 2026-03-02 前2年内在本地区发生拖欠，存储比例应当提高50%',
    ));
});
