import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { wagesInKind } from './pen-54-wages-in-kind.ts';

const ordered = { violation: '54-2', orderServedOn: '2026-03-02', orderDueOn: '2026-03-10', correctedOn: 'not-yet' };

describe('《保障农民工工资支付条例》第五十四条「责令限期改正；逾期不改正的，对单位处2万元以上5万元以下的罚款，对法定代表人……处1万元以上3万元以下的罚款」', () => {
  it.each([
    { why: 'a violation alone is not fined: no order', facts: { violation: '54-2', orderServedOn: 'not-yet' }, expected: 'none' },
    { why: 'the last day of the order', facts: ordered, on: '2026-03-10', expected: 'none' },
    { why: 'the day after', facts: ordered, on: '2026-03-11', expected: 3 },
    { why: 'corrected on the last day: no fine at all', facts: { ...ordered, correctedOn: '2026-03-10' }, expected: 'none' },
    { why: 'corrected a day late', facts: { ...ordered, correctedOn: '2026-03-11' }, expected: 3 },
    { why: 'the order is served only after the day asked about', facts: ordered, on: '2026-03-01', expected: 'none' },
    { why: 'nobody knows of an order', facts: { violation: '54-2' }, expected: 'cannot-determine' },
    { why: 'the order names no day', facts: { ...ordered, orderDueOn: null }, expected: 'cannot-determine' },
    { why: 'nobody looked whether it was corrected', facts: { ...ordered, correctedOn: null }, expected: 'cannot-determine' },
    { why: 'within the time nobody need look', facts: { ...ordered, correctedOn: null }, on: '2026-03-10', expected: 'none' },
    { why: 'an order that ended before it was served', facts: { ...ordered, orderDueOn: '2026-03-01' }, expected: 'cannot-determine' },
    { why: 'nobody said which item', facts: { ...ordered, violation: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(wagesInKind, row));

  it('fines the unit and each responsible person, and stops no work', () => {
    const found = matterFinding(wagesInKind, { ...ordered, persons: 2 }, '2026-03-11');
    expect(found).toMatchObject({
      says: '用人单位未编制工资支付台账并依法保存，或者未向农民工提供工资清单，3月2日责令在3月10日前（含当日）改正，至今未改正；可以对单位处 20,000 元以上 50,000 元以下罚款，对 2 名责任人员每人处 10,000 元以上 30,000 元以下罚款',
      dueOn: '2026-03-10',
      values: [{ value: 2_000_000n }, { value: 5_000_000n }, { value: 1_000_000n }, { value: 3_000_000n }],
      consequences: [{ before: '人力资源社会保障行政部门责令限期改正，逾期不改正' }],
    });
    expect(found.says).not.toContain('停工');
  });
});
