import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { itemClosed } from './asm-07-item-closed.ts';

const open = { dueOn: '2026-08-31', isOngoing: false, verified: 'not-yet' };

describe('嘉峪关整改方案「明确责任部门、责任人和完成时限」', () => {
  it.each([
    { why: 'the last day', facts: open, on: '2026-08-31', expected: 'none' },
    { why: 'the day after', facts: open, on: '2026-09-01', expected: 2 },
    { why: '「8月31日前并长期坚持」 has its day', facts: { ...open, isOngoing: true }, on: '2026-09-01', expected: 2 },
    { why: '「长期坚持」 alone is never late', facts: { isOngoing: true, verified: 'not-yet' }, on: '2026-09-01', expected: 'none' },
    { why: 'verified in time', facts: { ...open, verified: '2026-08-31' }, expected: 'none' },
    { why: 'verified late', facts: { ...open, verified: '2026-09-01' }, expected: 2 },
    { why: 'a last day in 国庆 moves on', facts: { ...open, dueOn: '2026-10-04' }, on: '2026-10-08', expected: 'none' },
    { why: 'no day in the plan', facts: { ...open, dueOn: null }, expected: 'cannot-determine' },
    { why: 'nobody verified or not', facts: { ...open, verified: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(itemClosed, row));

  it('says what is owed', () => {
    expect(matterFinding(itemClosed, open, '2026-09-01')).toMatchObject({
      says: '有关部门应当在8月31日前（含当日）完成整改并经核查销号（整改方案），至今未完成整改并经核查销号',
      dueOn: '2026-08-31',
    });
  });
});
