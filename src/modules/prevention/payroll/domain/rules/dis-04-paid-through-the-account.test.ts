import { describe, it } from 'vitest';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Case, hold } from '../../../../../../test/builders/ask.ts';
import { aProjectMonth, day, yuan } from '../../../../../../test/builders/facts.ts';
import { paidThroughTheAccount } from './dis-04-paid-through-the-account.ts';

const nobodyPaid = {
  paidHeads: 0,
  paidInFullHeads: 0,
  paidFen: yuan(0),
  settledOn: null,
  firstPaidOn: null,
  lastPaidOn: null,
  unpaidHeads: 60,
  owedFen: yuan(480_000),
};

describe('工资条例第三十一条「通过农民工工资专用账户直接将工资支付到农民工本人的银行账户」', () => {
  it.each<Case<ProjectMonthFacts>>([
    { why: 'paid', facts: aProjectMonth(), on: '2026-11-22', expected: 'none' },
    { why: 'all signed, nothing from the account', facts: aProjectMonth(nobodyPaid), on: '2026-11-22', expected: 'needs-person' },
    { why: 'on payday it is too early to ask', facts: aProjectMonth(nobodyPaid), on: '2026-10-15', expected: 'none' },
    { why: 'unsigned lines were hardly paid in cash', facts: aProjectMonth({ ...nobodyPaid, unsignedLines: 1 }), on: '2026-11-22', expected: 'none' },
    {
      why: 'the statement does not reach payday',
      facts: aProjectMonth({ ...nobodyPaid, flowsThrough: day('2026-10-14') }),
      on: '2026-11-22',
      expected: 'none',
    },
  ])('$why', (row) => hold(paidThroughTheAccount, row));
});
