import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { payslip } from './pay-13-payslip.ts';

const none = { paidOn: '2026-09-15', payslipOn: 'not-yet', workers: 12 };

describe('《保障农民工工资支付条例》第十五条第三款「用人单位向农民工支付工资时，应当提供农民工本人的工资清单」', () => {
  it.each([
    { why: 'given with the payment', facts: { ...none, payslipOn: '2026-09-15' }, expected: 'none' },
    { why: 'given later is given', facts: { ...none, payslipOn: '2026-09-20' }, expected: 'none' },
    { why: 'asked about a day before it was given', facts: { ...none, payslipOn: '2026-09-20' }, on: '2026-09-19', expected: 2 },
    { why: 'the day of payment is still in time', facts: none, on: '2026-09-15', expected: 'none' },
    { why: 'the day after it is not', facts: none, on: '2026-09-16', expected: 2 },
    { why: 'nothing paid yet', facts: { ...none, paidOn: 'not-yet' }, expected: 'none' },
    { why: 'nobody knows whether it was given', facts: { paidOn: '2026-09-15' }, expected: 'cannot-determine' },
    { why: 'nobody knows whether wages were paid', facts: { payslipOn: 'not-yet' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(payslip, row));

  it('says what was not given', () => {
    expect(matterFinding(payslip, none)).toMatchObject({
      says: '用人单位9月15日支付工资，没有向农民工提供本人的工资清单',
      dueOn: '2026-09-15',
      people: 12,
      duty: 'employer',
      owedTo: 'worker',
    });
  });
});
