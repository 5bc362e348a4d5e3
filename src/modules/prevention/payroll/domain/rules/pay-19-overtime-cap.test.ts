import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { overtimeCap } from './pay-19-overtime-cap.ts';

const worked = { month: '2026-09', monthMinutes: 2160, longestDayMinutes: 180, workers: 4 };

describe('《劳动法》第四十一条「延长工作时间每日不得超过三小时，但是每月不得超过三十六小时」', () => {
  it.each([
    { why: 'three hours and 36 hours exactly: 不得超过 includes the number', facts: worked, expected: 'none' },
    { why: 'a minute more in the month', facts: { ...worked, monthMinutes: 2161 }, expected: 2 },
    { why: 'a minute more in a day', facts: { ...worked, longestDayMinutes: 181 }, expected: 2 },
    { why: 'less', facts: { ...worked, monthMinutes: 2159, longestDayMinutes: 179 }, expected: 'none' },
    { why: 'month known and over, day unknown', facts: { ...worked, monthMinutes: 2400, longestDayMinutes: null }, expected: 2 },
    { why: 'day within, month unknown', facts: { ...worked, monthMinutes: null }, expected: 'cannot-determine' },
    { why: 'over, workers unknown', facts: { ...worked, monthMinutes: 2400, workers: null }, expected: 'cannot-determine' },
    { why: 'month of the year unknown', facts: { ...worked, month: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(overtimeCap, row));

  it('shows the range of the fine by heads, which needs a warning and an order first', () => {
    const found = matterFinding(overtimeCap, { ...worked, monthMinutes: 2430, longestDayMinutes: 240 });
    expect(found.says).toBe('用人单位2026年9月安排 4 名农民工延长工作时间，全月 40 小时 30 分钟，超过 36 小时；最多一日 4 小时，超过 3 小时');
    expect(found).toMatchObject({ people: 4, dueOn: '2026-09-30', duty: 'employer' });
    expect(found.values[2]).toMatchObject({ value: '400 元至 2,000 元' });
    expect(overtimeCap.consequences?.[0]?.before).toBe('给予警告，责令限期改正');
    const unmeasured = matterFinding(overtimeCap, { ...worked, monthMinutes: 2430, longestDayMinutes: null });
    expect(unmeasured.values.map(({ label }) => label)).not.toContain('最多一日延长工作时间');
  });
});
