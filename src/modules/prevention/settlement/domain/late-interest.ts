import { type BasisPoints, formatBp, WHOLE_BP } from '#kernel/basis-points.ts';
import { lessThan } from '#kernel/bounds.ts';
import { type CivilDate, daysBetween } from '#kernel/civil-date.ts';
import { type Fen, fen, inYuan, NO_MONEY, scaleFen } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { choice, day, facts, list, money, type Read, share } from '#law/facts.ts';
import { type CannotDetermine, cannotDetermine, type Setting } from '#law/rule.ts';
import { Sheet } from '#law/sheet.ts';
import { type NotGoverned, paymentTerm, TERM_FACTS } from './payment-term.ts';

const RATES = { none: '没有约定', annual: '约定年利率', daily: '约定日利率' } as const;

/** 逾期利息的事实: the term, what was owed, what was paid when, and the rate that was agreed. The market rate is stated by a person: no calendar of it is held. */
export const interestForm = facts({
  ...TERM_FACTS,
  amount: money('到期应付的款项'),
  payments: list('已支付的各笔款项', { paidOn: day('支付之日'), amount: money('支付的数额') }),
  rate: choice('逾期利息的约定', RATES),
  agreedRate: share('约定的利率'),
  lpr: share('合同订立时1年期贷款市场报价利率'),
});

/** What follows from them. */
export interface LateInterest {
  readonly kind: 'interest';
  readonly sheet: Sheet;
  readonly interest: Fen;
  readonly unpaid: Fen;
  readonly dueOn: CivilDate;
  readonly provisional: boolean;
  /** 「每日利率 0.05%」. */
  readonly rate: string;
  /** The agreed rate was below the market rate of the day, and the market rate is used. */
  readonly isBelowMarket: boolean;
}

interface Params {
  readonly 'sme.interest.daily-rate': BasisPoints;
  readonly 'sme.interest.year-days': number;
}

/**
 * 逾期利息. 「约定利率不得低于合同订立时1年期贷款市场报价利率；未作约定的，按照每日利率万分之五」. Money and days are multiplied for each balance, from the day after the
 * last day of payment to the day it was paid, and rounded once at the end.
 */
export function lateInterest(given: Read<typeof interestForm>, setting: Setting, params: Params): LateInterest | NotGoverned | CannotDetermine {
  const { amount: _amount, payments: _payments, rate: _rate, agreedRate: _agreedRate, lpr: _lpr, ...about } = given;
  const term = paymentTerm(about, setting);
  if ('answer' in term || term.kind === 'not-governed') return term;
  const known = interestForm.certain(given, 'amount', 'payments', 'rate');
  if (!known.ok) return known.answer;
  const paid: { readonly paidOn: CivilDate; readonly amount: Fen }[] = [];
  for (const { paidOn, amount } of known.facts.payments) {
    if (paidOn === null || amount === null) return cannotDetermine('各笔款项的支付之日和数额');
    if (paidOn <= setting.on) paid.push({ paidOn, amount });
  }
  const rate = rateOf(given, params);
  if ('answer' in rate) return rate;
  const sheet = new Sheet();
  sheet.step('付款期限', term.days, 'days', { reckoned: term.why, basis: term.basis });
  const { due } = term.counted;
  sheet.day('付款最后一日', term.counted);
  let balance: Fen = known.facts.amount;
  let from = due;
  let fenDays = 0n;
  const runTo = (to: CivilDate) => {
    if (to <= from || balance === NO_MONEY) return;
    const days = daysBetween(from, to);
    fenDays += balance * BigInt(days);
    sheet.step(`${from} 后至 ${to}`, days, 'days', { reckoned: `欠 ${inYuan(balance)}，计息 ${days} 日` });
    from = to;
  };
  for (const payment of paid.toSorted((one, other) => (one.paidOn < other.paidOn ? -1 : 1))) {
    runTo(payment.paidOn);
    balance = payment.amount > balance ? NO_MONEY : fen(balance - payment.amount);
  }
  runTo(setting.on);
  const interest = sheet.step('逾期利息', scaleFen(fen(fenDays), rate.bp, WHOLE_BP * rate.days, 'half-up'), 'fen', {
    reckoned: `各段欠款 × 天数之和 × ${rate.says}`,
    basis: cite('中小企业款项条例', 17),
  });
  const { provisional } = term.counted;
  return { kind: 'interest', sheet, interest, unpaid: balance, dueOn: due, provisional, rate: rate.says, isBelowMarket: rate.isBelowMarket };
}

interface Rate {
  readonly bp: BasisPoints;
  /** Days that the rate is for: 1, or a year. */
  readonly days: number;
  readonly says: string;
  readonly isBelowMarket: boolean;
}

function rateOf(given: Read<typeof interestForm>, params: Params): Rate | CannotDetermine {
  if (given.rate === 'none') {
    const bp = params['sme.interest.daily-rate'];
    return { bp, days: 1, says: `每日利率 ${formatBp(bp)}`, isBelowMarket: false };
  }
  const known = interestForm.certain(given, 'agreedRate', 'lpr');
  if (!known.ok) return known.answer;
  const { agreedRate, lpr } = known.facts;
  const year = params['sme.interest.year-days'];
  const isDaily = given.rate === 'daily';
  const says = (kind: string, bp: BasisPoints) => `${kind} ${formatBp(bp)}`;
  if (lessThan(isDaily ? agreedRate * year : agreedRate, lpr)) return { bp: lpr, days: year, says: says('年利率', lpr), isBelowMarket: true };
  return { bp: agreedRate, days: isDaily ? 1 : year, says: says(isDaily ? '每日利率' : '年利率', agreedRate), isBelowMarket: false };
}
