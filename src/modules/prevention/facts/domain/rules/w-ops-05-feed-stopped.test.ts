import { describe, it } from 'vitest';
import type { FeedFacts } from '../types.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aFeed, day } from '../../../../../../test/builders/facts.ts';
import { feedStopped } from './w-ops-05-feed-stopped.ts';

const anApp = (through: string): FeedFacts => aFeed({ feed: 'app', appid: 'ax-7', appName: '总包实名制平台', throughOn: day(through) });

describe('W-OPS-05 数据断流: 没有数据不等于违法', () => {
  it.each<Case<FeedFacts>>([
    { why: 'fresh', facts: aFeed(), on: '2026-11-22', expected: 'none' },
    { why: '45 days: 超过 excludes it', facts: aFeed({ throughOn: day('2026-10-08') }), on: '2026-11-22', expected: 'none' },
    { why: '46 days', facts: aFeed({ throughOn: day('2026-10-07') }), on: '2026-11-22', expected: 1 },
    { why: '61 days', facts: aFeed({ throughOn: day('2026-09-22') }), on: '2026-11-22', expected: 2 },
    { why: 'a statement that never came', facts: aFeed({ throughOn: null }), on: '2026-11-22', expected: 2 },
    { why: 'a roster does not change by itself', facts: aFeed({ feed: 'roster', throughOn: day('2026-03-09') }), on: '2026-11-22', expected: 'none' },
    { why: 'a roster that never came', facts: aFeed({ feed: 'roster', throughOn: null }), on: '2026-11-22', expected: 2 },
    { why: 'a missing payroll is DIS-01', facts: aFeed({ feed: 'payroll', throughOn: null }), on: '2026-11-22', expected: 'none' },
    { why: 'attendance that never came is W-ATT-02', facts: aFeed({ feed: 'attendance', throughOn: null }), on: '2026-11-22', expected: 'none' },
    { why: 'attendance that stopped', facts: aFeed({ feed: 'attendance', throughOn: day('2026-10-01') }), on: '2026-11-22', expected: 1 },
    { why: 'an app: 3 days, 超过 excludes it', facts: anApp('2026-11-19'), on: '2026-11-22', expected: 'none' },
    { why: 'an app: 4 days', facts: anApp('2026-11-18'), on: '2026-11-22', expected: 1 },
    { why: 'an app: 19 days', facts: anApp('2026-11-03'), on: '2026-11-22', expected: 2 },
    { why: "a bank's app", facts: { ...anApp('2026-11-18'), appIsBank: true }, on: '2026-11-22', expected: 1 },
    { why: 'an app that never spoke', facts: { ...anApp('2026-11-18'), throughOn: null }, on: '2026-11-22', expected: 'none' },
    { why: 'paused', facts: aFeed({ throughOn: day('2026-09-01'), pausedFrom: day('2026-09-02') }), on: '2026-11-22', expected: 'none' },
    {
      why: 'resumed a week ago',
      facts: aFeed({ throughOn: day('2026-09-01'), pausedFrom: day('2026-09-02'), pausedUntil: day('2026-11-15') }),
      on: '2026-11-22',
      expected: 'none',
    },
  ])('$why', (row) => hold(feedStopped, row));
});
