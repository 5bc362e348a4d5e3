import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { fundRecourse } from './emg-03-recourse.ts';

const advanced = { advancedOn: '2026-10-12', advancedFen: '12345600', openedOn: 'not-yet' };

describe('工资条例第六十三条「对已经垫付的应急周转金，应当依法向拖欠农民工工资的用人单位进行追偿」', () => {
  it.each([
    { why: 'advanced, nothing opened', facts: advanced, expected: 2 },
    { why: 'on the very day', facts: advanced, on: '2026-10-12', expected: 'none' },
    { why: 'the day after', facts: advanced, on: '2026-10-13', expected: 2 },
    { why: 'asked about a day before it was opened', facts: { ...advanced, openedOn: '2026-10-20' }, on: '2026-10-19', expected: 2 },
    { why: 'opened', facts: { ...advanced, openedOn: '2026-10-12' }, expected: 'none' },
    { why: 'nothing advanced', facts: { ...advanced, advancedOn: 'not-yet' }, expected: 'none' },
    { why: 'nobody looked', facts: { ...advanced, openedOn: null }, expected: 'cannot-determine' },
    { why: 'nobody knows how much', facts: { ...advanced, advancedFen: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(fundRecourse, row));

  it('says how much since when', () =>
    expect(matterFinding(fundRecourse, advanced)).toMatchObject({
      says: '10月12日动用应急周转金垫付 123,456 元，没有登记向拖欠单位追偿',
      dueOn: '2026-10-12',
      duty: 'government',
    }));
});
