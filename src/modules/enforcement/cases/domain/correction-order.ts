import { lessThan, moreThan } from '#kernel/bounds.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import { type Answer, type CannotDetermine, cannotDetermine, NOTHING } from '#law/answer.ts';
import { type Deadline, deadline, naturalDays, type WorkingCalendar } from '#law/calendars/index.ts';
import { day, event, type FactsOf } from '#law/facts.ts';
import type { Setting } from '#law/setting.ts';
import { happenedBy } from './happened.ts';

/** What is asked of an order to correct within a time limit. */
export const orderShape = {
  orderServedOn: event('责令限期改正的文书送达之日（没有责令的写 not-yet）'),
  orderDueOn: day('责令改正的最后一日'),
  correctedOn: event('改正之日'),
} as const;

export type OrderFacts = FactsOf<typeof orderShape>;

/** An order that was not obeyed in time. */
export interface OverdueOrder {
  readonly servedOn: CivilDate;
  /** The day as the order names it. */
  readonly namedOn: CivilDate;
  /** The last day to obey: the named day, or the working day after a rest day. */
  readonly counted: Deadline;
  /** The day of a correction that came too late; null while there is none. */
  readonly correctedOn: CivilDate | null;
}

/** How an order stands; every kind but `overdue` says in Chinese why there is nothing to fine. */
export type OrderStanding =
  | { readonly kind: 'overdue'; readonly order: OverdueOrder }
  | { readonly kind: 'not-fined'; readonly why: string }
  | { readonly kind: 'unknown'; readonly answer: CannotDetermine };

/** The last day to obey an order that names a day: a rest day moves on, as the last day of a period does and as an order to pay is read (CRIM-03). */
export function lastDayToObey(namedOn: CivilDate, calendar: WorkingCalendar): Deadline {
  return deadline(namedOn, naturalDays(0), calendar);
}

/** Interpretation shown by whoever counts by `lastDayToObey`. */
export const NAMED_DAY_ROLLS = '责令的最后一日是休息日的，顺延到下一个工作日';

/**
 * 「责令限期改正；逾期不改正的」: without a served order, within its time, or corrected by its last day, there is nothing to fine. A correction after
 * it comes too late for the fine, though it weighs in its amount.
 */
export function orderStanding({ orderServedOn, orderDueOn, correctedOn }: OrderFacts, { on, calendar }: Pick<Setting, 'on' | 'calendar'>): OrderStanding {
  if (orderServedOn === null) return unknown(orderShape.orderServedOn.field.means);
  const servedOn = happenedBy(orderServedOn, on);
  if (servedOn === null) return { kind: 'not-fined', why: '没有责令限期改正，不得罚款' };
  if (orderDueOn === null) return unknown(orderShape.orderDueOn.field.means);
  if (lessThan(orderDueOn, servedOn)) return unknown('责令改正的最后一日（早于送达之日，请核对）');
  const counted = lastDayToObey(orderDueOn, calendar);
  if (!moreThan(on, counted.due)) return { kind: 'not-fined', why: `责令改正的期限到 ${counted.due} 才满，不得罚款` };
  if (correctedOn === null) return unknown(orderShape.correctedOn.field.means);
  const corrected = happenedBy(correctedOn, on);
  if (corrected !== null && !moreThan(corrected, counted.due)) return { kind: 'not-fined', why: `已于 ${corrected} 在责令的期限内改正，不得罚款` };
  return { kind: 'overdue', order: { servedOn, namedOn: orderDueOn, counted, correctedOn: corrected } };
}

/** The same for a rule: the overdue order, or what it answers instead. */
export function overdueOrder(facts: OrderFacts, setting: Setting): OverdueOrder | Answer {
  const standing = orderStanding(facts, setting);
  if (standing.kind === 'overdue') return standing.order;
  return standing.kind === 'unknown' ? standing.answer : NOTHING;
}

function unknown(missing: string): OrderStanding {
  return { kind: 'unknown', answer: cannotDetermine(missing) };
}
