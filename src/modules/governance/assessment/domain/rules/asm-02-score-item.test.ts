import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { scoring } from './asm-02-score-item.ts';

describe('江西省2018年度考核细则「无上级交办…可直接得分」', () => {
  it.each([
    { why: 'a ratio', facts: { rubric: 'template', code: 'A3', part: 1, whole: 3 }, expected: 0 },
    { why: '分母为零得满分', facts: { rubric: 'jiangxi-2018', code: '3-2', whole: 0 }, expected: 0 },
    { why: 'nobody counted', facts: { rubric: 'template', code: 'A3', part: 1 }, expected: 'cannot-determine' },
    { why: 'no such item', facts: { rubric: 'template', code: 'Z9' }, expected: 'cannot-determine' },
    { why: 'no rubric', facts: { code: 'A3' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(scoring, row));

  it('shows the arithmetic', () => {
    expect(matterFinding(scoring, { rubric: 'template', code: 'A3', part: 2, whole: 3 }).says).toBe(
      'A3“上级交办案件按期办结”得 2 分，满分 3 分（3 分 × 2 ÷ 3）',
    );
    expect(matterFinding(scoring, { rubric: 'template', code: 'A4', part: 7 }).says).toBe(
      'A4“应当问责而未问责”得 0 分，满分 2 分（2 分 − 7 × 0.5 分，扣完为止）',
    );
    expect(matterFinding(scoring, { rubric: 'jiangxi-2018', code: '3-2', whole: 0 }).says).toContain('得 1 分，满分 1 分（没有应办的，直接得分）');
  });
});
