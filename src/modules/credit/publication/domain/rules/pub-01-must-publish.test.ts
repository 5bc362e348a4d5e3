import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { mustPublish } from './pub-01-must-publish.ts';

const county = { decided: '2026-02-10', kind: 'wages', office: 'county', published: 'not-yet' } as const;

describe('社会公布办法第五条、第八条: 县级、地市级每季度公布一次，省级、部级每半年公布一次', () => {
  it.each([
    { why: 'the last day of the quarter', facts: county, on: '2026-03-31', expected: 'none' },
    { why: 'the day after', facts: county, on: '2026-04-01', expected: 2 },
    { why: 'a city has the same rhythm', facts: { ...county, office: 'city' }, on: '2026-04-01', expected: 2 },
    { why: 'a province has the half year', facts: { ...county, office: 'province' }, on: '2026-06-30', expected: 'none' },
    { why: 'and then is late', facts: { ...county, office: 'province' }, on: '2026-07-01', expected: 2 },
    { why: 'decided on the last day of a quarter', facts: { ...county, decided: '2026-03-31' }, on: '2026-03-31', expected: 'none' },
    { why: 'decided on the first day of the next', facts: { ...county, decided: '2026-04-01' }, on: '2026-06-30', expected: 'none' },
    { why: 'a quarter that ends on a Sunday waits for Monday', facts: { ...county, decided: '2024-05-10' }, on: '2024-07-01', expected: 'none' },
    { why: 'and is over on Tuesday', facts: { ...county, decided: '2024-05-10' }, on: '2024-07-02', expected: 2 },
    { why: 'the fourth quarter ends the year', facts: { ...county, decided: '2025-11-03' }, on: '2026-01-01', expected: 2 },
    { why: 'published in time', facts: { ...county, published: '2026-03-31' }, expected: 'none' },
    { why: 'published late', facts: { ...county, published: '2026-04-01' }, expected: 2 },
    { why: 'none of the seven kinds', facts: { ...county, kind: 'none' }, expected: 'none' },
    { why: 'which kind is for a person to say', facts: { ...county, kind: null }, expected: 'needs-person' },
    { why: 'not decided: nothing is published', facts: { decided: 'not-yet' }, expected: 'none' },
    { why: 'nobody says whether it was published', facts: { ...county, published: null }, expected: 'cannot-determine' },
    { why: 'nothing stated', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(mustPublish, row));

  it('says since when', () => {
    expect(matterFinding(mustPublish, county, '2026-04-01')).toMatchObject({
      says: '2月10日作出处理决定的重大劳动保障违法行为，应当在3月31日前（含当日）向社会公布，至今没有公布',
      dueOn: '2026-03-31',
      duty: 'authority',
    });
  });
});
