import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { twoYearBar } from './case-04-two-year-bar.ts';

describe('《劳动保障监察条例》第二十条「在2年内未被劳动保障行政部门发现，也未被举报、投诉的，劳动保障行政部门不再查处」', () => {
  it.each([
    { why: 'the corresponding day is within two years', facts: { endedOn: '2024-03-04', foundOn: '2026-03-04' }, expected: 'none' },
    { why: 'the day after is not', facts: { endedOn: '2024-03-04', foundOn: '2026-03-05' }, expected: 0 },
    { why: 'a last day in 国庆 (10月3日) moves to 10月8日', facts: { endedOn: '2024-10-03', foundOn: '2026-10-08' }, expected: 'none' },
    { why: 'and not further', facts: { endedOn: '2024-10-03', foundOn: '2026-10-09' }, expected: 0 },
    { why: '29 February ends on 28 February, a worked Saturday of 2026', facts: { endedOn: '2024-02-29', foundOn: '2026-02-28' }, expected: 'none' },
    { why: 'a violation that goes on is not barred', facts: { endedOn: 'not-yet', foundOn: 'not-yet' }, expected: 'none' },
    { why: 'never found, time not over', facts: { endedOn: '2024-11-22', foundOn: 'not-yet' }, on: '2026-11-23', expected: 'none' },
    { why: 'never found, time over', facts: { endedOn: '2024-11-22', foundOn: 'not-yet' }, on: '2026-11-24', expected: 0 },
    { why: 'nobody knows when it ended', facts: { foundOn: '2026-03-05' }, expected: 'cannot-determine' },
    { why: 'nobody knows when it was found', facts: { endedOn: '2024-03-04' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(twoYearBar, row));

  it('states the effect', () => {
    expect(matterFinding(twoYearBar, { endedOn: '2024-03-04', foundOn: '2026-03-05' })).toMatchObject({
      says: '违法行为于2024年3月4日终了，查处时效到3月4日为止，3月5日才被发现、举报或者投诉，劳动保障行政部门不再查处',
      dueOn: '2026-03-04',
      steps: [{ value: '2026-03-04', reckoned: '2024-03-04 起（当日不计）24个月，至 2026-03-04' }],
    });
  });
});
