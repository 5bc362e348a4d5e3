import type { Tx } from '#platform/db/index.ts';
import type { Channel, MessageKind, MessageRow, MessageState, NoticeEvent, NoticePage } from '../domain/index.ts';

/** The reader's own notices; the policy shows no others. */
export async function readNotices(tx: Tx, unreadOnly: boolean, page: number, size: number): Promise<NoticePage> {
  const [counted] = await tx.prepared<{ total: number; unread: number }>(
    'notice-count',
    'select count(*)::integer as total, (count(*) filter (where read_at is null))::integer as unread from office.notice',
  );
  const rows = await tx.query<{
    id: string;
    event: NoticeEvent;
    title: string;
    says: string;
    link: string;
    urgent: boolean;
    happened_at: Date;
    read_at: Date | null;
  }>(
    `select id, event, title, says, link, urgent, happened_at, read_at from office.notice where not $1 or read_at is null order by id desc limit $2 offset $3`,
    [unreadOnly, size, (page - 1) * size],
  );
  const { total = 0, unread = 0 } = counted ?? {};
  return {
    items: rows.map(({ id, event, title, says, link, urgent, happened_at: at, read_at: readAt }) => ({
      id,
      event,
      title,
      says,
      link,
      urgent,
      at: at.toISOString(),
      isRead: readAt !== null,
    })),
    total: unreadOnly ? unread : total,
    unread,
    page,
    size,
  };
}

export async function unreadCount(tx: Tx): Promise<number> {
  const [row] = await tx.prepared<{ unread: number }>('notice-unread', 'select count(*)::integer as unread from office.notice where read_at is null');
  return row?.unread ?? 0;
}

export async function markRead(tx: Tx, ids: readonly string[] | 'all', at: Date): Promise<void> {
  if (ids === 'all') await tx.query('update office.notice set read_at = $1 where read_at is null', [at]);
  else await tx.query('update office.notice set read_at = $2 where id = any($1::bigint[]) and read_at is null', [ids, at]);
}

export interface OutboxRow {
  readonly id: string;
  readonly channel: Channel;
  readonly recipient: string;
  readonly name: string | null;
  readonly address_mask: string | null;
  readonly kind: MessageKind;
  readonly matters: number;
  readonly reference: string;
  readonly shown: string | null;
  readonly state: MessageState;
  readonly adapter: string | null;
  readonly attempts: number;
  readonly cause: string | null;
  readonly created_at: Date;
  readonly next_try_at: Date | null;
  readonly sent_at: Date | null;
}

export async function readOutbox(
  tx: Tx,
  channel: string,
  state: string,
  page: number,
  size: number,
): Promise<{ readonly rows: readonly OutboxRow[]; readonly total: number }> {
  const where = `where ($1 = '' or m.channel = $1) and ($2 = '' or m.state = $2)`;
  const [count] = await tx.query<{ total: number }>(`select count(*)::integer as total from (select from office.message m ${where} limit 10000) few`, [
    channel,
    state,
  ]);
  const rows = await tx.query<OutboxRow>(
    `select m.id, m.channel, m.recipient, a.name, m.address_mask, m.kind, m.matters, m.reference, m.shown, m.state, m.adapter, m.attempts, m.cause, m.created_at, m.next_try_at, m.sent_at
     from office.message m left join office.account a on a.id = m.account_id ${where} order by m.id desc limit $3 offset $4`,
    [channel, state, size, (page - 1) * size],
  );
  return { rows, total: count?.total ?? 0 };
}

export function messageRow(row: OutboxRow, wouldShow: (row: OutboxRow) => string): MessageRow {
  return {
    id: row.id,
    channel: row.channel,
    to: row.name ?? row.recipient.replace(/^group:/, ''),
    addressMask: row.address_mask,
    kind: row.kind,
    matters: row.matters,
    reference: row.reference,
    shown: row.shown ?? wouldShow(row),
    state: row.state,
    isLocal: row.adapter === 'outbox',
    attempts: row.attempts,
    cause: row.cause,
    at: row.created_at.toISOString(),
    nextTryAt: row.next_try_at?.toISOString() ?? null,
    sentAt: row.sent_at?.toISOString() ?? null,
  };
}
