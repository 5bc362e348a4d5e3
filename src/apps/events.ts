import { type Listener, repeatedly, spread } from '#platform/outbox/index.ts';
import { noticesOf } from './notices.ts';
import type { Parts } from './wiring.ts';

const EVENTS_EVERY_MS = 1_000;
const DELIVERIES_EVERY_MS = 2_000;
const MESSAGES_EVERY_MS = 2_000;
/** What was entered is queued for the systems above within this. */
const UPWARD_EVERY_MS = 60_000;

/** Hands what happened to whoever listens, and sends what is due. Any number of processes may: rows are taken by lock. */
export function eventLoops(parts: Parts, problem: (what: string, problem: unknown) => void): () => Promise<void> {
  const listeners: readonly Listener[] = [parts.webhooks.listener, noticesOf(parts.notifications)];
  const loops = [
    repeatedly(async () => (await spread(parts.store, listeners)) > 0, { everyMs: EVENTS_EVERY_MS, onProblem: (what) => problem('events', what) }),
    repeatedly(async () => (await parts.notifications.sendDue()) > 0, { everyMs: MESSAGES_EVERY_MS, onProblem: (what) => problem('messages', what) }),
    repeatedly(() => parts.webhooks.deliver(), { everyMs: DELIVERIES_EVERY_MS, onProblem: (what) => problem('webhooks', what) }),
    repeatedly(async () => (await parts.upward.deliveries.plan(), false), { everyMs: UPWARD_EVERY_MS, onProblem: (what) => problem('upward plan', what) }),
    repeatedly(() => parts.upward.deliveries.deliver(), { everyMs: DELIVERIES_EVERY_MS, onProblem: (what) => problem('upward', what) }),
  ];
  return async () => {
    await Promise.all(loops.map((loop) => loop.stop()));
  };
}
