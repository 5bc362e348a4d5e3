import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { stopWorkPay } from './pay-24-stop-work-pay.ts';

// The pay date 2026-10-05 lies in the golden week: due on Wednesday 09-30.
const stopped = { stoppedOn: '2026-08-10', cause: 'other', contractWage: 600_000, paid: 200_000, payOn: '2026-10-05', workers: 1 };

describe('《工资支付暂行规定》第十二条「非因劳动者原因造成单位停工、停产在一个工资支付周期内的，用人单位应按劳动合同规定的标准支付劳动者工资」', () => {
  it.each([
    { why: 'paid by the contract', facts: { ...stopped, paid: 600_000 }, expected: 'none' },
    { why: 'a fen less', facts: { ...stopped, paid: 599_999 }, expected: 1 },
    { why: 'because of the worker', facts: { ...stopped, cause: 'worker' }, expected: 'none' },
    { why: 'on the pay date, moved before the holiday', facts: stopped, on: '2026-09-30', expected: 'none' },
    { why: 'the day after it', facts: stopped, on: '2026-10-01', expected: 1 },
    { why: 'cause unknown', facts: { ...stopped, cause: null }, expected: 'cannot-determine' },
    { why: 'paid unknown', facts: { ...stopped, paid: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(stopWorkPay, row));

  it('says what is short', () => {
    expect(matterFinding(stopWorkPay, stopped)).toMatchObject({
      says: '非因农民工原因自8月10日停工，第一个支付周期用人单位应按合同标准支付 6,000 元，少付 4,000 元',
      amountFen: 400_000n,
      dueOn: '2026-09-30',
      owedTo: 'worker',
    });
  });
});
