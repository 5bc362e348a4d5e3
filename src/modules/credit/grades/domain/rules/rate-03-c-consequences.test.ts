import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { gradeCFollows } from './rate-03-c-consequences.ts';

const graded = { grade: 'C', graded: '2026-03-02', interviewed: 'not-yet', targeted: 'not-yet' } as const;

describe('诚信等级办法第十四条: 列入重点监察对象，约谈其主要负责人', () => {
  it.each([
    { why: 'the thirtieth day', facts: graded, on: '2026-04-01', expected: 'none' },
    { why: 'the day after', facts: graded, on: '2026-04-02', expected: 2 },
    { why: 'a thirtieth day in 国庆 waits', facts: { ...graded, graded: '2026-09-04' }, on: '2026-10-08', expected: 'none' },
    { why: 'and is over', facts: { ...graded, graded: '2026-09-04' }, on: '2026-10-09', expected: 2 },
    { why: 'interviewed, not targeted', facts: { ...graded, interviewed: '2026-03-20' }, on: '2026-04-02', expected: 2 },
    { why: 'both in time', facts: { ...graded, interviewed: '2026-03-20', targeted: '2026-04-01' }, expected: 'none' },
    { why: 'both, one late', facts: { ...graded, interviewed: '2026-03-20', targeted: '2026-04-02' }, expected: 2 },
    { why: 'B needs neither', facts: { grade: 'B' }, expected: 'none' },
    { why: 'nobody knows of an interview', facts: { ...graded, interviewed: null }, expected: 'cannot-determine' },
    { why: 'nothing stated', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(gradeCFollows, row));

  it('says both', () => {
    expect(matterFinding(gradeCFollows, { ...graded, interviewed: '2026-03-20' }, '2026-04-02')).toMatchObject({
      says: '主管部门3月2日企业被评为C级，应当在4月1日前（含当日）列为重点监察对象，至今未列为重点监察对象',
      dueOn: '2026-04-01',
    });
  });
});
