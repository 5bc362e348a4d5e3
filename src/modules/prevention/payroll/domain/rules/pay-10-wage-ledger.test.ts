import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { wageLedger } from './pay-10-wage-ledger.ts';

// 2026-09-30 + 5 working days: 10-08 (1), 10-09 (2), the make-up Saturday 10-10 (3), 10-12 (4), 10-13 (5).
const none = { periodEnd: '2026-09-30', ledgerOn: 'not-yet', workers: 30 };

describe('《保障农民工工资支付条例》第十五条第一款「用人单位应当按照工资支付周期编制书面工资支付台账」', () => {
  it.each([
    { why: 'the fifth working day, across the golden week', facts: none, on: '2026-10-13', expected: 'none' },
    { why: 'the day after it', facts: none, on: '2026-10-14', expected: 3 },
    { why: 'made in time', facts: { ...none, ledgerOn: '2026-10-13' }, expected: 'none' },
    { why: 'made late is made', facts: { ...none, ledgerOn: '2026-11-01' }, expected: 'none' },
    { why: 'asked about a day before it was made', facts: { ...none, ledgerOn: '2026-11-01' }, on: '2026-10-31', expected: 3 },
    { why: 'nobody knows whether there is one', facts: { periodEnd: '2026-09-30' }, expected: 'cannot-determine' },
    { why: 'nobody knows the period', facts: { ledgerOn: 'not-yet' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(wageLedger, row));

  it('names the period and the day', () => {
    expect(matterFinding(wageLedger, none)).toMatchObject({
      says: '用人单位没有编制截至9月30日的支付周期的书面工资支付台账',
      dueOn: '2026-10-13',
      people: 30,
      duty: 'employer',
    });
  });

  it('never fines without an order that was not obeyed', () => expect(wageLedger.consequences?.[0]?.before).toContain('逾期不改正'));
});
