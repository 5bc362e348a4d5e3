import { type CivilDate, type CivilMonth, inChineseDay, inChineseMonth, lastOfMonth, yearOf } from '#kernel/civil-date.ts';
import { type Fen, inYuan } from '#kernel/fen.ts';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';

/** 钱停在哪一步: the links of the chain in the order money and papers pass them. */
export type StopAt = 'paid' | 'no-attendance' | 'no-payroll' | 'no-inflow' | 'not-sent' | 'short' | 'refunded' | 'cannot-tell';

/** What a work month shows of its wages, as of a day. */
export type MonthOfWages = Pick<
  ProjectMonthFacts,
  | 'month'
  | 'attendedHeads'
  | 'payrollHeads'
  | 'payrollNetFen'
  | 'paidHeads'
  | 'paidFen'
  | 'owedFen'
  | 'unpaidHeads'
  | 'shortHeads'
  | 'openRefunds'
  | 'openRefundFen'
  | 'unexplainedWageFen'
  | 'settledOn'
> & {
  /** Labour cost that came in since the first day of the work month. */
  readonly inflowSinceFen: Fen;
  /** What the account holds now; null when its statements show no balance. */
  readonly balanceFen: Fen | null;
  /** Up to which day the statements of the account speak; null when there are none. */
  readonly flowsThrough: CivilDate | null;
  /** The last day on which paying this month is in time. */
  readonly payBy: CivilDate;
};

export interface Stop {
  readonly month: CivilMonth;
  readonly at: StopAt;
  /** The pay day has passed and the month is not paid. */
  readonly late: boolean;
  readonly says: string;
}

export const STOP_NAMES: Readonly<Record<StopAt, string>> = {
  paid: '已付清',
  'no-attendance': '没有考勤',
  'no-payroll': '没有工资表',
  'no-inflow': '没有拨付',
  'not-sent': '没有发放',
  short: '没发足',
  refunded: '退票没重发',
  'cannot-tell': '说不清',
};

/**
 * Where the wages of one month stopped. The chain is followed from its beginning: attendance, payroll, the owner's payment,
 * the order to the bank, the full amount, the returned payments.
 * Interpretation: a payroll that exists proves work even without attendance, so the money is followed from there on; without
 * any statement of the account nobody can tell whether money moved.
 */
export function whereMoneyStopped(month: MonthOfWages, on: CivilDate): Stop {
  const at = stopOf(month);
  const late = at !== 'paid' && on > month.payBy;
  return {
    month: month.month,
    at,
    late,
    says: `${sentence(at, month, on)}${at === 'paid' || late || at === 'no-attendance' ? '' : `（发薪日${inWords(month.payBy, on)}，还没到）`}`,
  };
}

function stopOf(month: MonthOfWages): StopAt {
  if (month.payrollHeads === 0) {
    if (month.paidFen > 0n) return 'cannot-tell';
    return month.attendedHeads === 0 ? 'no-attendance' : 'no-payroll';
  }
  if (month.owedFen === 0n) return 'paid';
  if (month.paidHeads === 0 && month.openRefunds === 0) return stopOfNothingPaid(month);
  return month.openRefundFen >= month.owedFen ? 'refunded' : 'short';
}

/** Nobody got anything: did the money never come, or did it come and was not sent on? */
function stopOfNothingPaid(month: MonthOfWages): StopAt {
  if (month.flowsThrough === null || month.flowsThrough < lastOfMonth(month.month)) return 'cannot-tell';
  if (month.balanceFen !== null && month.balanceFen >= month.owedFen) return 'not-sent';
  return month.inflowSinceFen >= month.payrollNetFen ? 'not-sent' : 'no-inflow';
}

function sentence(at: StopAt, month: MonthOfWages, on: CivilDate): string {
  const name = inChineseMonth(month.month);
  const owed = `还欠 ${month.unpaidHeads + month.shortHeads} 人 ${inYuan(month.owedFen)}`;
  switch (at) {
    case 'paid':
      return `${name}工资 ${inYuan(month.payrollNetFen)}，${month.payrollHeads} 人都付清了${month.settledOn === null ? '' : `，最后一笔在${inWords(month.settledOn, on)}`}。`;
    case 'no-attendance':
      return `${name}没有考勤，也没有工资表，说不出有没有人干活。`;
    case 'no-payroll':
      return `${name}有 ${month.attendedHeads} 人出勤，没有工资表。`;
    case 'no-inflow':
      return `${name}工资表 ${inYuan(month.payrollNetFen)}，建设单位拨进专户的钱不够（干活以来进账 ${inYuan(month.inflowSinceFen)}），${owed}。`;
    case 'not-sent':
      return `${name}工资表 ${inYuan(month.payrollNetFen)}，专户里的钱够发，总包没有送银行发放，${owed}。`;
    case 'short':
      return `${name}工资发了 ${inYuan(month.paidFen)}，没有发足，${owed}。`;
    case 'refunded':
      return `${name}有 ${month.openRefunds} 笔被银行退回，没有重发，${owed}。`;
    case 'cannot-tell':
      return month.payrollHeads === 0
        ? `${name}专户发了 ${inYuan(month.paidFen)}，没有工资表，说不清发够了没有。`
        : `${name}工资表 ${inYuan(month.payrollNetFen)}，专户流水${month.flowsThrough === null ? '一笔也没有' : `只到${inWords(month.flowsThrough, on)}`}，说不清发没发。`;
  }
}

/** The answer to 「是不是都发了」 over all months of a project. */
export interface WagesAnswer {
  /** Null: nothing is due yet, or the records do not tell. */
  readonly paid: boolean | null;
  readonly says: string;
  /** The earliest month whose pay day has passed and which is not paid; what is owed longest weighs most. */
  readonly stop: Stop | null;
}

const MONEY_IS_OWED: ReadonlySet<StopAt> = new Set(['no-inflow', 'not-sent', 'short', 'refunded', 'no-payroll']);

export function wasEverybodyPaid(stops: readonly Stop[]): WagesAnswer {
  // A month without any record (a winter pause) neither proves nor disproves payment of the others.
  const late = stops.filter((stop) => stop.late && stop.at !== 'no-attendance');
  const owing = late.filter((stop) => MONEY_IS_OWED.has(stop.at));
  const paid = stops.filter((stop) => stop.at === 'paid').length;
  const [first] = owing.length > 0 ? owing : late;
  if (owing.length > 0 && first !== undefined) {
    const more = owing.length === 1 ? '' : `到期的月份里有 ${owing.length} 个月没付清，最早的是：`;
    return { paid: false, says: `${more}${first.says}`, stop: first };
  }
  if (first !== undefined) return { paid: null, says: first.says, stop: first };
  if (paid > 0) return { paid: true, says: `到期的工资都付清了，共 ${paid} 个月。`, stop: null };
  const last = stops.at(-1);
  return { paid: null, says: last === undefined ? '还没有考勤、工资表和专户流水，说不清。' : last.says, stop: null };
}

function inWords(day: CivilDate, on: CivilDate): string {
  return inChineseDay(day, yearOf(on));
}
