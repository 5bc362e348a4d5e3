import { describe, expect, it } from 'vitest';
import { civilDate, civilMonth } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import { type MonthOfWages, type StopAt, wasEverybodyPaid, whereMoneyStopped } from './money-stop.ts';

/** June 2026: 10 people worked, the payroll asks for 50,000 yuan by 15 July, and nothing else happened. */
function june(changed: Partial<MonthOfWages> = {}): MonthOfWages {
  return {
    month: civilMonth('2026-06'),
    attendedHeads: 10,
    payrollHeads: 10,
    payrollNetFen: fen(5_000_000),
    paidHeads: 0,
    paidFen: fen(0),
    owedFen: fen(5_000_000),
    unpaidHeads: 10,
    shortHeads: 0,
    openRefunds: 0,
    openRefundFen: fen(0),
    unexplainedWageFen: fen(0),
    settledOn: null,
    inflowSinceFen: fen(0),
    balanceFen: null,
    flowsThrough: civilDate('2026-07-31'),
    payBy: civilDate('2026-07-15'),
    ...changed,
  };
}

const NO_PAYROLL = { payrollHeads: 0, payrollNetFen: fen(0), owedFen: fen(0), unpaidHeads: 0 };

describe('钱停在哪一步：没有考勤 → 没有工资表 → 没拨 → 没送银行 → 少发 → 退票没重发 → 已付清', () => {
  const rows: readonly { readonly why: string; readonly facts: Partial<MonthOfWages>; readonly at: StopAt }[] = [
    { why: '什么都没有', facts: { ...NO_PAYROLL, attendedHeads: 0 }, at: 'no-attendance' },
    { why: '有人出勤，没有工资表', facts: NO_PAYROLL, at: 'no-payroll' },
    { why: '发了钱却没有工资表', facts: { ...NO_PAYROLL, paidFen: fen(1), paidHeads: 1 }, at: 'cannot-tell' },
    { why: '没有流水', facts: { flowsThrough: null }, at: 'cannot-tell' },
    { why: '流水没到月底', facts: { flowsThrough: civilDate('2026-06-29') }, at: 'cannot-tell' },
    { why: '流水到了月底', facts: { flowsThrough: civilDate('2026-06-30') }, at: 'no-inflow' },
    { why: '进账比工资表少一分', facts: { inflowSinceFen: fen(4_999_999) }, at: 'no-inflow' },
    { why: '进账正好等于工资表', facts: { inflowSinceFen: fen(5_000_000) }, at: 'not-sent' },
    { why: '没有新进账，余额够发', facts: { balanceFen: fen(5_000_000) }, at: 'not-sent' },
    { why: '余额差一分', facts: { balanceFen: fen(4_999_999) }, at: 'no-inflow' },
    { why: '有工资表没有考勤，钱照样往下查', facts: { attendedHeads: 0 }, at: 'no-inflow' },
    { why: '发了一部分', facts: { paidHeads: 4, paidFen: fen(2_000_000), owedFen: fen(3_000_000), unpaidHeads: 6 }, at: 'short' },
    {
      why: '欠的都是退票',
      facts: { paidHeads: 9, paidFen: fen(4_500_000), owedFen: fen(500_000), unpaidHeads: 1, openRefunds: 1, openRefundFen: fen(500_000) },
      at: 'refunded',
    },
    { why: '退票以外还少发一分', facts: { paidHeads: 9, owedFen: fen(500_001), openRefunds: 1, openRefundFen: fen(500_000) }, at: 'short' },
    { why: '付清', facts: { paidHeads: 10, paidFen: fen(5_000_000), owedFen: fen(0), unpaidHeads: 0, settledOn: civilDate('2026-07-14') }, at: 'paid' },
  ];
  it.each(rows)('$why：$at', ({ facts, at }) => {
    const stop = whereMoneyStopped(june(facts), civilDate('2026-07-31'));
    expect(stop.at).toBe(at);
    const early = whereMoneyStopped(june(facts), civilDate('2026-07-15'));
    const nextYear = whereMoneyStopped(june(facts), civilDate('2027-01-04'));
    expect([stop, early, nextYear].map(({ late, says }) => `${late ? '迟' : '不迟'} ${says}`)).toMatchSnapshot();
  });

  it('发薪日当天还不算迟，第二天算', () => {
    expect(whereMoneyStopped(june(), civilDate('2026-07-15'))).toMatchObject({ late: false, says: expect.stringContaining('发薪日7月15日，还没到') });
    expect(whereMoneyStopped(june(), civilDate('2026-07-16')).late).toBe(true);
    expect(whereMoneyStopped(june({ owedFen: fen(0) }), civilDate('2026-07-16')).late).toBe(false);
  });

  it('一句话说清人数、金额和停在谁手里', () => {
    expect(whereMoneyStopped(june({ balanceFen: fen(6_000_000) }), civilDate('2026-07-16')).says).toBe(
      '2026年6月工资表 50,000 元，专户里的钱够发，总包没有送银行发放，还欠 10 人 50,000 元。',
    );
  });
});

describe('是不是都发了', () => {
  const on = civilDate('2026-07-31');
  const paid = whereMoneyStopped(june({ month: civilMonth('2026-05'), owedFen: fen(0) }), on);
  const short = whereMoneyStopped(june(), on);
  const ahead = whereMoneyStopped(june({ month: civilMonth('2026-07'), payBy: civilDate('2026-08-15') }), on);
  const untold = whereMoneyStopped(june({ month: civilMonth('2026-04'), flowsThrough: null }), on);
  it.each([
    { why: '没有记录', stops: [], answer: { paid: null, stop: null } },
    { why: '都付清，下月的还没到期', stops: [paid, ahead], answer: { paid: true, stop: null } },
    { why: '有一个月没付', stops: [paid, short, ahead], answer: { paid: false, stop: short } },
    { why: '说不清的月份不盖过欠薪的月份', stops: [untold, paid, short], answer: { paid: false, stop: short } },
    { why: '只有说不清的', stops: [untold, paid], answer: { paid: null, stop: untold } },
    { why: '中间停工的空月份不影响', stops: [paid, whereMoneyStopped(june({ ...NO_PAYROLL, attendedHeads: 0 }), on)], answer: { paid: true, stop: null } },
    { why: '都还没到期', stops: [ahead], answer: { paid: null, stop: null } },
  ])('$why', ({ stops, answer }) => {
    expect(wasEverybodyPaid(stops)).toMatchObject(answer);
    expect(wasEverybodyPaid(stops).says).toMatchSnapshot();
  });

  it('几个月没付清，说最早的', () => {
    const earlier = whereMoneyStopped(june({ month: civilMonth('2026-05') }), on);
    expect(wasEverybodyPaid([earlier, short])).toMatchObject({
      stop: earlier,
      says: expect.stringMatching(/^到期的月份里有 2 个月没付清，最早的是：2026年5月/u),
    });
  });
});
