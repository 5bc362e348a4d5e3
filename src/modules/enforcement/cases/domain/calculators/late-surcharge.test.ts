import { describe, expect, it } from 'vitest';
import { reckon, reckoned } from '../../../../../../test/builders/matters.ts';
import { lateSurchargeSheet } from './late-surcharge.ts';

/** Served on 2026-03-02: payable until 3月17日; the 33rd day late is 4月19日. */
const owed = { fine: '5000000', servedOn: '2026-03-02', remedies: [] };

describe('《行政处罚法》第七十二条「每日按罚款数额的百分之三加处罚款，加处罚款的数额不得超出罚款的数额」', () => {
  it.each([
    { why: 'paid on the last day', paidOn: '2026-03-17', days: 0, surcharge: 0n, total: 5_000_000n },
    { why: 'one day late', paidOn: '2026-03-18', days: 1, surcharge: 150_000n, total: 5_150_000n },
    { why: '33 days are 99 %', paidOn: '2026-04-19', days: 33, surcharge: 4_950_000n, total: 9_950_000n },
    { why: 'the surcharge stops at the fine on day 34', paidOn: '2026-04-20', days: 34, surcharge: 5_000_000n, total: 10_000_000n },
    { why: 'and stays there', paidOn: '2026-08-20', days: 156, surcharge: 5_000_000n, total: 10_000_000n },
  ])('$why', ({ paidOn, days, surcharge, total }) => {
    expect(reckoned(lateSurchargeSheet, { ...owed, paidOn }).byLabel).toEqual({
      缴纳罚款的最后一日: '2026-03-17',
      迟延日数: days,
      加处罚款: surcharge,
      罚款和加处罚款合计: total,
    });
  });

  it('counts until the day asked about while nothing is paid', () => {
    expect(reckoned(lateSurchargeSheet, { ...owed, paidOn: 'not-yet' }, '2026-03-27').byLabel).toMatchObject({ 迟延日数: 10, 加处罚款: 1_500_000n });
  });

  it('a last day in 国庆 moves on, and the days late with it', () => {
    expect(reckoned(lateSurchargeSheet, { ...owed, servedOn: '2026-09-18', paidOn: '2026-10-09' }).byLabel).toMatchObject({
      缴纳罚款的最后一日: '2026-10-08',
      迟延日数: 1,
    });
  });

  it('leaves reconsideration and lawsuit out, once where they overlap', () => {
    const remedies = [
      { from: '2026-03-20', until: '2026-03-29' },
      { from: '2026-03-25', until: '2026-04-03' },
    ];
    // 18 and 19 March, then from 4 to 10 April.
    expect(reckoned(lateSurchargeSheet, { ...owed, paidOn: '2026-04-10', remedies }).byLabel).toMatchObject({ 迟延日数: 9, 加处罚款: 1_350_000n });
  });

  it('counts from the end of a deferral', () => {
    expect(reckoned(lateSurchargeSheet, { ...owed, deferredTo: '2026-06-30', paidOn: '2026-07-01' }).byLabel).toMatchObject({
      缴纳罚款的最后一日: '2026-06-30',
      迟延日数: 1,
    });
  });

  it('rounds an odd fine once', () => {
    // 1,234.56 yuan × 3 % = 37.0368 yuan.
    expect(reckoned(lateSurchargeSheet, { ...owed, fine: '123456', paidOn: '2026-03-18' }).byLabel).toMatchObject({ 加处罚款: 3704n });
  });

  it('asks for what it was not told', () => {
    expect(reckon(lateSurchargeSheet, { fine: '5000000', paidOn: 'not-yet', remedies: [] })).toMatchObject({ answer: 'cannot-determine' });
    expect(reckon(lateSurchargeSheet, { ...owed, paidOn: 'not-yet', remedies: null })).toMatchObject({ missing: ['行政复议、行政诉讼期间（没有的填空列表）'] });
  });
});
