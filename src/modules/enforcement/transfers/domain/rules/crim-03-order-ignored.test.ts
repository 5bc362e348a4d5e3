import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { orderIgnored } from './crim-03-order-ignored.ts';

const order = { document: 'order', served: '2026-03-02', payBy: '2026-03-09', paidOff: 'not-yet', excused: false } as const;

describe('法释〔2013〕3号第四条第一款「以限期整改指令书、行政处理决定书等文书责令支付劳动者的劳动报酬后，在指定的期限内仍不支付的」', () => {
  it.each([
    { why: 'the last day is in time', facts: order, on: '2026-03-09', expected: 'none' },
    { why: 'the day after', facts: order, on: '2026-03-10', expected: 4 },
    { why: 'paid on the last day', facts: { ...order, paidOff: '2026-03-09' }, on: '2026-04-01', expected: 'none' },
    { why: 'paid a day late: the order was ignored all the same', facts: { ...order, paidOff: '2026-03-10' }, on: '2026-04-01', expected: 4 },
    { why: 'a last day on a Sunday moves to Monday', facts: { ...order, payBy: '2026-03-15' }, on: '2026-03-16', expected: 'none' },
    { why: 'and is over on Tuesday', facts: { ...order, payBy: '2026-03-15' }, on: '2026-03-17', expected: 4 },
    { why: 'a last day in 国庆 moves behind it', facts: { ...order, payBy: '2026-10-01' }, on: '2026-10-08', expected: 'none' },
    { why: 'a make-up Saturday is a working day and does not move', facts: { ...order, payBy: '2026-10-10' }, on: '2026-10-11', expected: 4 },
    { why: 'the order was not served', facts: { ...order, served: 'not-yet' }, on: '2026-04-01', expected: 'none' },
    { why: 'the order was only spoken', facts: { ...order, document: 'oral' }, on: '2026-04-01', expected: 'none' },
    { why: 'nobody says whether it was served', facts: { ...order, served: null }, on: '2026-04-01', expected: 'cannot-determine' },
    { why: 'nobody says whether it was paid', facts: { ...order, paidOff: null }, on: '2026-04-01', expected: 'cannot-determine' },
    { why: 'the period ended before service', facts: { ...order, payBy: '2026-03-01' }, on: '2026-04-01', expected: 'cannot-determine' },
    { why: 'a good cause excuses', facts: { ...order, excused: true }, on: '2026-04-01', expected: 'none' },
    { why: 'whether there is one a person says', facts: { ...order, excused: null }, on: '2026-04-01', expected: 'needs-person' },
  ] as const)('$why', (row) => holdMatter(orderIgnored, row));

  it('says since when, and that the order must have come first', () => {
    expect(matterFinding(orderIgnored, order, '2026-03-10')).toMatchObject({
      says: '责令支付文书指定的期限3月9日届满，用人单位至今仍未付清',
      dueOn: '2026-03-09',
      provisional: false,
      duty: 'employer',
    });
    expect(matterFinding(orderIgnored, { ...order, paidOff: '2026-03-20' }, '2026-04-01').says).toContain('3月20日才付清');
  });
});
