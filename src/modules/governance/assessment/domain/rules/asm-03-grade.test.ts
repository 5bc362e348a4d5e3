import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { national } from '#profiles/index.ts';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { grade } from './asm-03-grade.ts';

const placed = (rank: number, rest: object = {}) => ({ rank, places: 32, isExemplary: true, isVetoed: false, ...rest });
/** 商洛: first two A, last two C. */
const place = {
  ...national,
  name: '商洛市',
  parameters: {
    'assessment.grade-a.top': [{ from: civilDate('2018-01-01'), value: 2, basis: '办法', evidence: 'L' as const }],
    'assessment.grade-c.bottom': [{ from: civilDate('2018-01-01'), value: 2, basis: '办法', evidence: 'L' as const }],
  },
};
const gradeIn = (facts: object, at = national) => matterFinding(grade, facts, undefined, at).values[0]?.value;

describe('国办发〔2023〕33号第八条「得分排在前10名的为A级」「排在后三名…为C级」（大意）', () => {
  it.each([
    ['the tenth', placed(10), 'A'],
    ['the eleventh', placed(11), 'B'],
    ['the fourth from the end', placed(29), 'B'],
    ['the third from the end', placed(30), 'C'],
    ['first, but vetoed', placed(1, { isVetoed: true }), 'C'],
    ['vetoed before there is a rank', { isVetoed: true }, 'C'],
    ['first, not exemplary', placed(1, { isExemplary: false }), 'B'],
  ] as const)('%s', (_why, facts, expected) => expect(gradeIn(facts)).toBe(expected));

  it('takes the numbers of the place', () => {
    expect(gradeIn(placed(2, { places: 7 }), place)).toBe('A');
    expect(gradeIn(placed(3, { places: 7 }), place)).toBe('B');
    expect(gradeIn(placed(6, { places: 7 }), place)).toBe('C');
  });

  it.each([
    { why: 'whether it is exemplary is a person’s judgement', facts: placed(1, { isExemplary: null }), expected: 'needs-person' },
    { why: 'which is not asked of the eleventh', facts: placed(11, { isExemplary: null }), expected: 0 },
    { why: 'nobody looked for a veto', facts: placed(1, { isVetoed: null }), expected: 'cannot-determine' },
    { why: 'a rank beyond the last place is a slip, not a C', facts: placed(33), expected: 'cannot-determine' },
    { why: 'a rank before the first', facts: placed(0), expected: 'cannot-determine' },
    { why: 'no rank', facts: placed(1, { rank: null }), expected: 'cannot-determine' },
    { why: 'before the measures nobody set the numbers', facts: placed(1), on: '2022-01-01', expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(grade, row));

  it('says why', () => {
    expect(matterFinding(grade, placed(30)).says).toBe('32 个地区中得分第 30 名，考核等级为 C 级');
    expect(askMatter(grade, {}).answer).toBe('cannot-determine');
  });
});
