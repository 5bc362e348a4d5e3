import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { finePayment } from './case-17-fine-payment.ts';

const owed = { fine: '5000000', servedOn: '2026-03-02', paidOn: 'not-yet' };

describe('《行政处罚法》第六十七条第三款「自收到行政处罚决定书之日起十五日内，到指定的银行……缴纳罚款」', () => {
  it.each([
    { why: 'the fifteenth day', facts: owed, on: '2026-03-17', expected: 'none' },
    { why: 'the day after', facts: owed, on: '2026-03-18', expected: 2 },
    { why: 'natural days, and a last day in 国庆 (10月3日) moves to 10月8日', facts: { ...owed, servedOn: '2026-09-18' }, on: '2026-10-08', expected: 'none' },
    { why: 'and not further', facts: { ...owed, servedOn: '2026-09-18' }, on: '2026-10-09', expected: 2 },
    { why: 'paid late is paid', facts: { ...owed, paidOn: '2026-03-20' }, expected: 'none' },
    { why: 'paid only after the day asked about', facts: { ...owed, paidOn: '2026-03-20' }, on: '2026-03-19', expected: 2 },
    { why: 'deferred', facts: { ...owed, deferredTo: '2026-06-30' }, on: '2026-06-30', expected: 'none' },
    { why: 'deferred, and over', facts: { ...owed, deferredTo: '2026-06-30' }, on: '2026-07-01', expected: 2 },
    { why: 'a deferral to an earlier day takes nothing away', facts: { ...owed, deferredTo: '2026-03-05' }, on: '2026-03-17', expected: 'none' },
    { why: 'nobody knows whether it was paid', facts: { fine: '5000000', servedOn: '2026-03-02' }, expected: 'cannot-determine' },
    { why: 'nobody knows when it was served', facts: { fine: '5000000', paidOn: 'not-yet' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(finePayment, row));

  it('says how much was due when', () => {
    expect(matterFinding(finePayment, owed, '2026-03-18')).toMatchObject({
      says: '当事人3月2日收到处罚决定书，罚款 50,000 元应当在3月17日前（含当日）缴纳，至今未缴清',
      amountFen: 5_000_000n,
      dueOn: '2026-03-17',
      duty: 'party-concerned',
    });
  });
});
