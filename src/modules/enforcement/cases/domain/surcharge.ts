import { atLeast, moreThan } from '#kernel/bounds.ts';
import { basisPoints } from '#kernel/basis-points.ts';
import { addDays, type CivilDate } from '#kernel/civil-date.ts';
import { type Fen, shareOfFen } from '#kernel/fen.ts';
import { type Deadline, deadline, naturalDays, type WorkingCalendar } from '#law/calendars/index.ts';
import type { Happened } from '#law/facts.ts';
import type { ParameterValues } from '#law/parameters/index.ts';
import { happenedBy } from './happened.ts';

/** 行政复议、行政诉讼期间: both its days stand outside the surcharge. */
export interface Remedy {
  readonly from: CivilDate;
  readonly until: Happened;
}

/** A fine and how it was paid. */
export interface FineOwed {
  readonly fine: Fen;
  /** Last day to pay; from the day after it the surcharge runs. */
  readonly dueOn: CivilDate;
  readonly paidOn: Happened;
  readonly remedies: readonly Remedy[];
}

type Rates = Pick<ParameterValues, 'penalty.surcharge.daily' | 'penalty.surcharge.cap'>;

export interface Surcharge {
  /** Days late, without those of reconsideration and lawsuit. */
  readonly days: number;
  readonly stoppedDays: number;
  readonly amount: Fen;
  readonly isCapped: boolean;
}

/** 缴款期限: 「自收到行政处罚决定书之日起十五日内」, natural days; a day to which the authority deferred it takes its place when it is later. */
export function lastDayToPay(servedOn: CivilDate, deferredTo: CivilDate | null, days: number, calendar: WorkingCalendar): Deadline {
  const counted = deadline(servedOn, naturalDays(days), calendar);
  if (deferredTo === null || !moreThan(deferredTo, counted.due)) return counted;
  return { due: deferredTo, unrolled: deferredTo, provisional: false, trace: [...counted.trace, `经批准延期、分期缴纳至 ${deferredTo}`] };
}

/**
 * 加处罚款: 「每日按罚款数额的百分之三加处罚款，加处罚款的数额不得超出罚款的数额」, and 「在行政复议或者行政诉讼期间不予计算」. 33 days are 99 % of the
 * fine; the 34th would be 102 %, so it stops at the fine itself. Rounded once, to the fen.
 */
export function surchargeOf({ fine, dueOn, paidOn, remedies }: FineOwed, rates: Rates, on: CivilDate): Surcharge {
  const until = happenedBy(paidOn, on) ?? on;
  let days = 0;
  let stoppedDays = 0;
  for (let day = addDays(dueOn, 1); day <= until; day = addDays(day, 1)) {
    if (remedies.some((remedy) => day >= remedy.from && (remedy.until === 'not-yet' || day <= remedy.until))) stoppedDays += 1;
    else days += 1;
  }
  const reckoned = shareOfFen(fine, basisPoints(rates['penalty.surcharge.daily'] * days), 'half-up');
  const cap = shareOfFen(fine, rates['penalty.surcharge.cap'], 'half-up');
  const isCapped = atLeast(reckoned, cap);
  return { days, stoppedDays, amount: isCapped ? cap : reckoned, isCapped };
}
