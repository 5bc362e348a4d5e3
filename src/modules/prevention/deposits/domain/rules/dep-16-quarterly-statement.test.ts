import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { quarterlyStatement } from './dep-16-quarterly-statement.ts';

// The third quarter of 2026 ends on 09-30; working days after it: 8 9 10, 12-16, 19, 20 October.
const third = { quarter: '2026-09', statedOn: 'not-yet' };

describe('保证金规定第二十一条（大意）「银行每季度向施工总承包单位和属地人力资源社会保障部门提供对账单」', () => {
  it.each([
    { why: 'the tenth working day after the quarter, 国庆 between', facts: third, on: '2026-10-20', expected: 'none' },
    { why: 'the day after', facts: third, on: '2026-10-21', expected: 1 },
    { why: 'the same quarter by its first month', facts: { ...third, quarter: '2026-07' }, on: '2026-10-21', expected: 1 },
    { why: 'the same quarter by its second month', facts: { ...third, quarter: '2026-08' }, on: '2026-10-20', expected: 'none' },
    { why: 'the quarter runs', facts: { ...third, quarter: '2026-10' }, on: '2026-11-22', expected: 'none' },
    { why: 'in time', facts: { ...third, statedOn: '2026-10-20' }, expected: 'none' },
    { why: 'late', facts: { ...third, statedOn: '2026-10-21' }, expected: 1 },
    { why: 'nobody knows', facts: { quarter: '2026-09' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(quarterlyStatement, row));

  it('says which quarter', () =>
    expect(matterFinding(quarterlyStatement, third, '2026-10-22')).toMatchObject({
      says: '开户银行9月30日因季度结束，应当在10月20日前（含当日）提供该季度对账单，至今未提供该季度对账单',
      dueOn: '2026-10-20',
    }));

  it('a day in a year without a published calendar is provisional', () =>
    expect(matterFinding(quarterlyStatement, { quarter: '2026-12', statedOn: 'not-yet' }, '2027-03-01')).toMatchObject({ provisional: true }));
});
