import { describe, expect, it } from 'vitest';
import { basisPoints } from '#kernel/basis-points.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { national } from '#profiles/index.ts';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { sampleShare } from './chk-03-sample-share.ts';

/** 济南: 5% a year. */
const place = {
  ...national,
  name: '济南市',
  parameters: { 'inspection.sample-share': [{ from: civilDate('2020-01-01'), value: basisPoints(500), basis: '抽查计划', evidence: 'L' as const }] },
};
const on = '2026-01-01';

describe('年度抽查比例', () => {
  it.each([
    { why: 'exactly 5%', facts: { year: 2025, inScope: 200, drawn: 10 }, on, place, expected: 'none' },
    { why: 'one short', facts: { year: 2025, inScope: 200, drawn: 9 }, on, place, expected: 1 },
    { why: 'part of a firm is a firm', facts: { year: 2025, inScope: 201, drawn: 10 }, on, place, expected: 1 },
    { why: 'the year is not over', facts: { year: 2025, inScope: 200, drawn: 0 }, on: '2025-12-31', place, expected: 'none' },
    { why: 'nobody counted', facts: { year: 2025, inScope: 200 }, on, place, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(sampleShare, row));

  it('names the share that is missing', () => {
    expect(askMatter(sampleShare, { year: 2025, inScope: 200, drawn: 0 }, on)).toEqual({
      answer: 'cannot-determine',
      missing: ['全国未设定“年度“双随机”抽查比例”'],
    });
  });

  it('shows the count', () => {
    expect(matterFinding(sampleShare, { year: 2025, inScope: 201, drawn: 10 }, on, place)).toMatchObject({
      says: '2025年名录库有 201 户，按 5% 至少抽查 11 户，只抽查了 10 户',
      dueOn: '2025-12-31',
    });
  });
});
