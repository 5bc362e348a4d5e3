import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { paymentOrder } from './ord-01-payment-order.ts';

const open = { route: 'wages', forMoney: true, otherDebts: false, canBeServed: true };

describe('《民事诉讼法》第二百二十五条「债权人与债务人没有其他债务纠纷的」「支付令能够送达债务人的」', () => {
  it.each([
    { why: 'all conditions', facts: open, expected: 0 },
    { why: 'on a mediation agreement', facts: { ...open, route: 'mediation' }, expected: 0 },
    { why: 'another debt in dispute', facts: { ...open, otherDebts: true }, expected: 'none' },
    { why: 'cannot be served', facts: { ...open, canBeServed: false }, expected: 'none' },
    { why: 'not a sum of money', facts: { ...open, forMoney: false }, expected: 'none' },
    { why: 'nobody asked about other debts', facts: { ...open, otherDebts: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(paymentOrder, row));

  it('says where', () => {
    expect(matterFinding(paymentOrder, open).says).toBe('用人单位拖欠劳动报酬，劳动者可以向有管辖权的基层人民法院申请支付令');
  });
});
