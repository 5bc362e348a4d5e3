import { describe, it } from 'vitest';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth, day } from '../../../../../../test/builders/facts.ts';
import { casualUnpaid } from './w-pay-18-casual-unpaid.ts';

describe('W-PAY-18 零工脱网: 到次月月底', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'nobody', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    { why: 'the last day of the next month', facts: aProjectMonth({ casualUnpaidHeads: 3 }), on: '2026-10-31', expected: 'none' },
    { why: 'the day after', facts: aProjectMonth({ casualUnpaidHeads: 3 }), on: '2026-11-01', expected: 1 },
    { why: 'the whole month unpaid is PAY-03', facts: aProjectMonth({ casualUnpaidHeads: 3, paidHeads: 0 }), on: '2026-11-01', expected: 'none' },
    { why: 'the statement ends before', facts: aProjectMonth({ casualUnpaidHeads: 3, flowsThrough: day('2026-10-30') }), on: '2026-11-01', expected: 'none' },
  ])('$why', (row) => hold(casualUnpaid, row));
});
