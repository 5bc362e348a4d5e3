import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { currencyOnly } from './pay-01-currency-only.ts';

const paid = (...items: readonly unknown[]) => ({ paidOn: '2026-09-15', items, workers: 6 });

describe('《保障农民工工资支付条例》第十一条「农民工工资应当以货币形式，通过银行转账或者现金支付给农民工本人，不得以实物或者有价证券等其他形式替代」', () => {
  it.each([
    { why: 'by transfer', facts: paid({ form: 'transfer', amount: 500_000 }), expected: 'none' },
    { why: 'in cash', facts: paid({ form: 'cash', amount: 500_000 }), expected: 'none' },
    { why: 'in goods, one fen', facts: paid({ form: 'goods', amount: 1 }), expected: 3 },
    { why: 'in securities', facts: paid({ form: 'securities', amount: 500_000 }), expected: 3 },
    { why: 'partly in vouchers', facts: paid({ form: 'transfer', amount: 400_000 }, { form: 'voucher', amount: 100_000 }), expected: 3 },
    { why: 'in goods of unknown worth', facts: paid({ form: 'goods' }), expected: 3 },
    { why: 'in goods, and one item nobody knows', facts: paid({ form: 'goods', amount: 1 }, {}), expected: 3 },
    { why: 'one item nobody knows', facts: paid({ form: 'cash', amount: 1 }, {}), expected: 'cannot-determine' },
    { why: 'nobody says how it was paid', facts: { paidOn: '2026-09-15' }, expected: 'cannot-determine' },
    { why: 'nobody says when', facts: { items: [{ form: 'goods', amount: 1 }] }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(currencyOnly, row));

  it('says what is still owed in money', () => {
    const found = matterFinding(currencyOnly, paid({ form: 'goods', amount: 100_000 }, { form: 'voucher', amount: 50_000 }, { form: 'cash', amount: 1 }));
    expect(found.says).toBe('用人单位9月15日以实物、代金券、购物卡代替货币支付农民工工资 1,500 元，应当以货币付给本人');
    expect(found).toMatchObject({ amountFen: 150_000n, people: 6, dueOn: '2026-09-15', duty: 'employer', owedTo: 'worker' });
    expect(matterFinding(currencyOnly, paid({ form: 'goods' })).says).toContain('数额未载明');
  });

  it('fines the unit and, beside it, each responsible person, only after an order that was not obeyed; it stops no work', () => {
    const [fine] = currencyOnly.consequences ?? [];
    expect(fine?.before).toContain('责令限期改正，逾期不改正');
    expect(fine?.says).toContain('对单位处2万元以上5万元以下');
    expect(fine?.says).toContain('直接责任人员各处1万元以上3万元以下');
    expect(fine?.says).not.toContain('停工');
  });
});
