import { describe, expect, it } from 'vitest';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { limitation } from './arb-01-limitation.ts';

const ended = { claim: 'wages', employmentEnded: '2025-06-10', interruptions: [], suspensions: [], applied: 'not-yet' };

describe('《劳动争议调解仲裁法》第二十七条第四款「劳动关系终止的，应当自劳动关系终止之日起一年内提出」', () => {
  it.each([
    { why: 'the day before the last', facts: ended, on: '2026-06-09', expected: 'none' },
    { why: 'the last day is in time', facts: ended, on: '2026-06-10', expected: 'none' },
    { why: 'the day after', facts: ended, on: '2026-06-11', expected: 3 },
    { why: 'applied on the last day', facts: { ...ended, applied: '2026-06-10' }, on: '2026-09-01', expected: 'none' },
    { why: 'applied a day late', facts: { ...ended, applied: '2026-06-11' }, on: '2026-09-01', expected: 3 },
    { why: 'a last day in 国庆 moves on', facts: { ...ended, employmentEnded: '2025-10-02' }, on: '2026-10-08', expected: 'none' },
    { why: 'and ends with it', facts: { ...ended, employmentEnded: '2025-10-02' }, on: '2026-10-09', expected: 3 },
    { why: 'suspended still', facts: { ...ended, suspensions: [{ from: '2026-01-01', until: 'not-yet' }] }, on: '2026-11-22', expected: 'none' },
    { why: 'nobody asked when employment ended', facts: { ...ended, employmentEnded: null }, on: '2026-06-11', expected: 'cannot-determine' },
    { why: 'nobody asked what is claimed', facts: { ...ended, claim: null }, on: '2026-06-11', expected: 'cannot-determine' },
    { why: 'an unknown interruption could matter now', facts: { ...ended, interruptions: null }, on: '2026-06-11', expected: 'cannot-determine' },
    { why: 'and does not before', facts: { ...ended, interruptions: null }, on: '2026-06-10', expected: 'none' },
    { why: 'other claims run from knowing', facts: { ...ended, claim: 'other', knewOn: '2025-06-10' }, on: '2026-06-11', expected: 3 },
  ] as const)('$why', (row) => holdMatter(limitation, row));

  it.each([
    { why: '在职期间不计时效: wages of years ago', facts: { ...ended, employmentEnded: 'not-yet' }, on: '2026-11-22', expected: 'none' },
    {
      why: '离开项目不等于劳动关系终止: left a project long ago, still employed',
      facts: { ...ended, employmentEnded: 'not-yet', leftProject: '2023-01-31' },
      on: '2026-11-22',
      expected: 'none',
    },
    {
      why: '只知道离开项目: the end of employment is asked for',
      facts: { ...ended, employmentEnded: null, leftProject: '2023-01-31' },
      on: '2026-11-22',
      expected: 'cannot-determine',
    },
    {
      why: '向监察投诉使时效重新计算',
      facts: { ...ended, interruptions: [{ on: '2026-03-10', by: 'relief' }] },
      on: '2026-06-11',
      expected: 'none',
    },
  ] as const)('$why', (row) => holdMatter(limitation, row));

  it('says since when', () => {
    expect(matterFinding(limitation, ended, '2026-06-11')).toMatchObject({
      says: '2025年6月10日劳动关系终止，其间没有中断，申请仲裁的时效已于2026年6月10日届满，对方提出时效抗辩的，请求可能得不到支持',
      dueOn: '2026-06-10',
      duty: 'worker',
      steps: [{ reckoned: '2025-06-10 起（当日不计）12个月，至 2026-06-10' }],
    });
    const again = { ...ended, interruptions: [{ on: '2025-07-01', by: 'claim' }] };
    expect(matterFinding(limitation, again, '2026-07-02').says).toContain('最后一次于2025年7月1日中断后重新计算');
  });

  it('asks by name', () => {
    expect(askMatter(limitation, { ...ended, interruptions: null }, '2026-06-11')).toEqual({
      answer: 'cannot-determine',
      missing: ['时效中断（没有的写空列表）'],
    });
  });
});
