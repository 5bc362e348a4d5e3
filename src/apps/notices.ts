import { warningNotices } from '#modules/monitoring/warnings/server/index.ts';
import { documentNotices } from '#modules/office/documents/server/index.ts';
import type { Happened, Notifications } from '#modules/office/notifications/server/index.ts';
import { importNotices } from '#modules/prevention/imports/server/index.ts';
import type { Tx } from '#platform/db/index.ts';
import type { Listener, SpreadEvent } from '#platform/outbox/index.ts';

/** What of everything announced is told to people: each module says whom its own matters concern. */
export function noticesOf(notifications: Notifications): Listener {
  return async (tx, events) => {
    const happened = [
      ...(await warningNotices(tx, events)),
      ...(await importNotices(tx, events)),
      ...(await waitingNotices(tx, events)),
      ...(await documentNotices(tx, events)),
    ];
    if (happened.length > 0) await notifications.tell(tx, happened);
  };
}

/** Somebody came through the city's sign-on for the first time: every administrator may admit. */
async function waitingNotices(tx: Tx, events: readonly SpreadEvent[]): Promise<readonly Happened[]> {
  const waiting = events.filter((event) => event.kind === 'account.waiting');
  if (waiting.length === 0) return [];
  const rows = await tx.query<{ id: string }>("select id from office.account where role = 'administrator' and disabled_at is null");
  return waiting.map((event) => ({
    key: `account.waiting:${event.subject}`,
    event: 'account.waiting',
    kind: 'todo',
    title: '有人经统一身份认证登录，等待开通',
    says: '给他岗位和管辖地方，或者不予开通',
    link: '/waiting',
    at: event.at,
    accountIds: rows.map((row) => row.id),
    regionCode: null,
  }));
}
