import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { payrollSupervision } from './pen-56-payroll-supervision.ts';

const ordered = { violation: '56-4', orderServedOn: '2026-03-02', orderDueOn: '2026-03-10', correctedOn: 'not-yet' };

describe('《保障农民工工资支付条例》第五十六条「逾期不改正的，处5万元以上10万元以下的罚款」', () => {
  it.each([
    { why: 'no order, no fine', facts: { violation: '56-4', orderServedOn: 'not-yet' }, expected: 'none' },
    { why: 'the last day of the order', facts: ordered, on: '2026-03-10', expected: 'none' },
    { why: 'the day after', facts: ordered, on: '2026-03-11', expected: 3 },
    { why: 'corrected in time', facts: { ...ordered, correctedOn: '2026-03-10' }, expected: 'none' },
    { why: 'corrected late', facts: { ...ordered, correctedOn: '2026-03-11' }, expected: 3 },
    { why: 'an order until Saturday lasts to Monday', facts: { ...ordered, orderDueOn: '2026-03-14' }, on: '2026-03-16', expected: 'none' },
    { why: 'and is over on Tuesday', facts: { ...ordered, orderDueOn: '2026-03-14' }, on: '2026-03-17', expected: 3 },
    { why: 'corrected on that Monday', facts: { ...ordered, orderDueOn: '2026-03-14', correctedOn: '2026-03-16' }, on: '2026-03-20', expected: 'none' },
    { why: 'a make-up Saturday is a working day and does not move', facts: { ...ordered, orderDueOn: '2026-05-09' }, on: '2026-05-10', expected: 3 },
    { why: 'nobody knows of an order', facts: { violation: '56-1' }, expected: 'cannot-determine' },
    { why: 'nobody said which item', facts: { ...ordered, violation: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(payrollSupervision, row));

  it.each([
    ['56-1', 'subcontractor'],
    ['56-2', 'general-contractor'],
    ['56-3', 'subcontractor'],
    ['56-4', 'general-contractor'],
  ] as const)('%s is the wrong of the %s, and stops no work', (violation, duty) => {
    const found = matterFinding(payrollSupervision, { ...ordered, violation }, '2026-03-11');
    expect(found.duty).toBe(duty);
    expect(found.says).not.toContain('停工');
  });

  it('gives the range', () => {
    expect(matterFinding(payrollSupervision, ordered, '2026-03-11')).toMatchObject({
      says: '施工总承包单位未实行施工现场维权信息公示制度，3月2日责令在3月10日前（含当日）改正，至今未改正；可以处 50,000 元以上 100,000 元以下罚款',
      dueOn: '2026-03-10',
    });
    expect(matterFinding(payrollSupervision, { ...ordered, orderDueOn: '2026-03-14' }, '2026-03-17')).toMatchObject({
      says: '施工总承包单位未实行施工现场维权信息公示制度，3月2日责令在3月14日前（含当日，顺延至3月16日）改正，至今未改正；可以处 50,000 元以上 100,000 元以下罚款',
      dueOn: '2026-03-16',
      provisional: false,
    });
  });
});
