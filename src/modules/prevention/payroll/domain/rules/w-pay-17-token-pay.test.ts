import { describe, it } from 'vitest';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth } from '../../../../../../test/builders/facts.ts';
import { tokenPay } from './w-pay-17-token-pay.ts';

describe('W-PAY-17 走形式发放', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'nobody', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    { why: 'on payday', facts: aProjectMonth({ tokenPaidHeads: 3 }), on: '2026-10-15', expected: 'none' },
    { why: 'after payday', facts: aProjectMonth({ tokenPaidHeads: 3 }), on: '2026-10-16', expected: 2 },
  ])('$why', (row) => hold(tokenPay, row));
});
