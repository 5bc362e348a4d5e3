import { describe, it } from 'vitest';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth } from '../../../../../../test/builders/facts.ts';
import { invalidDays } from './w-att-05-invalid-days.ts';

describe('W-ATT-05 无效考勤超过30%', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'none', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    { why: '30 % exactly', facts: aProjectMonth({ invalidPersonDays: 450 }), on: '2026-11-22', expected: 'none' },
    { why: 'more', facts: aProjectMonth({ invalidPersonDays: 451 }), on: '2026-11-22', expected: 2 },
    { why: 'no punches held', facts: aProjectMonth({ invalidPersonDays: 1, punchedPersonDays: 0 }), on: '2026-11-22', expected: 'none' },
  ])('$why', (row) => hold(invalidDays, row));
});
