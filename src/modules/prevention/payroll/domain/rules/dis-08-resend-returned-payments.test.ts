import { describe, it } from 'vitest';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth, day, yuan } from '../../../../../../test/builders/facts.ts';
import { resendReturnedPayments } from './dis-08-resend-returned-payments.ts';

describe('工资条例第十二条「足额支付工资」: 退回的工资不是已付的工资', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'none', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    {
      why: 'the third working day is in time, a weekend between',
      facts: aProjectMonth({ openRefunds: 2, openRefundFen: yuan(9_000), oldestOpenRefundOn: day('2026-11-12') }),
      on: '2026-11-17',
      expected: 'none',
    },
    {
      why: 'the fourth is late',
      facts: aProjectMonth({ openRefunds: 2, openRefundFen: yuan(9_000), oldestOpenRefundOn: day('2026-11-12') }),
      on: '2026-11-18',
      expected: 1,
    },
    {
      why: 'the tenth is blue still',
      facts: aProjectMonth({ openRefunds: 2, openRefundFen: yuan(9_000), oldestOpenRefundOn: day('2026-11-06') }),
      on: '2026-11-20',
      expected: 1,
    },
    {
      why: 'the eleventh is orange',
      facts: aProjectMonth({ openRefunds: 2, openRefundFen: yuan(9_000), oldestOpenRefundOn: day('2026-11-05') }),
      on: '2026-11-20',
      expected: 3,
    },
  ])('$why', (row) => hold(resendReturnedPayments, row));
});
