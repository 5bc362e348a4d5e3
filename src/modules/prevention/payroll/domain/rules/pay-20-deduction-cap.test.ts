import { describe, expect, it } from 'vitest';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { withMinimumWage } from '../../../../../../test/builders/wages.ts';
import { deductionCap } from './pay-20-deduction-cap.ts';

// 20 % of 5,000 元 is 1,000 元; above a minimum of 2,000 元 there are 3,000 元: the smaller limit is 1,000 元.
const taken = (deducted: number, wage = 500_000, minimumWage: number | null = 200_000) => ({ month: '2026-09', wage, deducted, minimumWage });

describe('《工资支付暂行规定》第十六条「每月扣除的部分不得超过劳动者当月工资的20%。若扣除后的剩余工资部分低于当地月最低工资标准，则按最低工资标准支付」', () => {
  it.each([
    { why: '20 % exactly', facts: taken(100_000), expected: 'none' },
    { why: 'a fen more', facts: taken(100_001), expected: 2 },
    { why: 'a fen less', facts: taken(99_999), expected: 'none' },
    { why: 'of two limits the smaller: 2,300 − 2,000 = 300 元 exactly', facts: taken(30_000, 230_000), expected: 'none' },
    { why: 'of two limits the smaller: a fen more than 300 元', facts: taken(30_001, 230_000), expected: 2 },
    { why: 'a wage below the minimum: the limit is 0, never below', facts: taken(1, 150_000), expected: 2 },
    { why: 'nothing taken', facts: taken(0, 150_000), expected: 'none' },
    { why: 'minimum unknown, within 20 %', facts: taken(100_000, 500_000, null), expected: 'cannot-determine' },
    { why: 'minimum unknown, but more than 20 %', facts: taken(100_001, 500_000, null), expected: 2 },
    { why: 'wage unknown', facts: { month: '2026-09', deducted: 1 }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(deductionCap, row));

  it('takes the minimum that was in force in the work month at the place', () => {
    const place = withMinimumWage({ from: '2024-01-01', yuan: 1990 }, { from: '2026-10-01', yuan: 2200 });
    holdMatter(deductionCap, { why: '2,300 − 1,990', facts: taken(31_000, 230_000, null), place, expected: 'none' });
    holdMatter(deductionCap, { why: 'the later figure is not September’s', facts: taken(31_001, 230_000, null), place, expected: 2 });
    holdMatter(deductionCap, { why: 'October: 2,300 − 2,200', facts: { ...taken(10_001, 230_000, null), month: '2026-10' }, place, expected: 2 });
    expect(askMatter(deductionCap, taken(1, 230_000, null))).toEqual({ answer: 'cannot-determine', missing: ['全国未设定“当地月最低工资标准”'] });
  });

  it('says what was taken too much', () => {
    expect(matterFinding(deductionCap, taken(80_000, 230_000))).toMatchObject({
      says: '用人单位2026年9月从农民工工资中扣赔偿款 800 元，最多可扣 300 元，多扣 500 元',
      amountFen: 50_000n,
      dueOn: '2026-09-30',
      owedTo: 'worker',
    });
  });
});
