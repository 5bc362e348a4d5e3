import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { escalation } from './clue-08-escalation.ts';

const open = { dueOn: '2026-03-23', closed: 'not-yet', escalated: 0 };
const once = { ...open, escalated: 1 };

describe('升级: 逾期即升一级，每满 5 个工作日再升一级', () => {
  it.each([
    { why: 'the last day', facts: open, on: '2026-03-23', expected: 'none' },
    { why: 'the day after', facts: open, on: '2026-03-24', expected: 3 },
    { why: 'the day after, escalated', facts: once, on: '2026-03-24', expected: 'none' },
    { why: 'four working days over', facts: once, on: '2026-03-29', expected: 'none' },
    { why: 'five working days over', facts: once, on: '2026-03-30', expected: 3 },
    { why: 'escalated twice', facts: { ...open, escalated: 2 }, on: '2026-04-06', expected: 'none' },
    // Ten working days after 03-23: 04-07, for 04-06 is off.
    { why: 'ten working days over, across 清明', facts: { ...open, escalated: 2 }, on: '2026-04-07', expected: 3 },
    { why: 'over on a Saturday already', facts: { ...open, dueOn: '2026-03-27' }, on: '2026-03-28', expected: 3 },
    { why: 'closed', facts: { ...open, closed: '2026-03-30' }, on: '2026-04-07', expected: 'none' },
    { why: 'nobody counted', facts: { ...open, escalated: null }, on: '2026-04-07', expected: 'cannot-determine' },
    { why: 'and nobody needs to, in time', facts: { ...open, escalated: null }, on: '2026-03-23', expected: 'none' },
    { why: 'nobody knows whether it is closed', facts: { ...open, closed: null }, on: '2026-04-07', expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(escalation, row));

  it('says how often it should have gone up', () => {
    expect(matterFinding(escalation, once, '2026-03-30')).toMatchObject({
      says: '线索应当在3月23日前（含当日）办结，已逾期 5 个工作日，应当升级 2 次，只升级了 1 次',
      values: [{ value: 1, threshold: 2 }],
    });
  });
});
