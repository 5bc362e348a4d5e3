import { describe, expect, it } from 'vitest';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { gradeFunction } from './rate-02-grade-function.ts';

const clean = { punished: 0, incident: false, grave: false, defied: false, obstructed: false, criminal: false, grade: 'A' } as const;

describe('诚信等级办法第七条、第八条: 未被查处的为A级；被查处三次以上等六种情形之一的为C级；其余为B级', () => {
  it.each([
    { why: 'clean and A', facts: clean, expected: 'none' },
    { why: 'punished once and A', facts: { ...clean, punished: 1 }, expected: 2 },
    { why: 'punished twice and B', facts: { ...clean, punished: 2, grade: 'B' }, expected: 'none' },
    { why: 'punished three times and B: 三次以上 includes three', facts: { ...clean, punished: 3, grade: 'B' }, expected: 2 },
    { why: 'punished three times and C', facts: { ...clean, punished: 3, grade: 'C' }, expected: 'none' },
    { why: 'clean and C: the error may also be against the employer', facts: { ...clean, grade: 'C' }, expected: 2 },
    { why: 'an incident makes a C', facts: { ...clean, incident: true, grade: 'B' }, expected: 2 },
    { why: 'forced labour makes a C', facts: { ...clean, grave: true }, expected: 2 },
    { why: 'an order defied makes a C', facts: { ...clean, punished: 1, defied: true, grade: 'B' }, expected: 2 },
    { why: 'obstruction makes a C', facts: { ...clean, obstructed: true }, expected: 2 },
    { why: 'a conviction makes a C', facts: { ...clean, criminal: true }, expected: 2 },
    { why: 'one item is enough while others are unknown', facts: { grade: 'A', criminal: true }, expected: 2 },
    { why: 'an unknown item could still change it', facts: { ...clean, defied: null }, expected: 'cannot-determine' },
    { why: 'nobody counted', facts: { ...clean, punished: null }, expected: 'cannot-determine' },
    { why: 'no grade stated', facts: { ...clean, grade: null }, expected: 'cannot-determine' },
    { why: 'nothing stated', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(gradeFunction, row));

  it('says what the record bears', () => {
    expect(matterFinding(gradeFunction, { ...clean, punished: 3, grade: 'B' }).says).toBe('企业被评为B级，按年度记录应当为C级：被查处 3 次，达到 3 次以上');
    expect(askMatter(gradeFunction, { ...clean, defied: null })).toMatchObject({ missing: ['是否拒不履行限期改正指令、行政处理决定或者行政处罚决定'] });
  });
});
