import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { labourCostCycle } from './fund-06-labour-cost-cycle.ts';

const cycle = (cycleLength: number | null, cycleUnit = 'month') => ({ signedOn: '2026-03-02', cycleUnit, cycleLength });

describe('《保障农民工工资支付条例》第二十四条第二款「人工费用拨付周期不得超过1个月」', () => {
  it.each([
    { why: 'one month exactly', facts: cycle(1), expected: 'none' },
    { why: 'two months', facts: cycle(2), expected: 3 },
    { why: 'a quarter', facts: cycle(3), expected: 3 },
    { why: '30 days', facts: cycle(30, 'day'), expected: 'none' },
    { why: '31 days: a long month', facts: cycle(31, 'day'), expected: 'none' },
    { why: '32 days', facts: cycle(32, 'day'), expected: 3 },
    { why: '45 days', facts: cycle(45, 'day'), expected: 3 },
    { why: 'four weeks', facts: cycle(4, 'week'), expected: 'none' },
    { why: 'five weeks', facts: cycle(5, 'week'), expected: 3 },
    { why: 'by stages of the works', facts: cycle(null, 'node'), expected: 'needs-person' },
    { why: 'length unknown', facts: cycle(null), expected: 'cannot-determine' },
    { why: 'unit unknown', facts: { ...cycle(3), cycleUnit: null }, expected: 'cannot-determine' },
    { why: 'day of signing unknown', facts: { ...cycle(3), signedOn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(labourCostCycle, row));

  it('says what was agreed', () => {
    expect(matterFinding(labourCostCycle, cycle(45, 'day'))).toMatchObject({
      says: '建设单位与施工总承包单位3月2日约定每 45 日拨付一次人工费用，不得超过 1 个月',
      dueOn: '2026-03-02',
      duty: 'project-owner',
      values: [{ value: 45, threshold: 31 }],
    });
  });
});
