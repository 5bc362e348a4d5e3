import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { correctPublication } from './pub-04-correct.ts';

const changed = { published: '2026-02-10', changed: '2026-03-02', corrected: 'not-yet' } as const;

describe('社会公布办法第十条: 处理决定变更或者撤销的，10个工作日内更正', () => {
  it.each([
    { why: 'the last day', facts: changed, on: '2026-03-16', expected: 'none' },
    { why: 'the day after', facts: changed, on: '2026-03-17', expected: 2 },
    { why: 'across 国庆 with a worked Saturday, the last day', facts: { ...changed, changed: '2026-09-28' }, on: '2026-10-16', expected: 'none' },
    { why: 'across 国庆, over', facts: { ...changed, changed: '2026-09-28' }, on: '2026-10-17', expected: 2 },
    { why: 'corrected in time', facts: { ...changed, corrected: '2026-03-16' }, expected: 'none' },
    { why: 'corrected late', facts: { ...changed, corrected: '2026-03-17' }, expected: 2 },
    { why: 'quashed before it was published: counted from the publication', facts: { ...changed, changed: '2026-02-03' }, on: '2026-02-14', expected: 'none' },
    { why: 'never changed', facts: { ...changed, changed: 'not-yet' }, expected: 'none' },
    { why: 'never published', facts: { ...changed, published: 'not-yet' }, expected: 'none' },
    { why: 'nobody knows of a correction', facts: { ...changed, corrected: null }, expected: 'cannot-determine' },
    { why: 'nothing stated', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(correctPublication, row));

  it('says since when', () => {
    expect(matterFinding(correctPublication, changed, '2026-03-17')).toMatchObject({
      says: '主管部门3月2日处理决定变更或者撤销，应当在3月16日前（含当日）更正公布内容，至今未更正公布内容',
      dueOn: '2026-03-16',
    });
  });
});
