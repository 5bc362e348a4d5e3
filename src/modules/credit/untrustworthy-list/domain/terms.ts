import { addDays, type CivilDate } from '#kernel/civil-date.ts';
import { type Deadline, deadline, months, type WorkingCalendar } from '#law/calendars/index.ts';
import { choice, day } from '#law/facts.ts';

/** 列入之日, from which every term of a listing runs; 「恢复列入状态。列入的起止时间重新计算」 (第十五条). */
export const LISTED_ON = day('作出列入决定之日（提前移出被撤销、恢复列入的填恢复之日）');

/**
 * 列入期限. 「期限为3年，自人力资源社会保障行政部门作出列入决定之日起计算」: to the corresponding day, 29 February to the 28th. Interpretation: a term
 * that runs out is not moved by a rest day, which would prolong the listing.
 */
export function listingEnds(decided: CivilDate, termMonths: number, calendar: WorkingCalendar): Deadline {
  return deadline(decided, months(termMonths, 'none'), calendar);
}

/** The six months of 「自改正之日起被列入失信联合惩戒名单满6个月」, and the first day on which one may apply. */
export interface EarlyRemoval {
  /** The later of correction and listing. */
  readonly start: CivilDate;
  readonly counted: Deadline;
  readonly from: CivilDate;
}

/**
 * 提前移出最早之日. The six months run while listed and corrected, so from the later of the two. Interpretation: they are full at the end of
 * the corresponding day (民法典第二百零二条), and the application is open from the day after.
 */
export function earlyRemoval(decided: CivilDate, corrected: CivilDate, waitMonths: number, calendar: WorkingCalendar): EarlyRemoval {
  const start = corrected > decided ? corrected : decided;
  const counted = deadline(start, months(waitMonths, 'none'), calendar);
  return { start, counted, from: addDays(counted.due, 1) };
}

/** 刑事追究: whether a case for refusing to pay stands in the way. */
export const CRIMINAL = choice('是否涉嫌拒不支付劳动报酬犯罪', { none: '没有', pending: '正在刑事诉讼期间', convicted: '已经被追究刑事责任' });

/** Why early removal is barred (第十三条); null when nothing known stands against it. */
export function barToRemoval(owedAgain: boolean, criminal: 'none' | 'pending' | 'convicted'): string | null {
  if (owedAgain) return '列入期限内再次发生拖欠农民工工资违法行为';
  if (criminal === 'pending') return '因涉嫌拒不支付劳动报酬犯罪正在刑事诉讼期间';
  return criminal === 'convicted' ? '因拒不支付劳动报酬已经被追究刑事责任' : null;
}

/** 列入期限内: the day of the decision and the last day belong to it. */
export function isWithinListing(day: CivilDate, decided: CivilDate, ends: CivilDate): boolean {
  return day >= decided && day <= ends;
}
