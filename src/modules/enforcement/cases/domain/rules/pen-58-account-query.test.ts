import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { accountQuery } from './pen-58-account-query.ts';

const ordered = { orderServedOn: '2026-03-02', orderDueOn: '2026-03-10', correctedOn: 'not-yet' };

describe('《保障农民工工资支付条例》第五十八条「由金融监管部门责令改正；拒不改正的，处2万元以上5万元以下的罚款」', () => {
  it.each([
    { why: 'no order, no fine', facts: { orderServedOn: 'not-yet' }, expected: 'none' },
    { why: 'the last day of the order', facts: ordered, on: '2026-03-10', expected: 'none' },
    { why: 'the day after', facts: ordered, on: '2026-03-11', expected: 3 },
    { why: 'obeyed in time', facts: { ...ordered, correctedOn: '2026-03-10' }, expected: 'none' },
    { why: 'nobody knows of an order', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(accountQuery, row));

  it('leaves the fine to the financial regulator', () => {
    expect(matterFinding(accountQuery, ordered, '2026-03-11').says).toBe(
      '开户银行不依法配合查询相关单位金融账户，3月2日责令在3月10日前（含当日）改正，至今未改正；可以处 20,000 元以上 50,000 元以下罚款，由金融监管部门决定',
    );
  });
});
