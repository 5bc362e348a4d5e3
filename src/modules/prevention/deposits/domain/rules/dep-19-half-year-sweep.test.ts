import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { halfYearSweep } from './dep-19-half-year-sweep.ts';

const idle = { completedOn: '2026-03-11', hasArrears: false, appliedOn: 'not-yet', sweptOn: 'not-yet' };

describe('保证金规定第二十二条（大意）「至少每半年清查一次，主动启动返还」', () => {
  it.each([
    { why: 'six months to the day', facts: idle, on: '2026-09-11', expected: 'none' },
    { why: 'the day after', facts: idle, on: '2026-09-12', expected: 1 },
    { why: 'the last day on a Sunday moves to Monday', facts: { ...idle, completedOn: '2026-03-13' }, on: '2026-09-14', expected: 'none' },
    { why: 'and no further', facts: { ...idle, completedOn: '2026-03-13' }, on: '2026-09-15', expected: 1 },
    { why: 'a month without that day: 08-31 to 02-28, a make-up Saturday', facts: { ...idle, completedOn: '2025-08-31' }, on: '2026-02-28', expected: 'none' },
    { why: 'and the day after', facts: { ...idle, completedOn: '2025-08-31' }, on: '2026-03-01', expected: 1 },
    { why: 'swept since', facts: { ...idle, sweptOn: '2026-06-01' }, on: '2026-11-22', expected: 'none' },
    { why: 'swept before completion does not count', facts: { ...idle, sweptOn: '2026-03-02' }, on: '2026-09-12', expected: 1 },
    { why: 'applied for', facts: { ...idle, appliedOn: '2026-09-01' }, on: '2026-11-22', expected: 'none' },
    { why: 'arrears', facts: { ...idle, hasArrears: true }, on: '2026-11-22', expected: 'none' },
    { why: 'not completed', facts: { completedOn: 'not-yet' }, on: '2026-11-22', expected: 'none' },
    { why: 'nobody kept a log of sweeps', facts: { ...idle, sweptOn: null }, on: '2026-11-22', expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(halfYearSweep, row));

  it('says so', () =>
    expect(matterFinding(halfYearSweep, idle, '2026-09-14')).toMatchObject({
      says: '主管部门3月11日因工程完工、没有拖欠，应当在9月11日前（含当日）清查并启动返还，至今未清查并启动返还',
      dueOn: '2026-09-11',
    }));
});
