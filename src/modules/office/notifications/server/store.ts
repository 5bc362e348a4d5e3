import type { Tx } from '#platform/db/index.ts';
import type { Channel, MessageKind, MessageState, NoticeEvent, WantedKind } from '../domain/index.ts';

/** Rows for one statement; a sweep of a county tells of some hundred. */
const ROWS_PER_STATEMENT = 2_000;

/** Something happened, and who is told. */
export interface Happened {
  /** The same event has the same key, however often it is told: `warning:12:step:88`. */
  readonly key: string;
  readonly event: NoticeEvent;
  readonly kind: WantedKind;
  readonly title: string;
  readonly says: string;
  readonly link: string;
  readonly at: Date;
  readonly accountIds: readonly string[];
  /** Groups whose place covers it hear that something waits; null: no group. */
  readonly regionCode: string | null;
}

export function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const others = groups.get(key);
    if (others === undefined) groups.set(key, [row]);
    else others.push(row);
  }
  return groups;
}

/** Who was told anew. */
export interface Told {
  readonly key: string;
  readonly accountId: string;
}

export async function addNotices(tx: Tx, happened: readonly Happened[]): Promise<readonly Told[]> {
  const rows = happened.flatMap((one) => one.accountIds.map((accountId) => ({ ...one, accountId })));
  const told: Told[] = [];
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    const part = rows.slice(from, from + ROWS_PER_STATEMENT);
    const added = await tx.query<{ key: string; account_id: string }>(
      `insert into office.notice (account_id, event, event_key, title, says, link, urgent, happened_at)
       select r."accountId", r.event, r.key, r.title, r.says, r.link, r.urgent, r.at
       from json_to_recordset($1::json) as r("accountId" bigint, event text, key text, title text, says text, link text, urgent boolean, at timestamptz)
       join office.account a on a.id = r."accountId" and a.disabled_at is null
       on conflict (event_key, account_id) do nothing returning event_key as key, account_id`,
      [JSON.stringify(part.map((one) => ({ ...one, title: cut(one.title, 200), says: cut(one.says, 500), urgent: one.kind === 'urgent' })))],
    );
    told.push(...added.map((row) => ({ key: row.key, accountId: row.account_id })));
  }
  return told;
}

function cut(text: string, longest: number): string {
  const letters = [...text];
  return letters.length <= longest ? text : `${letters.slice(0, longest - 1).join('')}…`;
}

/** A message to be made, of one event to one recipient on one channel. */
export interface Due {
  readonly key: string;
  readonly recipient: string;
  readonly accountId: string | null;
  readonly channel: Channel;
  readonly kind: WantedKind;
}

/** The ways each of these people agreed to, for these kinds. */
export async function waysOf(tx: Tx, accountIds: readonly string[]): Promise<readonly { account_id: string; channel: Channel; wants: WantedKind[] }[]> {
  return tx.query(
    `select account_id, channel, wants from office.contact
     where account_id = any($1) and consented_at is not null and withdrawn_at is null and verified_at is not null and allowance is distinct from 0`,
    [accountIds],
  );
}

/**
 * Makes the messages, each event once a recipient and channel. Events of one kind that wait for the same recipient share
 * one message: the unique index makes them meet, whatever process they come from.
 */
export async function addMessages(
  tx: Tx,
  due: readonly Due[],
  at: { readonly now: Date; readonly first: (kind: WantedKind) => Date; readonly reference: () => string; readonly outId: () => string },
): Promise<number> {
  const fresh = await unknownOf(tx, due);
  const groups = grouped(fresh, (one) => `${one.recipient}|${one.channel}|${one.kind}`);
  for (const few of groups.values()) {
    const [one] = few;
    if (one === undefined) continue;
    const [made] = await tx.prepared<{ id: string }>(
      'message-add',
      `insert into office.message (out_id, channel, recipient, account_id, kind, matters, reference, state, next_try_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, 'queued', $8, $9)
       on conflict (recipient, channel, kind) where state = 'queued' and attempts = 0 and kind <> 'code'
       do update set matters = message.matters + excluded.matters returning id`,
      [at.outId(), one.channel, one.recipient, one.accountId, one.kind, few.length, at.reference(), at.first(one.kind), at.now],
    );
    await tx.query(
      `insert into office.message_event (event_key, recipient, channel, message_id) select key, $2, $3, $4 from unnest($1::text[]) as key on conflict do nothing`,
      [few.map((each) => each.key), one.recipient, one.channel, made?.id],
    );
  }
  return groups.size;
}

async function unknownOf(tx: Tx, due: readonly Due[]): Promise<readonly Due[]> {
  if (due.length === 0) return [];
  const known = await tx.query<{ event_key: string; recipient: string; channel: string }>(
    `select e.event_key, e.recipient, e.channel from office.message_event e
     join json_to_recordset($1::json) as r(key text, recipient text, channel text) on r.key = e.event_key and r.recipient = e.recipient and r.channel = e.channel`,
    [JSON.stringify(due.map(({ key, recipient, channel }) => ({ key, recipient, channel })))],
  );
  const seen = new Set(known.map((row) => `${row.event_key}|${row.recipient}|${row.channel}`));
  return due.filter(({ key, recipient, channel }) => !seen.has(`${key}|${recipient}|${channel}`));
}

export interface ClaimedRow {
  readonly id: string;
  readonly out_id: string;
  readonly channel: Channel;
  readonly recipient: string;
  readonly account_id: string | null;
  readonly kind: MessageKind;
  readonly matters: number;
  readonly reference: string;
  readonly secret_cipher: Buffer | null;
  readonly attempts: number;
}

/**
 * Takes what is due, red first. A message is `unknown` from here until its answer is in: a process that dies on the way
 * leaves it so, and it is not sent twice.
 */
export async function claim(tx: Tx, now: Date, atMost: number): Promise<readonly ClaimedRow[]> {
  return tx.query<ClaimedRow>(
    `with due as (
       select id from office.message where state = 'queued' and next_try_at <= $1
       order by kind not in ('urgent', 'code'), next_try_at limit $2 for update skip locked)
     update office.message m set state = 'unknown', attempts = attempts + 1, next_try_at = null, cause = '正在发' from due where m.id = due.id
     returning m.id, m.out_id, m.channel, m.recipient, m.account_id, m.kind, m.matters, m.reference, m.secret_cipher, m.attempts`,
    [now, atMost],
  );
}

export interface ContactRow {
  readonly account_id: string;
  readonly channel: Channel;
  readonly address_cipher: Buffer;
  readonly address_index: Buffer;
  readonly address_mask: string;
  readonly wants: WantedKind[];
  readonly consented_at: Date | null;
  readonly withdrawn_at: Date | null;
  readonly verified_at: Date | null;
  readonly allowance: number | null;
}

export async function findContact(tx: Tx, accountId: string, channel: string): Promise<ContactRow | undefined> {
  return (
    await tx.query<ContactRow>(
      `select account_id, channel, address_cipher, address_index, address_mask, wants, consented_at, withdrawn_at, verified_at, allowance
       from office.contact where account_id = $1 and channel = $2`,
      [accountId, channel],
    )
  )[0];
}

export async function sentToday(tx: Tx, addressIndex: Buffer, channel: Channel, since: Date): Promise<number> {
  const [row] = await tx.query<{ sent: number }>(
    `select count(*)::integer as sent from office.message where address_index = $1 and channel = $2 and sent_at >= $3 and state in ('sent', 'unknown', 'delivered')`,
    [addressIndex, channel, since],
  );
  return row?.sent ?? 0;
}

/** What a try leaves behind. */
export interface Settled {
  readonly state: MessageState;
  readonly adapter: string | null;
  readonly nextTryAt: Date | null;
  readonly sentAt: Date | null;
  readonly settledAt: Date | null;
  readonly vendorId: string | null;
  readonly code: string | null;
  readonly cause: string | null;
  readonly shown: string | null;
  readonly addressMask: string | null;
  readonly addressIndex: Buffer | null;
  /** Gives back a try that was not one: too late at night, too many today. */
  readonly giveBack?: boolean;
}

/** A receipt may be quicker than the answer: what it said stands. */
export async function settle(tx: Tx, id: string, to: Settled): Promise<void> {
  await tx.query(
    `update office.message set
       state = case when state in ('delivered', 'failed') then state else $2 end,
       next_try_at = case when state in ('delivered', 'failed') then null else $3::timestamptz end,
       adapter = $4, sent_at = coalesce($5, sent_at), settled_at = coalesce(settled_at, $6), vendor_id = coalesce($7, vendor_id),
       code = $8, cause = case when state in ('delivered', 'failed') then cause else $9 end, shown = coalesce($10, shown), address_mask = coalesce($11, address_mask),
       address_index = coalesce($12, address_index), attempts = attempts - $13, secret_cipher = case when $2 = 'queued' then secret_cipher end
     where id = $1`,
    [
      id,
      to.state,
      to.nextTryAt,
      to.adapter,
      to.sentAt,
      to.settledAt,
      to.vendorId,
      to.code,
      to.cause,
      to.shown,
      to.addressMask,
      to.addressIndex,
      to.giveBack === true ? 1 : 0,
    ],
  );
}

/** Notes where a message goes before it goes, so that the day's count holds over processes that send at once. */
export async function markGoing(tx: Tx, id: string, addressIndex: Buffer, mask: string, at: Date): Promise<void> {
  await tx.query('update office.message set address_index = $2, address_mask = $3, sent_at = $4 where id = $1', [id, addressIndex, mask, at]);
}

/** A consent that allows one message is used up by it. */
export async function useAllowance(tx: Tx, accountId: string, channel: Channel): Promise<boolean> {
  const rows = await tx.query(
    `update office.contact set allowance = allowance - 1 where account_id = $1 and channel = $2 and allowance > 0 returning account_id`,
    [accountId, channel],
  );
  return rows.length > 0;
}

export async function withdraw(tx: Tx, accountId: string, channel: Channel, at: Date): Promise<void> {
  await tx.query('update office.contact set withdrawn_at = $3 where account_id = $1 and channel = $2 and withdrawn_at is null', [accountId, channel, at]);
}

/** A receipt decides a message that was sent or unknown; whatever else it names is left alone. */
export async function receive(
  tx: Tx,
  channel: Channel,
  receipt: { readonly outId: string; readonly vendorId: string; readonly delivered: boolean; readonly code: string },
  at: Date,
): Promise<boolean> {
  const rows = await tx.query(
    `update office.message set state = case when $4 then 'delivered' else 'failed' end, settled_at = $6, code = $5, cause = case when $4 then null else '对方回执：没有送到' end, next_try_at = null,
       vendor_id = coalesce(vendor_id, nullif($3, ''))
     where channel = $1 and state in ('sent', 'unknown') and attempts > 0 and adapter is distinct from 'outbox'
       and (out_id = $2 and (vendor_id is null or $3 in ('', vendor_id)) or $2 = '' and vendor_id = $3) returning id`,
    [channel, receipt.outId, receipt.vendorId, receipt.delivered, receipt.code, at],
  );
  return rows.length > 0;
}

/** What nobody needs any more: read notices after half a year, all after two years; messages after a year. */
export async function sweep(tx: Tx, now: Date): Promise<void> {
  await tx.query(
    `delete from office.notice where happened_at < $1::timestamptz - interval '2 years' or read_at is not null and happened_at < $1::timestamptz - interval '180 days'`,
    [now],
  );
  await tx.query(
    `with old as (select id from office.message where created_at < $1::timestamptz - interval '1 year' and state <> 'queued'), gone as (delete from office.message_event where message_id in (select id from old))
     select count(*) from old`,
    [now],
  );
  await tx.query(
    `delete from office.message m where created_at < $1::timestamptz - interval '1 year' and state <> 'queued' and not exists (select from office.message_event e where e.message_id = m.id)`,
    [now],
  );
}
