import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { refusal } from './pen-30-refusal.ts';

const refused = { violation: '30-3', orderServedOn: '2026-03-02', orderDueOn: '2026-03-10', correctedOn: 'not-yet' };

describe('《劳动保障监察条例》第三十条「对有第(一)项、第(二)项或者第(三)项规定的行为的，处2000元以上2万元以下的罚款」', () => {
  it.each([
    { why: 'refusing an order: its last day', facts: refused, on: '2026-03-10', expected: 'none' },
    { why: 'refusing an order: the day after', facts: refused, on: '2026-03-11', expected: 2 },
    { why: 'obeyed in time', facts: { ...refused, correctedOn: '2026-03-10' }, expected: 'none' },
    { why: 'nothing was ordered', facts: { violation: '30-3', orderServedOn: 'not-yet' }, expected: 'none' },
    { why: 'obstruction needs no order that has passed', facts: { violation: '30-1', actedOn: '2026-03-04' }, expected: 2 },
    { why: 'false evidence', facts: { violation: '30-2', actedOn: '2026-03-04' }, expected: 2 },
    { why: 'retaliation', facts: { violation: '30-4', actedOn: '2026-03-04' }, expected: 2 },
    { why: 'nothing of the kind happened', facts: { violation: '30-1', actedOn: 'not-yet' }, expected: 'none' },
    { why: 'nobody knows whether it happened', facts: { violation: '30-1' }, expected: 'cannot-determine' },
    { why: 'nobody knows of an order', facts: { violation: '30-3' }, expected: 'cannot-determine' },
    { why: 'nobody said which item', facts: { actedOn: '2026-03-04' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(refusal, row));

  it('gives the range, and none for retaliation', () => {
    expect(matterFinding(refusal, refused, '2026-03-11')).toMatchObject({
      says: '用人单位经责令改正拒不改正，或者拒不履行行政处理决定，3月2日责令在3月10日前（含当日）改正，至今未改正；可以处 2,000 元以上 20,000 元以下罚款',
      dueOn: '2026-03-10',
    });
    expect(matterFinding(refusal, { violation: '30-1', actedOn: '2026-03-04' })).toMatchObject({
      says: '用人单位3月4日无理抗拒、阻挠实施劳动保障监察，责令改正，可以处 2,000 元以上 20,000 元以下罚款',
      values: [{ value: 200_000n }, { value: 2_000_000n }],
    });
    expect(matterFinding(refusal, { violation: '30-4', actedOn: '2026-03-04' }).says).toBe('用人单位3月4日打击报复举报人、投诉人，责令改正；本项没有罚款');
  });

  it('第(四)项打击报复 has no fine, neither said nor among what may follow', () => {
    const found = matterFinding(refusal, { violation: '30-4', actedOn: '2026-03-04' });
    expect(found.says).toContain('没有罚款');
    expect(found.consequences?.map(({ says }) => says)).toEqual(['治安管理处罚，构成犯罪的追究刑事责任']);
    expect(matterFinding(refusal, { violation: '30-1', actedOn: '2026-03-04' }).consequences).toHaveLength(2);
  });
});
