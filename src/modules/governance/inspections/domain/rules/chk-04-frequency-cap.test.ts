import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { national } from '#profiles/index.ts';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { frequencyCap } from './chk-04-frequency-cap.ts';

/** 山东: two routine checks a year. */
const place = {
  ...national,
  name: '山东省',
  parameters: { 'inspection.routine-cap.times': [{ from: civilDate('2020-01-01'), value: 2, basis: '山东省劳动和社会保障监察条例', evidence: 'L' as const }] },
};

describe('国办发〔2024〕54号「公布同一企业年度检查频次上限」（大意）', () => {
  it.each([
    { why: 'the number itself', facts: { year: 2026, routineChecks: 2 }, place, expected: 'none' },
    { why: 'one more', facts: { year: 2026, routineChecks: 3 }, place, expected: 2 },
    { why: 'nobody counted', facts: { year: 2026 }, place, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(frequencyCap, row));

  it('does not guess a cap', () => {
    expect(askMatter(frequencyCap, { year: 2026, routineChecks: 9 }).answer).toBe('cannot-determine');
  });

  it('says what is too often', () => {
    expect(matterFinding(frequencyCap, { year: 2026, routineChecks: 3 }, undefined, place).says).toBe(
      '2026年对该单位日常检查 3 次，每年最多 2 次；没有线索的，不得再检查',
    );
  });
});
