import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { randomDraw } from './chk-01-random-draw.ts';

const routine = { hasCause: false, objectDrawn: true, officersDrawn: true };

describe('国发〔2019〕5号「随机抽取检查对象，随机选派执法检查人员」（大意）', () => {
  it.each([
    { why: 'both drawn', facts: routine, expected: 'none' },
    { why: 'the object chosen', facts: { ...routine, objectDrawn: false }, expected: 1 },
    { why: 'the officers chosen', facts: { ...routine, officersDrawn: false }, expected: 1 },
    { why: 'a clue led there', facts: { hasCause: true, objectDrawn: false, officersDrawn: false }, expected: 'none' },
    { why: 'nobody knows the cause', facts: { ...routine, hasCause: null }, expected: 'cannot-determine' },
    { why: 'nobody kept the draw', facts: { ...routine, objectDrawn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(randomDraw, row));

  it('says what was not drawn', () => {
    expect(matterFinding(randomDraw, { hasCause: false, objectDrawn: false, officersDrawn: false }).says).toBe(
      '没有线索的日常检查，检查对象和执法检查人员应当随机抽取，没有随机抽取',
    );
  });
});
