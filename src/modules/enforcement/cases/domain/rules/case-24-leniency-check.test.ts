import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { leniencyCheck } from './case-24-leniency-check.ts';

describe('《行政处罚法》第三十二条、第三十三条: 处罚建议要评估不予处罚、从轻、减轻', () => {
  it.each([
    { why: 'evaluated', facts: { proposedOn: '2026-03-10', evaluatedOn: '2026-03-10' }, expected: 'none' },
    { why: 'not evaluated', facts: { proposedOn: '2026-03-10', evaluatedOn: 'not-yet' }, expected: 1 },
    { why: 'evaluated only after the day asked about', facts: { proposedOn: '2026-03-10', evaluatedOn: '2026-03-12' }, on: '2026-03-11', expected: 1 },
    { why: 'nothing proposed', facts: { proposedOn: 'not-yet', evaluatedOn: 'not-yet' }, expected: 'none' },
    { why: 'nobody knows', facts: { proposedOn: '2026-03-10' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(leniencyCheck, row));

  it('says what is missing', () => {
    expect(matterFinding(leniencyCheck, { proposedOn: '2026-03-10', evaluatedOn: 'not-yet' }).says).toBe(
      '3月10日提出的处罚建议没有评估不予处罚、减轻、从轻的情形',
    );
  });
});
