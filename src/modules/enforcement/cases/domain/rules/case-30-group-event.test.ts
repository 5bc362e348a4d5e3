import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { groupEvent } from './case-30-group-event.ts';

const known = { causedByViolation: true, knownAt: '2026-02-16 23:30', activated: false, joined: false };

describe('《劳动保障监察条例》第十四条第四款「应当根据应急预案，迅速会同有关部门处理」', () => {
  it.each([
    { why: 'an hour after, on 除夕, past midnight', facts: { ...known, asOf: '2026-02-17 00:30' }, expected: 'none' },
    { why: 'a minute more', facts: { ...known, asOf: '2026-02-17 00:31' }, expected: 4 },
    {
      why: 'plan in time, joint handling in time',
      facts: { ...known, asOf: '2026-02-17 23:30', activated: true, activatedAt: '2026-02-17 00:30' },
      expected: 'none',
    },
    { why: 'joint handling a minute late', facts: { ...known, asOf: '2026-02-17 23:31', activated: true, activatedAt: '2026-02-17 00:30' }, expected: 4 },
    {
      why: 'both done in time',
      facts: { ...known, asOf: '2026-03-01 09:00', activated: true, activatedAt: '2026-02-17 00:30', joined: true, joinedAt: '2026-02-17 23:30' },
      expected: 'none',
    },
    {
      why: 'the plan came late: it stays a fact',
      facts: { ...known, asOf: '2026-03-01 09:00', activated: true, activatedAt: '2026-02-17 00:31', joined: true, joinedAt: '2026-02-17 10:00' },
      expected: 4,
    },
    { why: 'a quarrel about something else', facts: { ...known, causedByViolation: false }, expected: 'none' },
    { why: 'nobody knows its cause', facts: { ...known, causedByViolation: null }, expected: 'cannot-determine' },
    {
      why: 'nobody knows since when',
      facts: { causedByViolation: true, asOf: '2026-02-17 00:31', activated: false, joined: false },
      expected: 'cannot-determine',
    },
    { why: 'activated, nobody knows when', facts: { ...known, asOf: '2026-02-17 00:31', activated: true }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(groupEvent, row));

  it('names the minute', () => {
    expect(matterFinding(groupEvent, { ...known, asOf: '2026-02-17 00:31' })).toMatchObject({
      says: '主管部门 2026-02-16 23:30 得知群体性事件，应当在 2026-02-17 00:30 前启动应急预案，至今未办',
      dueOn: '2026-02-17',
    });
  });
});
