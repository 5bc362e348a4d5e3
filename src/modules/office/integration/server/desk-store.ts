import type { Tx } from '#platform/db/index.ts';
import {
  type ChannelSettings,
  settingsShown,
  type AppHeard,
  type AppRow,
  type Channel,
  CHANNELS,
  type DeliveryState,
  type FailureGroup,
  type MessageList,
  type MessagePage,
  type MessageRow,
  type Outcome,
  type OutboundRow,
  type WebhookRow,
  whyNoReplay,
} from '../domain/index.ts';

/** Names of what belongs to later groups, by number. */
export interface Named {
  readonly enterprises: ReadonlyMap<string, string>;
  readonly projects: ReadonlyMap<string, string>;
}

const MOST_APPS = 500;
const A_PAGE = 50;

interface AppRecord {
  readonly appid: string;
  readonly channel: Channel;
  readonly name: string;
  readonly region_code: string;
  readonly enterprise_id: string | null;
  readonly project_id: string | null;
  readonly ip_list: readonly string[];
  readonly per_minute: number;
  readonly scopes: readonly string[];
  readonly settings: { readonly [key: string]: unknown };
  readonly created_at: Date;
  readonly disabled_at: Date | null;
  readonly disabled_why: string | null;
  readonly secrets: readonly { readonly hint: string; readonly createdAt: string; readonly endsAt: string | null }[] | null;
  readonly last_id: string | null;
  readonly last_at: Date | null;
  readonly last_method: string | null;
  readonly last_outcome: Outcome | null;
  readonly failures: number;
  readonly region_name: string | null;
}

/** The apps of the reader, with the last thing each said. */
export async function readApps(
  tx: Tx,
  named: (enterprises: readonly string[], projects: readonly string[]) => Promise<Named>,
  fields: ChannelSettings,
): Promise<readonly AppRow[]> {
  const rows = await tx.query<AppRecord>(
    `select a.appid, a.channel, a.name, a.region_code, a.enterprise_id, a.project_id, a.ip_list::text[] as ip_list, a.per_minute, a.scopes, a.settings, a.created_at, a.disabled_at, a.disabled_why,
       r.name as region_name, s.secrets, m.id as last_id, m.at as last_at, m.method as last_method, m.outcome as last_outcome, f.failures
     from exchange.app a
       left join office.region r on r.code = a.region_code
       left join lateral (select json_agg(json_build_object('hint', s.hint, 'createdAt', s.created_at, 'endsAt', s.ends_at) order by s.id desc) as secrets
         from exchange.app_secret s where s.appid = a.appid and (s.ends_at is null or s.ends_at > now())) s on true
       left join lateral (select id, at, method, outcome from exchange.message m where m.appid = a.appid order by id desc limit 1) m on true
       cross join lateral (select count(*)::int as failures from (select from exchange.message m where m.appid = a.appid and m.outcome <> 'ok' and m.at > now() - interval '1 day' order by id desc limit 1000) x) f
     order by a.disabled_at is not null, a.created_at desc limit ${MOST_APPS}`,
  );
  const { enterprises, projects } = await named(
    rows.flatMap((row) => row.enterprise_id ?? []),
    rows.flatMap((row) => row.project_id ?? []),
  );
  return rows.map((row) => ({
    appid: row.appid,
    channel: row.channel,
    channelName: CHANNELS[row.channel].name,
    name: row.name,
    regionCode: row.region_code,
    actsFor: row.enterprise_id === null ? (row.region_name ?? row.region_code) : (enterprises.get(row.enterprise_id) ?? '企业'),
    project: row.project_id === null ? null : { id: row.project_id, name: projects.get(row.project_id) ?? `项目 ${row.project_id}` },
    ipList: row.ip_list,
    perMinute: row.per_minute,
    scopes: row.scopes,
    settings: settingsShown(fields[row.channel], row.settings),
    createdAt: row.created_at.toISOString(),
    disabledAt: row.disabled_at?.toISOString() ?? null,
    disabledWhy: row.disabled_why,
    secrets: row.secrets ?? [],
    last:
      row.last_id === null || row.last_at === null || row.last_outcome === null
        ? null
        : { id: row.last_id, at: row.last_at.toISOString(), method: row.last_method ?? '', outcome: row.last_outcome },
    failures: row.failures,
  }));
}

/** The apps of the reader that bring data, and when each was last heard. Those that only ask are no feed. */
export async function readHeard(tx: Tx): Promise<readonly AppHeard[]> {
  const rows = await tx.query<{ appid: string; name: string; channel: Channel; project_id: string | null; last_at: Date | null; good_at: Date | null }>(
    `select a.appid, a.name, a.channel, a.project_id, l.at as last_at, g.at as good_at from exchange.app a
       left join lateral (select at from exchange.message m where m.appid = a.appid order by id desc limit 1) l on true
       left join lateral (select at from exchange.message m where m.appid = a.appid and m.direction = 'in' and m.outcome = 'ok' and m.records > 0 order by id desc limit 1) g on true
     where a.disabled_at is null and (a.channel <> 'open-api' or 'records:write' = any (a.scopes)) order by g.at nulls last, a.appid limit ${MOST_APPS}`,
  );
  return rows.map((row) => ({
    appid: row.appid,
    name: row.name,
    channel: row.channel,
    projectId: row.project_id,
    lastAt: row.last_at?.toISOString() ?? null,
    lastGoodAt: row.good_at?.toISOString() ?? null,
  }));
}

export interface MessageFilter {
  readonly app?: string | undefined;
  readonly channel?: Channel | undefined;
  readonly direction?: 'in' | 'out' | undefined;
  readonly method?: string | undefined;
  /** 'not-ok' for all that did not go well. */
  readonly outcome?: Outcome | 'not-ok' | undefined;
  readonly code?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** The message's own number, or the import's. */
  readonly serial?: string | undefined;
  readonly before?: string | undefined;
}

interface MessageRecord {
  readonly id: string;
  readonly at: Date;
  readonly appid: string | null;
  readonly app_name: string | null;
  readonly target: string | null;
  readonly channel: Channel;
  readonly direction: 'in' | 'out';
  readonly method: string;
  readonly outcome: Outcome;
  readonly code: string;
  readonly cause: string | null;
  readonly cure: string | null;
  readonly summary: { readonly [key: string]: unknown };
  readonly took_ms: number;
  readonly records: number;
  readonly import_id: string | null;
  readonly project_id: string | null;
  readonly replay_of: string | null;
}

const COLUMNS = `m.id, m.at, m.appid, a.name as app_name, m.target, m.channel, m.direction, m.method, m.outcome, m.code, m.cause, m.cure, m.summary, m.took_ms, m.records, m.import_id,
  m.project_id, m.replay_of`;

/** Messages, the newest first; the statement that a million of them must not slow down. */
export function messageStatement(filter: MessageFilter): { readonly sql: string; readonly values: readonly unknown[] } {
  const values: unknown[] = [];
  const bound = (value: unknown) => `$${values.push(value)}`;
  const where: string[] = [];
  if (filter.app !== undefined) where.push(`m.appid = ${bound(filter.app)}`);
  if (filter.channel !== undefined) where.push(`m.channel = ${bound(filter.channel)}`);
  if (filter.direction !== undefined) where.push(`m.direction = ${bound(filter.direction)}`);
  if (filter.method !== undefined) where.push(`m.method = ${bound(filter.method)}`);
  if (filter.code !== undefined) where.push(`m.code = ${bound(filter.code)}`);
  // Said as the indexes say it, so that they can be used.
  if (filter.outcome === 'not-ok') where.push("m.outcome <> 'ok'");
  else if (filter.outcome !== undefined) where.push(`m.outcome = ${bound(filter.outcome)}${filter.outcome === 'ok' ? '' : " and m.outcome <> 'ok'"}`);
  // The moment decides; the range of numbers beside it is what is read.
  if (filter.from !== undefined) {
    const from = `(${bound(filter.from)}::date)::timestamp at time zone 'Asia/Shanghai'`;
    where.push(`m.at >= ${from}`, `m.id >= exchange.message_from(${from} - interval '1 hour')`);
  }
  if (filter.until !== undefined) {
    const until = `(${bound(filter.until)}::date + 1)::timestamp at time zone 'Asia/Shanghai'`;
    where.push(`m.at < ${until}`, `m.id <= exchange.message_from(${until} + interval '1 hour')`);
  }
  if (filter.serial !== undefined) {
    const serial = bound(filter.serial);
    where.push(`(m.id = ${serial}::bigint or m.import_id = ${serial}::bigint)`);
  }
  if (filter.before !== undefined) where.push(`m.id < ${bound(filter.before)}::bigint`);
  const sql = `select ${COLUMNS} from (select ${SEEN} from exchange.message m where ${where.join(' and ') || 'true'} order by m.id desc limit ${A_PAGE + 1}) m
    left join exchange.app a on a.appid = m.appid order by m.id desc`;
  return { sql, values };
}

/** The columns people may see; the body is not among them. */
const SEEN =
  'm.id, m.at, m.appid, m.target, m.channel, m.direction, m.method, m.outcome, m.code, m.cause, m.cure, m.summary, m.took_ms, m.records, m.import_id, m.project_id, m.replay_of';

export async function readMessages(tx: Tx, filter: MessageFilter): Promise<MessageList> {
  const { sql, values } = messageStatement(filter);
  const rows = await tx.query<MessageRecord>(sql, values);
  const shown = rows.slice(0, A_PAGE);
  return { items: shown.map(toRow), next: rows.length > A_PAGE ? (shown.at(-1)?.id ?? null) : null };
}

function toRow(row: MessageRecord): MessageRow {
  return {
    id: row.id,
    at: row.at.toISOString(),
    appid: row.appid,
    appName: row.app_name,
    target: row.target,
    channelName: CHANNELS[row.channel].name,
    direction: row.direction,
    method: row.method,
    outcome: row.outcome,
    code: row.code,
    cause: row.cause,
    records: row.records,
    tookMs: row.took_ms,
  };
}

export async function readMessage(tx: Tx, id: string): Promise<{ readonly page: MessagePage; readonly channel: Channel } | undefined> {
  const [row] = await tx.query<MessageRecord & { has_body: boolean }>(
    `select ${COLUMNS}, exchange.message_has_body(m.id) as has_body from exchange.message m left join exchange.app a on a.appid = m.appid where m.id = $1`,
    [id],
  );
  if (row === undefined) return undefined;
  const replays = await tx.query<{ id: string; outcome: Outcome }>('select id, outcome from exchange.message where replay_of = $1 order by id desc limit 20', [
    id,
  ]);
  const heard = {
    direction: row.direction,
    outcome: row.outcome,
    code: row.code,
    appid: row.appid,
    hasBody: row.has_body,
    replayOf: row.replay_of,
    replayedAs: replays.find((one) => one.outcome === 'ok')?.id ?? null,
  };
  return {
    channel: row.channel,
    page: {
      ...toRow(row),
      cure: row.cure,
      summary: row.summary,
      importId: row.import_id,
      projectId: row.project_id,
      replayOf: row.replay_of,
      replays: replays.map((one) => one.id),
      hasBody: row.has_body,
      noReplay: whyNoReplay(heard),
    },
  };
}

/** Failures of the last days by their cause; the same again is one line. */
export async function readFailures(tx: Tx, days: number): Promise<readonly FailureGroup[]> {
  const rows = await tx.query<{
    channel: Channel;
    direction: 'in' | 'out';
    method: string;
    code: string;
    cause: string | null;
    cure: string | null;
    n: string;
    last_at: Date;
    last_id: string;
    apps: number;
  }>(
    `select channel, direction, method, code, (array_agg(cause order by id desc))[1] as cause, (array_agg(cure order by id desc))[1] as cure,
       sum(coalesce((summary ->> 'times')::int, 1)) as n, max(at) as last_at, max(id) as last_id, count(distinct appid)::int as apps
     from (select channel, direction, method, code, cause, cure, summary, at, id, appid from exchange.message
       where outcome <> 'ok' and at > now() - make_interval(days => $1) order by id desc limit 20000) m
     group by 1, 2, 3, 4 order by n desc, last_id desc limit 100`,
    [days],
  );
  return rows.map((row) => ({
    channel: row.channel,
    channelName: CHANNELS[row.channel].name,
    direction: row.direction,
    method: row.method,
    code: row.code,
    // What was wrong in particular stands with the message; a group is told by its first line.
    cause: row.cause?.split('\n')[0] ?? row.code,
    cure: row.cure ?? '打开最近的一条消息查看。',
    count: Number(row.n),
    lastAt: row.last_at.toISOString(),
    lastId: row.last_id,
    apps: row.apps,
  }));
}

export async function readWebhooks(tx: Tx): Promise<readonly WebhookRow[]> {
  const rows = await tx.query<{
    id: string;
    appid: string;
    app_name: string;
    url: string;
    kinds: readonly string[];
    algorithm: WebhookRow['algorithm'];
    hint: string;
    ended_at: Date | null;
    waiting: number;
    parked: number;
    last: Date | null;
  }>(
    `select h.id, h.appid, a.name as app_name, h.url, h.kinds, h.algorithm, h.hint, h.ended_at, d.waiting, d.parked, d.last
     from exchange.webhook h join exchange.app a on a.appid = h.appid
       cross join lateral (select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'parked')::int as parked, max(delivered_at) as last
         from (select state, delivered_at from exchange.delivery d where d.webhook_id = h.id order by d.event_id desc limit 1000) x) d
     order by h.ended_at is not null, h.id desc limit 200`,
  );
  return rows.map((row) => ({
    id: row.id,
    appid: row.appid,
    appName: row.app_name,
    url: row.url,
    kinds: row.kinds,
    algorithm: row.algorithm,
    hint: row.hint,
    isActive: row.ended_at === null,
    waiting: row.waiting,
    parked: row.parked,
    lastDeliveredAt: row.last?.toISOString() ?? null,
  }));
}

export async function readDeliveries(tx: Tx, state: DeliveryState | undefined, before: string | undefined): Promise<readonly OutboundRow[]> {
  const rows = await tx.query<{
    id: string;
    kind: string;
    subject: string;
    url: string;
    state: DeliveryState;
    tries: number;
    cause: string | null;
    created_at: Date;
    next_try_at: Date;
  }>(
    `select d.id, d.kind, d.subject, h.url, d.state, d.tries, d.cause, d.created_at, d.next_try_at from exchange.delivery d join exchange.webhook h on h.id = d.webhook_id
     where ($1::text is null or d.state = $1) and ($2::bigint is null or d.id < $2) order by d.id desc limit ${A_PAGE}`,
    [state ?? null, before ?? null],
  );
  return rows.map((row) => ({
    kind: 'webhook',
    id: row.id,
    what: `${row.kind} ${row.subject}`,
    to: row.url,
    state: row.state,
    tries: row.tries,
    cause: row.cause,
    at: row.created_at.toISOString(),
    nextTryAt: row.state === 'waiting' ? row.next_try_at.toISOString() : null,
    again: row.state === 'delivered' ? null : 'send',
    next: null,
  }));
}
