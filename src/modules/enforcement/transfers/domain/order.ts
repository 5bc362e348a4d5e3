import { atMost } from '#kernel/bounds.ts';
import { type Deadline, deadline, naturalDays } from '#law/calendars/index.ts';
import { choice, day, event, facts, type FactsOf, yesNo } from '#law/facts.ts';
import type { Setting } from '#law/setting.ts';

/** 责令支付: the written order, its service, its period and what came of it. */
export const ORDER_FACTS = {
  document: choice('责令支付的文书', { order: '限期整改指令书', decision: '行政处理决定书', other: '其他书面文书', oral: '口头要求，没有文书' }),
  served: event('责令支付文书送达之日'),
  payBy: day('文书指定的支付期限届满之日'),
  paidOff: event('付清之日'),
  excused: yesNo('是否有证据证明行为人有正当理由未知悉责令支付或者未及时支付'),
} as const;

type OrderFacts = FactsOf<typeof ORDER_FACTS>;
const form = facts(ORDER_FACTS);

/** How an order to pay stands on a day. */
export type OrderStanding =
  | { readonly kind: 'no-order' }
  | { readonly kind: 'unknown'; readonly missing: readonly string[] }
  | { readonly kind: 'running' | 'obeyed' | 'ignored'; readonly counted: Deadline };

/**
 * Whether the order was ignored: written, served, and its last day over unpaid. Paying on the last day is in time. A period that ended before
 * the document was served gave nobody time to pay.
 */
export function standingOfOrder(given: Omit<OrderFacts, 'excused'>, { on, calendar }: Setting): OrderStanding {
  if (given.document === 'oral' || given.served === 'not-yet') return { kind: 'no-order' };
  const { document, served, payBy, paidOff } = given;
  const known = form.certain({ document, served, payBy, paidOff, excused: null }, 'document', 'served', 'payBy', 'paidOff');
  if (!known.ok) return { kind: 'unknown', missing: known.answer.missing };
  const { facts: order } = known;
  if (order.served > on) return { kind: 'no-order' };
  if (order.payBy < order.served) return { kind: 'unknown', missing: ['送达之后仍在进行的支付期限：文书指定的日期早于送达之日'] };
  const counted = deadline(order.payBy, naturalDays(0), calendar);
  if (order.paidOff !== 'not-yet' && atMost(order.paidOff, counted.due)) return { kind: 'obeyed', counted };
  return { kind: atMost(on, counted.due) ? 'running' : 'ignored', counted };
}
