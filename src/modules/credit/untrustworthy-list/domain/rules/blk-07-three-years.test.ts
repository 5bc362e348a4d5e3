import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { threeYears } from './blk-07-three-years.ts';

const listed = { decided: '2023-03-10', isPublic: true } as const;

describe('失信名单办法第十一条「期限为3年，自…作出列入决定之日起计算」、第十七条「应当于10个工作日内…移出…停止公开」', () => {
  it.each([
    { why: 'the last day of the 36 months', facts: listed, on: '2026-03-10', expected: 'none' },
    { why: 'the day after: a hint while the ten working days run', facts: listed, on: '2026-03-11', expected: 0 },
    { why: 'the last of the ten', facts: listed, on: '2026-03-24', expected: 0 },
    { why: 'still public', facts: listed, on: '2026-03-25', expected: 3 },
    { why: 'no longer public', facts: { ...listed, isPublic: false }, on: '2026-03-25', expected: 'none' },
    { why: 'decided on 29 February: ends on 28 February', facts: { decided: '2024-02-29', isPublic: true }, on: '2027-02-28', expected: 'none' },
    { why: 'and is over on 1 March', facts: { decided: '2024-02-29', isPublic: true }, on: '2027-03-01', expected: 0 },
    { why: 'ten working days across 国庆, the last', facts: { decided: '2023-09-30', isPublic: true }, on: '2026-10-20', expected: 0 },
    { why: 'ten working days across 国庆, over', facts: { decided: '2023-09-30', isPublic: true }, on: '2026-10-21', expected: 3 },
    { why: 'nobody looked', facts: { decided: '2023-03-10' }, on: '2026-03-25', expected: 'cannot-determine' },
    { why: 'nothing stated', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(threeYears, row));

  it('does not move the end of a listing off a rest day', () => {
    // 2026-03-15 is a Sunday.
    expect(matterFinding(threeYears, { decided: '2023-03-15', isPublic: true }, '2026-03-16').values[0]?.value).toBe('2026-03-15');
  });

  it('says both days and how they were counted', () => {
    const found = matterFinding(threeYears, listed, '2026-03-25');
    expect(found).toMatchObject({
      says: '列入失信联合惩戒名单的期限3月10日届满，应当在3月24日前（含当日）移出并停止公开，至今仍在公开',
      dueOn: '2026-03-24',
    });
    expect(found.steps).toHaveLength(2);
  });
});
