import { describe, it } from 'vitest';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth, yuan } from '../../../../../../test/builders/facts.ts';
import { singleHighPay } from './w-pay-07-single-high-pay.ts';

describe('W-PAY-07 单人畸高: 超过5万元', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: '49,999.99', facts: aProjectMonth({ highestNetFen: yuan(49_999.99) }), on: '2026-11-22', expected: 'none' },
    { why: 'exactly 50,000: 超过 excludes it', facts: aProjectMonth({ highestNetFen: yuan(50_000) }), on: '2026-11-22', expected: 'none' },
    { why: 'one fen more', facts: aProjectMonth({ highestNetFen: yuan(50_000.01) }), on: '2026-11-22', expected: 4 },
  ])('$why', (row) => hold(singleHighPay, row));
});
