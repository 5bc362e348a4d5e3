import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import type { RulePlace } from '#law/prepare.ts';
import { national } from '#profiles/index.ts';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { inspectionFrequency } from './rate-04-inspection-frequency.ts';

const shandong: RulePlace = {
  ...national,
  name: '山东省',
  parameters: { 'inspection.routine-cap.times': [{ from: civilDate('2012-01-01'), value: 2, evidence: 'VF', basis: '山东省劳动和社会保障监察条例' }] },
};

describe('诚信等级办法第十二条、第十三条: 按等级调整日常巡视检查频次；山东每年最多两次', () => {
  it.each([
    { why: 'twice is allowed', facts: { routine: 2 }, expected: 'none' },
    { why: 'a third time', facts: { routine: 3 }, expected: 1 },
    { why: 'never', facts: { routine: 0 }, expected: 'none' },
    { why: 'nobody counted', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(inspectionFrequency, { ...row, place: shandong }));

  it('does not guess a cap for a place that has none', () => {
    expect(askMatter(inspectionFrequency, { routine: 30 })).toMatchObject({ answer: 'cannot-determine' });
  });

  it('says how often', () => {
    expect(matterFinding(inspectionFrequency, { routine: 3 }, undefined, shandong).says).toBe('本年度已对该用人单位日常巡视检查 3 次，超过本地每年 2 次的上限');
  });
});
