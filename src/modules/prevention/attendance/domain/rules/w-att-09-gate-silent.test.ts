import { describe, it } from 'vitest';
import type { GateFacts, ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aGate, aProject, day } from '../../../../../../test/builders/facts.ts';
import { gateSilent } from './w-att-09-gate-silent.ts';

const withGate = (differs: Partial<GateFacts>, project: Partial<ProjectFacts> = {}) => aProject({ gates: [aGate(differs)], ...project });
const heard = (on: string) => withGate({ heardOn: day(on) });

describe('W-ATT-09 考勤设备离线、失准: 整 1 天为蓝，整 3 天为黄', () => {
  it.each<Case<ProjectFacts>>([
    { why: 'heard today', facts: aProject(), on: '2026-11-22', expected: 'none' },
    { why: 'a project without gates sends files', facts: aProject({ gates: [] }), on: '2026-11-22', expected: 'none' },
    { why: 'heard yesterday: a whole day has not passed', facts: heard('2026-11-21'), on: '2026-11-22', expected: 'none' },
    { why: 'a whole day', facts: heard('2026-11-20'), on: '2026-11-22', expected: 1 },
    { why: 'two whole days', facts: heard('2026-11-19'), on: '2026-11-22', expected: 1 },
    { why: 'three', facts: heard('2026-11-18'), on: '2026-11-22', expected: 2 },
    {
      why: 'registered, never heard, two whole days: it is being put up',
      facts: withGate({ heardOn: null, sinceOn: day('2026-11-19') }),
      on: '2026-11-22',
      expected: 'none',
    },
    { why: 'never heard, three whole days', facts: withGate({ heardOn: null, sinceOn: day('2026-11-18') }), on: '2026-11-22', expected: 1 },
    { why: 'five minutes ahead', facts: withGate({ fastSeconds: 300 }), on: '2026-11-22', expected: 'none' },
    { why: 'a second more', facts: withGate({ fastSeconds: 301 }), on: '2026-11-22', expected: 1 },
    { why: 'a day behind', facts: withGate({ fastSeconds: 0, slowSeconds: 86_400 }), on: '2026-11-22', expected: 1 },
    { why: 'a gap of two days', facts: withGate({ missing: 7, missingSince: day('2026-11-20') }), on: '2026-11-22', expected: 'none' },
    { why: 'of three', facts: withGate({ missing: 7, missingSince: day('2026-11-19') }), on: '2026-11-22', expected: 1 },
    { why: 'one punch lost for good', facts: withGate({ lost: 1 }), on: '2026-11-22', expected: 1 },
    {
      why: 'four gates, five troubles, the worst first',
      facts: aProject({
        gates: [
          aGate({ name: '一号门闸机', fastSeconds: 720 }),
          aGate({ name: '二号门闸机', missing: 3, missingSince: day('2026-11-10'), lost: 2 }),
          aGate({ name: '三号门闸机', heardOn: day('2026-11-20') }),
          aGate({ name: '四号门闸机', heardOn: day('2026-11-01') }),
        ],
      }),
      on: '2026-11-22',
      expected: 2,
    },
    {
      why: 'a gate that is off while works are paused',
      facts: withGate({ heardOn: day('2026-11-01') }, { pausedFrom: day('2026-11-02') }),
      on: '2026-11-22',
      expected: 'none',
    },
    {
      why: 'resumed the day before yesterday',
      facts: withGate({ heardOn: day('2026-11-01') }, { pausedFrom: day('2026-11-02'), pausedUntil: day('2026-11-21') }),
      on: '2026-11-22',
      expected: 'none',
    },
    { why: 'finished', facts: withGate({ heardOn: day('2026-11-01') }, { finishedOn: day('2026-11-02') }), on: '2026-11-22', expected: 'none' },
    {
      why: 'off over the Spring Festival',
      facts: withGate({ heardOn: day('2026-02-10') }, { startedOn: day('2025-03-01') }),
      on: '2026-03-02',
      expected: 'none',
    },
  ])('$why', (row) => hold(gateSilent, row));
});
