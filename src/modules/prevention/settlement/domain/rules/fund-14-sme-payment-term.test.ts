import { describe, expect, it } from 'vitest';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { smePaymentTerm } from './fund-14-sme-payment-term.ts';

// 30 days after 2026-03-02 is 2026-04-01; 60 days after it is Friday 2026-05-01, a holiday until the 5th, so the last day is Wednesday the 6th.
const unpaid = { payer: 'government', isSme: true, start: 'delivered', startOn: '2026-03-02', hasTerm: false, unpaid: 40_000_000 };
const agreed = (agreedDays: number | null) => ({ ...unpaid, hasTerm: true, agreedDays });
const large = { ...unpaid, payer: 'large' };

describe('《保障中小企业款项支付条例》第九条「自货物、工程、服务交付之日起30日内支付款项；合同另有约定的，从其约定，但付款期限最长不得超过60日」', () => {
  it.each([
    { why: 'the thirtieth day', facts: unpaid, on: '2026-04-01', expected: 'none' },
    { why: 'the day after', facts: unpaid, on: '2026-04-02', expected: 2 },
    { why: 'ten days agreed', facts: agreed(10), on: '2026-03-13', expected: 2 },
    { why: '60 days agreed, the last day rolls over the May holiday', facts: agreed(60), on: '2026-05-06', expected: 'none' },
    { why: 'and the day after', facts: agreed(60), on: '2026-05-07', expected: 2 },
    { why: '61 days agreed are cut to 60', facts: agreed(61), on: '2026-05-07', expected: 2 },
    { why: 'a large enterprise has 60 days', facts: large, on: '2026-05-06', expected: 'none' },
    { why: 'and not 61', facts: large, on: '2026-05-07', expected: 2 },
    { why: 'a large enterprise may agree 90', facts: { ...large, hasTerm: true, agreedDays: 90 }, on: '2026-06-01', expected: 'none' },
    { why: 'paid', facts: { ...unpaid, unpaid: 0 }, expected: 'none' },
    { why: 'a small payer is not bound', facts: { ...unpaid, payer: 'other' }, expected: 'none' },
    { why: 'a large payee is not protected', facts: { ...unpaid, isSme: false }, expected: 'none' },
    { why: 'size of the payee unknown', facts: { ...unpaid, isSme: null }, expected: 'cannot-determine' },
    { why: 'nobody knows whether a term was agreed', facts: { ...unpaid, hasTerm: null }, expected: 'cannot-determine' },
    { why: 'a term was agreed, nobody knows which', facts: agreed(null), expected: 'cannot-determine' },
    { why: 'nobody knows what is unpaid', facts: { ...unpaid, unpaid: null }, expected: 'cannot-determine' },
    { why: 'a public payer before the revision', facts: { ...unpaid, startOn: '2025-05-06' }, on: '2025-06-06', expected: 2 },
    { why: 'a large enterprise before the revision had no such term', facts: { ...large, startOn: '2025-05-30' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(smePaymentTerm, row));

  it('says until when and how much', () => {
    expect(matterFinding(smePaymentTerm, agreed(90), '2026-05-20')).toMatchObject({
      says: '付款方（机关）应当在5月6日前（含当日）向中小企业支付款项，仍有 400,000 元 未支付，逾期 14 日',
      amountFen: 40_000_000n,
      dueOn: '2026-05-06',
      steps: [{ value: 60, reckoned: '自交付之日起，合同约定 90 日，最长 60 日' }, { value: '2026-05-06' }],
    });
    expect(matterFinding(smePaymentTerm, { ...unpaid, between: 'contractor' })).toMatchObject({ duty: 'general-contractor', owedTo: 'subcontractor' });
    expect(askMatter(smePaymentTerm, agreed(null))).toEqual({ answer: 'cannot-determine', missing: ['合同约定的付款期限'] });
  });
});
