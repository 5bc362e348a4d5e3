import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { atLeastMonthly } from './pay-05-at-least-monthly.ts';

const cycle = (cycleLength: number, cycleUnit = 'month') => ({ agreedOn: '2026-03-01', wageKind: 'month', cycleUnit, cycleLength });

describe('《工资支付暂行规定》第七条「工资至少每月支付一次，实行周、日、小时工资制的可按周、日、小时支付工资」', () => {
  it.each([
    { why: 'one month exactly is enough', facts: cycle(1), expected: 'none' },
    { why: 'two months', facts: cycle(2), expected: 3 },
    { why: '31 days: a long month', facts: cycle(31, 'day'), expected: 'none' },
    { why: '32 days are longer than any month', facts: cycle(32, 'day'), expected: 3 },
    { why: 'four weeks', facts: cycle(4, 'week'), expected: 'none' },
    { why: 'five weeks', facts: cycle(5, 'week'), expected: 3 },
    { why: 'day wages once a year', facts: { ...cycle(12), wageKind: 'day' }, expected: 3 },
    { why: 'piece-rate: agreed by both', facts: { ...cycle(12), wageKind: 'piece' }, expected: 'none' },
    { why: 'piece-rate, cycle unknown', facts: { wageKind: 'piece' }, expected: 'none' },
    { why: 'cycle unknown', facts: { agreedOn: '2026-03-01', wageKind: 'month' }, expected: 'cannot-determine' },
    { why: 'wage system unknown', facts: { ...cycle(2), wageKind: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(atLeastMonthly, row));

  it('says what was agreed and what is due', () => {
    expect(matterFinding(atLeastMonthly, { ...cycle(3), workers: 20 })).toMatchObject({
      says: '用人单位约定每 3 个月支付一次工资，应当至少每月支付一次',
      dueOn: '2026-03-01',
      people: 20,
      duty: 'employer',
    });
  });
});
