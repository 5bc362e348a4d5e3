import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { fallbackLimit } from './case-13-fallback-limit.ts';

/** 90 days from 2026-01-05 end on 4月5日, a Sunday in 清明; the next working day is 4月7日. */
const plain = { filedOn: '2026-01-05', decidedOn: 'not-yet', specialLimit: false };

describe('《行政处罚法》第六十条「自行政处罚案件立案之日起九十日内作出行政处罚决定」', () => {
  it.each([
    { why: 'a ninetieth day in 清明 moves on', facts: plain, on: '2026-04-07', expected: 'none' },
    { why: 'the day after', facts: plain, on: '2026-04-08', expected: 2 },
    { why: 'decided on the last day', facts: { ...plain, decidedOn: '2026-04-07' }, expected: 'none' },
    { why: 'decided a day late', facts: { ...plain, decidedOn: '2026-04-08' }, expected: 2 },
    { why: 'a ninetieth day in 国庆 (10月2日) moves to 10月8日', facts: { ...plain, filedOn: '2026-07-04' }, on: '2026-10-08', expected: 'none' },
    { why: 'and not further', facts: { ...plain, filedOn: '2026-07-04' }, on: '2026-10-09', expected: 2 },
    { why: 'natural days: 春节 does not prolong them', facts: { ...plain, filedOn: '2025-12-01' }, on: '2026-03-03', expected: 2 },
    { why: 'the inspection chain prevails: a hint only', facts: { ...plain, specialLimit: true }, on: '2026-04-08', expected: 0 },
    { why: 'within ninety days nobody need know', facts: { filedOn: '2026-01-05', decidedOn: 'not-yet' }, on: '2026-04-07', expected: 'none' },
    { why: 'after them it matters', facts: { filedOn: '2026-01-05', decidedOn: 'not-yet' }, on: '2026-04-08', expected: 'cannot-determine' },
    { why: 'nobody knows when it was filed', facts: { decidedOn: 'not-yet', specialLimit: false }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(fallbackLimit, row));

  it('shows the ninety days beside the chain', () => {
    expect(matterFinding(fallbackLimit, { ...plain, specialLimit: true }, '2026-04-08')).toMatchObject({
      says: '主管部门1月5日立案，应当在4月7日前（含当日）作出处罚决定，至今未作出处罚决定；适用监察条例等另外规定的期限的，以该期限为准',
      dueOn: '2026-04-07',
    });
  });
});
