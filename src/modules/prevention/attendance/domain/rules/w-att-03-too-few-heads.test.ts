import { describe, it } from 'vitest';
import { civilMonth } from '#kernel/civil-date.ts';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth, day } from '../../../../../../test/builders/facts.ts';
import { tooFewHeads } from './w-att-03-too-few-heads.ts';

describe('W-ATT-03 考勤人数低于此前中位数的50%', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'as usual', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    { why: 'half exactly', facts: aProjectMonth({ attendedHeads: 29 }), on: '2026-11-22', expected: 'none' },
    { why: 'less than half', facts: aProjectMonth({ attendedHeads: 28 }), on: '2026-11-22', expected: 2 },
    { why: 'the month is not over', facts: aProjectMonth({ attendedHeads: 28 }), on: '2026-09-30', expected: 'none' },
    { why: 'paused at its end', facts: aProjectMonth({ attendedHeads: 28, pausedFrom: day('2026-09-20') }), on: '2026-11-22', expected: 'none' },
    {
      why: 'around the Spring Festival',
      facts: aProjectMonth({ month: civilMonth('2026-02'), startedOn: day('2025-03-01'), attendedHeads: 28 }),
      on: '2026-11-22',
      expected: 'none',
    },
  ])('$why', (row) => hold(tooFewHeads, row));
});
