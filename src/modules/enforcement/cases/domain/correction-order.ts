import { lessThan, moreThan } from '#kernel/bounds.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import { type Answer, type CannotDetermine, cannotDetermine, NOTHING } from '#law/answer.ts';
import { day, event, type FactsOf } from '#law/facts.ts';
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
  readonly dueOn: CivilDate;
  /** The day of a correction that came too late; null while there is none. */
  readonly correctedOn: CivilDate | null;
}

/** How an order stands; every kind but `overdue` says in Chinese why there is nothing to fine. */
export type OrderStanding =
  | { readonly kind: 'overdue'; readonly order: OverdueOrder }
  | { readonly kind: 'not-fined'; readonly why: string }
  | { readonly kind: 'unknown'; readonly answer: CannotDetermine };

/**
 * 「责令限期改正；逾期不改正的」: without a served order, within its time, or corrected by its last day, there is nothing to fine. The set day is the
 * last day to obey, as the order states it; a correction after it comes too late for the fine, though it weighs in its amount.
 */
export function orderStanding({ orderServedOn, orderDueOn, correctedOn }: OrderFacts, on: CivilDate): OrderStanding {
  if (orderServedOn === null) return unknown(orderShape.orderServedOn.field.means);
  const servedOn = happenedBy(orderServedOn, on);
  if (servedOn === null) return { kind: 'not-fined', why: '没有责令限期改正，不得罚款' };
  if (orderDueOn === null) return unknown(orderShape.orderDueOn.field.means);
  if (lessThan(orderDueOn, servedOn)) return unknown('责令改正的最后一日（早于送达之日，请核对）');
  if (!moreThan(on, orderDueOn)) return { kind: 'not-fined', why: `责令改正的期限到 ${orderDueOn} 才满，不得罚款` };
  if (correctedOn === null) return unknown(orderShape.correctedOn.field.means);
  const corrected = happenedBy(correctedOn, on);
  if (corrected !== null && !moreThan(corrected, orderDueOn)) return { kind: 'not-fined', why: `已于 ${corrected} 在责令的期限内改正，不得罚款` };
  return { kind: 'overdue', order: { servedOn, dueOn: orderDueOn, correctedOn: corrected } };
}

/** The same for a rule: the overdue order, or what it answers instead. */
export function overdueOrder(facts: OrderFacts, on: CivilDate): OverdueOrder | Answer {
  const standing = orderStanding(facts, on);
  if (standing.kind === 'overdue') return standing.order;
  return standing.kind === 'unknown' ? standing.answer : NOTHING;
}

function unknown(missing: string): OrderStanding {
  return { kind: 'unknown', answer: cannotDetermine(missing) };
}
