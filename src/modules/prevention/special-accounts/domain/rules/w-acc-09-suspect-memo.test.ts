import { describe, it } from 'vitest';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth } from '../../../../../../test/builders/facts.ts';
import { suspectMemo } from './w-acc-09-suspect-memo.ts';

describe('W-ACC-09 摘要可疑词', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'none', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    { why: 'one', facts: aProjectMonth({ suspectMemoCount: 1 }), on: '2026-11-22', expected: 2 },
  ])('$why', (row) => hold(suspectMemo, row));
});
