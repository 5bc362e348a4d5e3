import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { firstGrant } from './aid-03-first-grant.ts';

const calm = { expires: '2026-06-10', needsUrgentStep: false, granted: 'not-yet' };

describe('《法律援助法》第四十四条「距法定时效或者期限届满不足七日」', () => {
  it.each([
    { why: 'eight days left', facts: calm, on: '2026-06-02', expected: 'none' },
    { why: '「不足」不含本数: seven days left', facts: calm, on: '2026-06-03', expected: 'none' },
    { why: 'six days left', facts: calm, on: '2026-06-04', expected: 3 },
    { why: 'the last day', facts: calm, on: '2026-06-10', expected: 3 },
    { why: 'the day after: too late to save it', facts: calm, on: '2026-06-11', expected: 'none' },
    { why: 'a preservation that cannot wait', facts: { ...calm, needsUrgentStep: true }, on: '2026-05-01', expected: 3 },
    { why: 'no limit runs', facts: { ...calm, expires: 'not-yet' }, on: '2026-06-04', expected: 'none' },
    { why: 'granted already', facts: { ...calm, granted: '2026-06-04' }, on: '2026-06-04', expected: 'none' },
    { why: 'nobody knows the limit', facts: { ...calm, expires: null }, on: '2026-06-04', expected: 'cannot-determine' },
    { why: 'nobody asked about preservation, and it matters', facts: { ...calm, needsUrgentStep: null }, on: '2026-06-03', expected: 'cannot-determine' },
    { why: 'and does not', facts: { ...calm, needsUrgentStep: null }, on: '2026-06-04', expected: 3 },
  ] as const)('$why', (row) => holdMatter(firstGrant, row));

  it('says how long is left', () => {
    expect(matterFinding(firstGrant, calm, '2026-06-04')).toMatchObject({
      says: '6月10日期限届满，只剩 6 日，法律援助机构可以先行提供法律援助，手续和材料随后补办',
      dueOn: '2026-06-10',
      values: [{ value: 6, threshold: 7 }],
    });
  });
});
