import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { payOut } from './dep-14-pay-out.ts';

// Notice on Monday 2026-02-09: 10 11 12 13, then Saturday 14 makes up for 春节: the fifth working day.
const due = { decidedOn: '2026-01-12', clearBy: '2026-01-26', noticedOn: '2026-02-09', paidOn: 'not-yet', amountFen: '12345600' };

describe('保证金规定第十九条（大意）「经办银行应在5个工作日内……以银行转账方式支付给指定的被拖欠工资农民工本人」', () => {
  it.each([
    { why: 'the fifth working day, a make-up Saturday', facts: due, on: '2026-02-14', expected: 'none' },
    { why: 'the day after', facts: due, on: '2026-02-15', expected: 4 },
    { why: 'a notice on the eve of 春节: 24 25 26 27 28, two weeks', facts: { ...due, noticedOn: '2026-02-14' }, on: '2026-02-28', expected: 'none' },
    { why: 'and is late on the next day', facts: { ...due, noticedOn: '2026-02-14' }, on: '2026-03-01', expected: 4 },
    { why: 'paid on the last day', facts: { ...due, paidOn: '2026-02-14' }, expected: 'none' },
    { why: 'paid late', facts: { ...due, paidOn: '2026-02-15' }, expected: 4 },
    { why: 'no notice', facts: { ...due, noticedOn: 'not-yet' }, expected: 'none' },
    { why: 'no decision behind the notice', facts: { ...due, decidedOn: 'not-yet' }, expected: 'needs-person' },
    { why: 'noticed on the last day for clearing: too early', facts: { ...due, clearBy: '2026-02-09' }, expected: 'needs-person' },
    { why: 'noticed the day after', facts: { ...due, clearBy: '2026-02-08' }, expected: 4 },
    { why: 'nobody knows until when the debtor had time', facts: { ...due, clearBy: null }, expected: 'cannot-determine' },
    { why: 'nobody asked the bank', facts: { ...due, paidOn: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(payOut, row));

  it('says who owes what since when', () =>
    expect(matterFinding(payOut, due, '2026-02-24')).toMatchObject({
      says: '开户银行2月9日收到工资保证金支付通知书，应当在2月14日前（含当日）支付 123,456 元 到农民工本人账户，至今未支付 123,456 元 到农民工本人账户',
      amountFen: 12_345_600n,
      dueOn: '2026-02-14',
      duty: 'bank',
      owedTo: 'worker',
    }));
});
