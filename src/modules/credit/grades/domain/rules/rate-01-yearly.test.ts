import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { yearlyGrade } from './rate-01-yearly.ts';

const year = { year: '2024-06', graded: 'not-yet' } as const;

describe('诚信等级办法第四条: 每年评价一次，依据上一年度的情况', () => {
  it.each([
    { why: 'the last day of the next year', facts: year, on: '2025-12-31', expected: 'none' },
    { why: 'the day after', facts: year, on: '2026-01-01', expected: 1 },
    { why: 'any month stands for its year', facts: { ...year, year: '2024-01' }, on: '2026-01-01', expected: 1 },
    { why: 'graded in time', facts: { ...year, graded: '2025-12-31' }, expected: 'none' },
    { why: 'graded late', facts: { ...year, graded: '2026-01-04' }, expected: 1 },
    { why: 'nobody knows', facts: { year: '2024-06' }, expected: 'cannot-determine' },
    { why: 'nothing stated', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(yearlyGrade, row));

  it('says which year', () => {
    expect(matterFinding(yearlyGrade, year, '2026-01-01')).toMatchObject({
      says: '主管部门2024年12月31日被评价年度终了，应当在2025年12月31日前（含当日）评价诚信等级，至今未评价诚信等级',
      dueOn: '2025-12-31',
    });
  });
});
