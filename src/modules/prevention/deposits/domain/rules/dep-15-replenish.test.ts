import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { replenish } from './dep-15-replenish.ts';

// Used on Wednesday 2026-09-23: 24, 28 29 30, 8 9 10, 12 13 14 October. 中秋 and 国庆 lie between; Saturday 10-10 works.
const used = { usedOn: '2026-09-23', replenishedOn: 'not-yet', balanceFen: '40000000', dueFen: '60000000' };

describe('保证金规定第二十条（大意）「自使用之日起10个工作日内补足；使用保函的，10个工作日内提供同范围同额度的新保函」', () => {
  it.each([
    { why: 'the tenth working day across 国庆', facts: used, on: '2026-10-14', expected: 'none' },
    { why: 'the day after', facts: used, on: '2026-10-15', expected: 3 },
    { why: 'made whole on the last day', facts: { ...used, replenishedOn: '2026-10-14', balanceFen: '60000000' }, expected: 'none' },
    { why: 'made whole a day late', facts: { ...used, replenishedOn: '2026-10-15', balanceFen: '60000000' }, expected: 3 },
    { why: 'in time, but a fen short', facts: { ...used, replenishedOn: '2026-10-14', balanceFen: '59999999' }, expected: 3 },
    { why: 'short, and still in time', facts: { ...used, replenishedOn: '2026-10-09', balanceFen: '59999999' }, on: '2026-10-14', expected: 'none' },
    { why: 'never used', facts: { ...used, usedOn: 'not-yet' }, expected: 'none' },
    { why: 'put in, nobody knows how much', facts: { ...used, replenishedOn: '2026-10-14', balanceFen: null }, expected: 'cannot-determine' },
    { why: 'nobody knows whether anything was put in', facts: { usedOn: '2026-09-23' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(replenish, row));

  it('says what is missing since when', () => {
    expect(matterFinding(replenish, used, '2026-10-20')).toMatchObject({
      says: '施工总承包单位9月23日因工资保证金被使用，应当在10月14日前（含当日）补足（提供新保函），至今未补足（提供新保函）',
      amountFen: 20_000_000n,
      dueOn: '2026-10-14',
    });
    expect(matterFinding(replenish, { ...used, balanceFen: null }, '2026-10-20').amountFen).toBe(0n);
    expect(matterFinding(replenish, { ...used, replenishedOn: '2026-10-12', balanceFen: '55000000' }, '2026-10-15').says).toBe(
      '施工总承包单位9月23日因工资保证金被使用，应当在10月14日前（含当日）补足（提供新保函），至今未补足（提供新保函）；现有 550,000 元，应有 600,000 元',
    );
  });
});
