import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import { national } from '#profiles/index.ts';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { major } from './clue-09-major.ts';

const small = { receivedOn: '2026-03-02', workers: 9, amount: '2999999', eventRisk: false, leaderNamed: 'not-yet' };
const on = '2026-03-03';
/** A province that set 60,000 元. */
const place = {
  ...national,
  name: '某省',
  parameters: { 'crime.many-workers.amount': [{ from: civilDate('2014-01-01'), value: fen(6_000_000), basis: '高院通知', evidence: 'L' as const }] },
};

describe('重大线索: 10 人以上，或者涉及金额达到当地入罪标准，或者可能引发事件，当日领导包案', () => {
  it.each([
    { why: 'nine workers, a fen below', facts: small, on, expected: 'none' },
    { why: '以上包括本数: ten workers', facts: { ...small, workers: 10 }, on, expected: 3 },
    { why: 'exactly the amount of the place', facts: { ...small, amount: '6000000' }, on, place, expected: 3 },
    { why: 'a fen below it', facts: { ...small, amount: '5999999' }, on, place, expected: 'none' },
    { why: '没有当地标准时不说不是重大: between the bounds of the nation', facts: { ...small, amount: '3000000' }, on, expected: 'cannot-determine' },
    { why: 'at the upper bound it is, anywhere', facts: { ...small, amount: '10000000' }, on, expected: 3 },
    { why: 'the risk of an event', facts: { ...small, eventRisk: true }, on, expected: 3 },
    { why: 'the same day is not over', facts: { ...small, workers: 10 }, on: '2026-03-02', expected: 'none' },
    { why: 'came in on a Saturday: by Monday', facts: { ...small, workers: 10, receivedOn: '2026-03-07' }, on: '2026-03-09', expected: 'none' },
    { why: 'a leader has it', facts: { ...small, workers: 10, leaderNamed: '2026-03-02' }, on, expected: 'none' },
    { why: 'a leader took it a day late', facts: { ...small, workers: 10, leaderNamed: '2026-03-03' }, on, expected: 3 },
    { why: 'one criterion is enough, the others unknown', facts: { ...small, workers: 10, amount: null, eventRisk: null }, on, expected: 3 },
    { why: 'an unknown amount leaves it open', facts: { ...small, amount: null }, on, expected: 'cannot-determine' },
    { why: 'nobody knows of a leader', facts: { ...small, workers: 10, leaderNamed: null }, on, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(major, row));

  it('says why it is one', () => {
    expect(matterFinding(major, { ...small, workers: 12, amount: '15000000' }, on)).toMatchObject({
      says: '主管部门3月2日登记重大线索（涉及 12 人，涉及 150,000 元），应当在当日确定包案领导，至今未确定包案领导',
      people: 12,
      amountFen: 15_000_000n,
    });
  });
});
