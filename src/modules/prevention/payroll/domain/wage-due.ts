import { type CivilDate, type CivilMonth, firstOfMonth, inChineseDay, lastOfMonth, nextMonth, shiftMonth, yearOf } from '#kernel/civil-date.ts';
import { payDate } from '#law/calendars/index.ts';
import type { Setting } from '#law/rule.ts';

/** 发薪日 of one work month, and the days on which an unpaid month gets worse. */
export interface WageDue {
  readonly month: CivilMonth;
  /** The agreed day of the following month, as written. */
  readonly agreedOn: CivilDate;
  /** The last day in time: moved before a rest day (条例第十四条). */
  readonly due: CivilDate;
  readonly provisional: boolean;
  /** 次月月底. */
  readonly nextMonthEnd: CivilDate;
  /** The first day of the second month after the work month. */
  readonly secondMonthStart: CivilDate;
  /** `10月15日`, as a reader of the day asked about says it. */
  readonly dueInWords: string;
}

export type WageDueOf = (month: CivilMonth, payDay: number | null) => WageDue;

/**
 * Pay dates by month, computed once a sweep each: thousands of projects share a month and a payday. `usual` stands in where
 * the ledger names no payday.
 */
export function wageDueDates(setting: Setting, usual: number): WageDueOf {
  const known = new Map<CivilMonth, (WageDue | undefined)[]>();
  return (month, payDay) => {
    let days = known.get(month);
    if (days === undefined) {
      days = [];
      known.set(month, days);
    }
    const day = payDay ?? usual;
    return (days[day] ??= wageDue(month, day, setting));
  };
}

function wageDue(month: CivilMonth, day: number, setting: Setting): WageDue {
  const following = nextMonth(month);
  const { unrolled, due, provisional } = payDate(following, day, setting.calendar);
  return {
    month,
    agreedOn: unrolled,
    due,
    provisional,
    nextMonthEnd: lastOfMonth(following),
    secondMonthStart: firstOfMonth(shiftMonth(month, 2)),
    dueInWords: inChineseDay(due, yearOf(setting.on)),
  };
}
