import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { dynamicChange } from './rate-05-dynamic-change.ts';

const found = { grade: 'A', found: '2026-03-02', adjusted: 'not-yet' } as const;

describe('诚信等级办法第十一条: 评价后发现新的事实的，等级动态调整', () => {
  it.each([
    { why: 'the tenth working day', facts: found, on: '2026-03-16', expected: 'none' },
    { why: 'the day after', facts: found, on: '2026-03-17', expected: 2 },
    // 05-01, 05-04, 05-05 off, Saturday 05-09 worked.
    { why: 'across 劳动节, the last day', facts: { ...found, found: '2026-04-28' }, on: '2026-05-14', expected: 'none' },
    { why: 'across 劳动节, over', facts: { ...found, found: '2026-04-28' }, on: '2026-05-15', expected: 2 },
    { why: 'changed in time', facts: { ...found, adjusted: '2026-03-16' }, expected: 'none' },
    { why: 'changed late', facts: { ...found, adjusted: '2026-03-17' }, expected: 2 },
    { why: 'C already', facts: { grade: 'C' }, expected: 'none' },
    { why: 'nothing new', facts: { ...found, found: 'not-yet' }, expected: 'none' },
    { why: 'nobody knows whether it was changed', facts: { ...found, adjusted: null }, expected: 'cannot-determine' },
    { why: 'nothing stated', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(dynamicChange, row));

  it('says since when', () => {
    expect(matterFinding(dynamicChange, found, '2026-03-17')).toMatchObject({
      says: '主管部门3月2日查明新的C级情形，应当在3月16日前（含当日）调整企业诚信等级，至今未调整企业诚信等级',
      dueOn: '2026-03-16',
    });
  });
});
