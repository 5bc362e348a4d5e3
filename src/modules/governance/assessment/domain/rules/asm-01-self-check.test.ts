import { describe, expect, it } from 'vitest';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { selfCheck } from './asm-01-self-check.ts';

const planned = { year: 2025, plannedBy: '2026-02-27', submitted: 'not-yet' };
const old = { year: 2018, submitted: 'not-yet' };

describe('国办发〔2017〕96号第七条「于2月底前报送部际联席会议办公室」；2023年办法以考核方案为准', () => {
  it.each([
    { why: 'the planned day', facts: planned, on: '2026-02-27', expected: 'none' },
    { why: 'the day after', facts: planned, on: '2026-02-28', expected: 2 },
    { why: 'submitted late', facts: { ...planned, submitted: '2026-03-02' }, on: '2026-04-01', expected: 2 },
    { why: 'no plan, and no statutory day now', facts: { ...planned, plannedBy: null }, on: '2026-04-01', expected: 'cannot-determine' },
    { why: 'nobody knows', facts: { ...planned, submitted: null }, on: '2026-04-01', expected: 'cannot-determine' },
    { why: 'under the old measures: the last of February', facts: old, on: '2019-02-28', expected: 'none' },
    { why: 'under the old measures: March', facts: old, on: '2019-03-01', expected: 2 },
    // 2020-02-29 is a Saturday: Monday 03-02.
    { why: 'in a leap year the 29th, here a Saturday, moved on', facts: { ...old, year: 2019 }, on: '2020-03-02', expected: 'none' },
    { why: 'and late on the 3rd', facts: { ...old, year: 2019 }, on: '2020-03-03', expected: 2 },
  ] as const)('$why', (row) => holdMatter(selfCheck, row));

  it('says which plan', () => {
    expect(matterFinding(selfCheck, planned, '2026-02-28')).toMatchObject({
      says: '人民政府应当在2月27日前（含当日）报送自查报告（2025年度考核方案），至今未报送自查报告',
      dueOn: '2026-02-27',
    });
    expect(askMatter(selfCheck, { ...planned, plannedBy: null })).toEqual({ answer: 'cannot-determine', missing: ['考核方案规定的自查报送截止日'] });
  });
});
