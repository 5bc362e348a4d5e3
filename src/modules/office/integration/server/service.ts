import { randomBytes, randomInt } from 'node:crypto';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import { type Actor, type Json, record } from '#platform/audit/index.ts';
import type { Scope, Store, Tx } from '#platform/db/index.ts';
import { networksOf } from '#platform/networks.ts';
import type { Vault } from '#platform/vault/index.ts';
import {
  type App,
  type Channel,
  CHANNELS,
  type ChannelSettings,
  checkNewApp,
  checkSettings,
  type NewApp,
  SECRETS_AT_ONCE,
  settingsWith,
  type SettingValue,
} from '../domain/index.ts';

/** Who a request of an app acts as: the same shape a signed-in person has, so that policies and audit hold for both. */
export interface AppSender {
  readonly accountId: string;
  readonly name: string;
  readonly role: 'app';
  readonly regionCode: string | null;
  readonly enterpriseId: string | null;
  readonly scope: Scope;
  readonly permissions: readonly string[];
}

/** An app as a request needs it. */
export interface OpenApp extends App {
  readonly sender: AppSender;
  /** In force now, newest first. */
  readonly secrets: readonly { readonly id: string; readonly secret: string }[];
}

/** A person who keeps apps: an official of the place or somebody of the enterprise. */
export interface Keeper extends Actor {
  readonly regionCode: string | null;
  readonly enterpriseId: string | null;
  readonly scope: Scope;
}

export interface Arrival {
  readonly ip: string;
  readonly nonce: string;
  /** Of everything the answer depends on. */
  readonly digest: Buffer;
}

/** What to do with a request whose signature is right. */
export type Admission =
  | { readonly is: 'fresh' }
  /**
   * The same was heard within a day; `answer` is what was answered then, null while the first is still being worked on. A
   * first one that ended without an answer for a minute was cut off: the next counts as fresh.
   */
  | { readonly is: 'repeated'; readonly answer: Json }
  | { readonly is: 'refused'; readonly refusal: Refusal & { readonly code: 'ip-not-allowed' | 'too-many-requests' | 'nonce-used' } };

export interface MessageEntry {
  readonly appid: string | null;
  readonly target?: string;
  readonly channel: Channel;
  readonly direction: 'in' | 'out';
  readonly method: string;
  readonly outcome: 'ok' | 'refused' | 'failed' | 'unknown';
  readonly code: string;
  /** Chinese, without personal data: what is wrong, and what to do. */
  readonly cause?: string;
  readonly cure?: string;
  readonly summary?: { readonly [key: string]: Json };
  /** As received; kept encrypted. Leave out what is large and held elsewhere. */
  readonly body?: string;
  readonly tookMs: number;
  readonly records: number;
  readonly importId?: string | null;
  readonly projectId?: string | null;
  readonly regionCode?: string | null;
  readonly enterpriseId?: string | null;
  readonly replayOf?: string | null;
}

export interface Integration {
  findApp(appid: string): Promise<OpenApp | undefined>;
  /**
   * The app with the secrets that ended, or were in force when it was disabled, within thirty days: what a stolen or forgotten
   * key still sends is evidence, for a channel that keeps it apart.
   */
  findRevoked(appid: string): Promise<OpenApp | undefined>;
  /** Address, rate, replay; in this order. Remembers the nonce when the request is fresh. */
  admit(app: App, arrival: Arrival): Promise<Admission>;
  /** Address and rate alone, for requests that only read: how many of this minute's are left. */
  enter(app: App, ip: string): Promise<Result<{ readonly left: number }, Refusal & { readonly code: 'ip-not-allowed' | 'too-many-requests' }>>;
  /** The replay memory alone, after `enter`. */
  remember(app: App, nonce: string, digest: Buffer): Promise<Admission>;
  /** Keeps the answer to a fresh request, for repeats of it. In the transaction of the effect where there is one. */
  keepAnswer(app: App, nonce: string, answer: Json, tx?: Tx): Promise<void>;
  /** Writes a message down and answers its number. In the transaction of the effect where there is one. */
  log(entry: MessageEntry, tx?: Tx): Promise<string>;
  /** The same inside a transaction that is app_ingest already: one statement, for messages that come by the thousand. */
  logAsIngest(entry: MessageEntry, tx: Tx): Promise<string>;
  /** The body of a message, to replay it. Writes down who looked. */
  bodyOf(by: Keeper, messageId: string): Promise<Result<string>>;
  createApp(by: Keeper, app: NewApp): Promise<Result<{ readonly appid: string; readonly secret: string }>>;
  /** Ties an app that is of no project yet to one, for good. */
  bind(by: Keeper, appid: string, projectId: string): Promise<Result<null>>;
  /** A second secret; the older of two is ended. `endsOldAfterHours` says how long the present one still holds. */
  rotate(by: Keeper, appid: string, endsOldAfterHours: number): Promise<Result<{ readonly secret: string }>>;
  setDisabled(by: Keeper, appid: string, disabled: boolean, why: string): Promise<Result<null>>;
  change(by: Keeper, appid: string, change: AppChange): Promise<Result<null>>;
  /** Chooses settings of an app among those of its channel. What is refused changes nothing. */
  configure(by: Keeper, appid: string, fields: ChannelSettings, given: Readonly<Record<string, SettingValue>>): Promise<Result<null>>;
  /** Forgets nonces and counts older than a day. */
  sweep(): Promise<void>;
}

export type AppChange = Partial<Pick<App, 'name' | 'settings' | 'ipList' | 'perMinute' | 'scopes'>>;

const JOB: Scope = { role: 'app_job' };
/** A revoked key stops within this time in every process. */
const REMEMBER_MS = 1_000;
const SECRET_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';

interface AppRow {
  readonly appid: string;
  readonly channel: Channel;
  readonly name: string;
  readonly account_id: string;
  readonly region_code: string;
  readonly enterprise_id: string | null;
  readonly project_id: string | null;
  readonly settings: { readonly [key: string]: unknown };
  readonly ip_list: string[];
  readonly per_minute: number;
  readonly scopes: string[];
}

const APP = 'appid, channel, name, account_id, region_code, enterprise_id, project_id, settings, ip_list::text[] as ip_list, per_minute, scopes';

interface SecretRow {
  readonly id: string;
  readonly cipher: Buffer;
}

export function integration({ store, vault }: { readonly store: Store; readonly vault: Vault }): Integration {
  const remembered = new Map<string, { readonly app: OpenApp | undefined; readonly until: number }>();

  function opened(row: AppRow, secrets: readonly SecretRow[]): OpenApp {
    return { ...appOf(row), sender: senderOf(row), secrets: secrets.map(({ id, cipher }) => ({ id, secret: vault.decrypt(cipher, secretPlace(row.appid)) })) };
  }

  async function load(appid: string): Promise<OpenApp | undefined> {
    if (!/^[0-9A-Za-z._-]{4,64}$/.test(appid)) return undefined;
    return store.reading(JOB, async (tx) => {
      const [row] = await tx.prepared<AppRow>(
        'integration-app',
        `select ${APP}
         from exchange.app where appid = $1 and disabled_at is null`,
        [appid],
      );
      if (row === undefined) return undefined;
      const secrets = await tx.prepared<SecretRow>(
        'integration-secrets',
        'select id, cipher from exchange.app_secret where appid = $1 and (ends_at is null or ends_at > now()) order by id desc',
        [appid],
      );
      return opened(row, secrets);
    });
  }

  async function addSecret(tx: Tx, by: Keeper, appid: string, channel: Channel): Promise<string> {
    const secret = newSecret(CHANNELS[channel].secretLength);
    await tx.query('insert into exchange.app_secret (appid, cipher, hint, created_by) values ($1, $2, $3, $4)', [
      appid,
      vault.encrypt(secret, secretPlace(appid)),
      secret.slice(-4),
      by.accountId,
    ]);
    return secret;
  }

  /** The app as its keeper may see it; another's is not there. */
  async function ownApp(by: Keeper, appid: string): Promise<{ readonly channel: Channel; readonly region_code: string } | undefined> {
    return (
      await store.within(by.scope, (tx) =>
        tx.query<{ channel: Channel; region_code: string }>('select channel, region_code from exchange.app where appid = $1', [appid]),
      )
    )[0];
  }

  /** Whether the enterprise builds in sight of the official, or has a part in the project named: else its app would see what the official may not. */
  async function builds(by: Keeper, enterpriseId: string, projectId: string | null): Promise<boolean> {
    const rows = await store.within(by.scope, (tx) =>
      tx.query(
        `select from prevention.project p where ($2::bigint is null or p.id = $2)
           and (p.gc_enterprise_id = $1 or exists (select from prevention.project_party y where y.project_id = p.id and y.enterprise_id = $1)) limit 1`,
        [enterpriseId, projectId],
      ),
    );
    return rows.length > 0;
  }

  async function writeMessage(entry: MessageEntry, inner: Tx): Promise<string> {
    const body = entry.body === undefined ? null : vault.encrypt(entry.body, BODY_PLACE);
    const [row] = await inner.prepared<{ id: string }>(
      'integration-log',
      `insert into exchange.message (appid, target, channel, direction, method, outcome, code, cause, cure, summary, body_cipher, took_ms, records, import_id, project_id, region_code, enterprise_id, replay_of)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) returning id`,
      [
        entry.appid,
        entry.target ?? null,
        entry.channel,
        entry.direction,
        entry.method.slice(0, 100),
        entry.outcome,
        entry.code,
        entry.cause?.slice(0, 2_000) ?? null,
        entry.cure?.slice(0, 1_000) ?? null,
        JSON.stringify(entry.summary ?? {}),
        body,
        Math.round(entry.tookMs),
        entry.records,
        entry.importId ?? null,
        entry.projectId ?? null,
        entry.regionCode ?? null,
        entry.enterpriseId ?? null,
        entry.replayOf ?? null,
      ],
    );
    return row?.id ?? '';
  }

  return {
    async findApp(appid) {
      const known = remembered.get(appid);
      if (known !== undefined && known.until > Date.now()) return known.app;
      const app = await load(appid);
      if (remembered.size > 10_000) remembered.clear();
      remembered.set(appid, { app, until: Date.now() + REMEMBER_MS });
      return app;
    },

    async enter(app, ip) {
      if (!isAllowedAddress(app.ipList, ip)) return refuse(NOT_ALLOWED_ADDRESS);
      const left = await store.within(JOB, (tx) => countOne(tx, app));
      return left < 0 ? refuse(tooMany(app)) : ok({ left });
    },

    remember: (app, nonce, digest) => store.within(JOB, (tx) => rememberNonce(tx, app, nonce, digest)),

    async findRevoked(appid) {
      if (!/^[0-9A-Za-z._-]{4,64}$/.test(appid)) return undefined;
      return store.reading(JOB, async (tx) => {
        const [row] = await tx.query<AppRow>(
          `select ${APP}
           from exchange.app where appid = $1 and (disabled_at is null or disabled_at > now() - interval '30 days')`,
          [appid],
        );
        if (row === undefined) return undefined;
        const secrets = await tx.query<SecretRow>(
          `select s.id, s.cipher from exchange.app_secret s join exchange.app a using (appid)
           where s.appid = $1 and (s.ends_at is null or s.ends_at > now() - interval '30 days') and (a.disabled_at is not null or s.ends_at <= now()) order by s.id desc`,
          [appid],
        );
        return opened(row, secrets);
      });
    },

    async admit(app, arrival) {
      if (!isAllowedAddress(app.ipList, arrival.ip)) return { is: 'refused', refusal: NOT_ALLOWED_ADDRESS };
      return store.within(JOB, async (tx) => {
        if ((await countOne(tx, app)) < 0) return { is: 'refused', refusal: tooMany(app) };
        return rememberNonce(tx, app, arrival.nonce, arrival.digest);
      });
    },

    async keepAnswer(app, nonce, answer, tx) {
      const keep = (inner: Tx) =>
        inner.query('update exchange.nonce set answer = $3 where appid = $1 and nonce = $2', [app.appid, nonce, JSON.stringify(answer)]);
      await (tx === undefined ? store.within(JOB, keep) : asJob(tx, keep));
    },

    async log(entry, tx) {
      const write = (inner: Tx) => writeMessage(entry, inner);
      return tx === undefined ? store.within(JOB, write) : asJob(tx, write);
    },

    logAsIngest: (entry, tx) => writeMessage(entry, tx),

    async bodyOf(by, messageId) {
      const [seen] = /^\d{1,18}$/.test(messageId)
        ? await store.within(by.scope, (tx) => tx.query<{ region_code: string | null }>('select region_code from exchange.message where id = $1', [messageId]))
        : [];
      if (seen === undefined) return refuse(NO_MESSAGE);
      return store.within(JOB, async (tx) => {
        const [row] = await tx.query<{ body_cipher: Buffer | null }>('select body_cipher from exchange.message where id = $1', [messageId]);
        if (row?.body_cipher == null) return refuse({ code: 'message-body-not-found', says: '这条消息没有保存正文，不能重放。请让发送方重新发送。' });
        await record(tx, { by, action: 'message.opened', object: `message:${messageId}`, region: seen.region_code });
        return ok(vault.decrypt(row.body_cipher, BODY_PLACE));
      });
    },

    async createApp(by, given) {
      const checked = checkNewApp(given);
      if (!checked.ok) return checked;
      const app = checked.value;
      if (!mayKeep(by, app)) return refuse({ code: 'app-not-allowed', says: '只能为本单位或本辖区登记接口应用。请核对所属单位。' });
      const found =
        app.projectId === null ? [{}] : await store.within(by.scope, (tx) => tx.query('select from prevention.project where id = $1', [app.projectId]));
      if (found.length === 0) return refuse(NO_PROJECT);
      if (by.enterpriseId === null && app.enterpriseId !== null && !(await builds(by, app.enterpriseId, app.projectId))) return refuse(NOT_BUILDING);
      const appid = app.appid ?? newAppid(app.channel);
      return store.within(JOB, async (tx) => {
        if ((await tx.query('select from exchange.app where appid = $1', [appid])).length > 0) {
          return refuse({ code: 'app-taken', says: `应用编号“${appid}”已经有了。请换一个，或留空由系统生成。` });
        }
        const [account] = await tx.query<{ id: string }>(
          `insert into office.account (login, name, role, organisation, region_code, enterprise_id, password_hash, must_change_password)
           values ($1, $2, 'app', $3, $4, $5, '!', false) returning id`,
          [`app-${randomBytes(10).toString('hex')}`, app.name, CHANNELS[app.channel].name, app.enterpriseId === null ? app.regionCode : null, app.enterpriseId],
        );
        await tx.query(
          `insert into exchange.app (appid, channel, name, account_id, region_code, enterprise_id, project_id, settings, ip_list, per_minute, scopes, created_by)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9::cidr[], $10, $11, $12)`,
          [
            appid,
            app.channel,
            app.name.trim(),
            account?.id,
            app.regionCode,
            app.enterpriseId,
            app.projectId,
            JSON.stringify(app.settings),
            app.ipList,
            app.perMinute,
            app.scopes,
            by.accountId,
          ],
        );
        const secret = await addSecret(tx, by, appid, app.channel);
        await record(tx, { by, action: 'app.created', object: `app:${appid}`, region: app.regionCode, detail: { channel: app.channel, name: app.name } });
        return ok({ appid, secret });
      });
    },

    async bind(by, appid, projectId) {
      const own = await ownApp(by, appid);
      if (own === undefined) return refuse(NO_APP);
      const seen = await store.within(by.scope, (tx) => tx.query('select from prevention.project where id = $1', [projectId]));
      if (seen.length === 0) return refuse(NO_PROJECT);
      const bound = await store.within(JOB, async (tx) => {
        const rows = await tx.query('update exchange.app set project_id = $2 where appid = $1 and coalesce(project_id, $2) = $2 returning appid', [
          appid,
          projectId,
        ]);
        if (rows.length > 0) await record(tx, { by, action: 'app.bound', object: `app:${appid}`, region: own.region_code, detail: { projectId } });
        return rows.length > 0;
      });
      remembered.delete(appid);
      return bound ? ok(null) : refuse({ code: 'app-taken', says: '这个应用已经属于另一个项目，不能改。请登记新的应用。' });
    },

    async rotate(by, appid, endsOldAfterHours) {
      const own = await ownApp(by, appid);
      if (own === undefined) return refuse(NO_APP);
      const secret = await store.within(JOB, async (tx) => {
        await tx.query(
          `update exchange.app_secret s set ends_at = case when k.place < ${SECRETS_AT_ONCE} then least(s.ends_at, now() + make_interval(hours => $2)) else now() end
           from (select id, row_number() over (order by id desc) as place from exchange.app_secret where appid = $1 and (ends_at is null or ends_at > now())) k
           where s.id = k.id`,
          [appid, Math.max(0, Math.min(24 * 30, Math.trunc(endsOldAfterHours)))],
        );
        const made = await addSecret(tx, by, appid, own.channel);
        await record(tx, { by, action: 'app.key-rotated', object: `app:${appid}`, region: own.region_code, detail: { endsOldAfterHours } });
        return made;
      });
      remembered.delete(appid);
      return ok({ secret });
    },

    async setDisabled(by, appid, disabled, why) {
      const own = await ownApp(by, appid);
      if (own === undefined) return refuse(NO_APP);
      await store.within(JOB, async (tx) => {
        await tx.query(
          'update exchange.app set disabled_at = case when $2 then coalesce(disabled_at, now()) end, disabled_why = case when $2 then $3 end where appid = $1',
          [appid, disabled, why.slice(0, 500)],
        );
        await record(tx, {
          by,
          action: disabled ? 'app.disabled' : 'app.enabled',
          object: `app:${appid}`,
          region: own.region_code,
          detail: { why: why.slice(0, 500) },
        });
      });
      remembered.delete(appid);
      return ok(null);
    },

    async change(by, appid, change) {
      const own = await ownApp(by, appid);
      const app = own === undefined ? undefined : await load(appid);
      if (own === undefined || app === undefined) return refuse(NO_APP);
      const checked = checkNewApp({ ...app, appid: undefined, ...change });
      if (!checked.ok) return checked;
      const { name, settings, ipList, perMinute, scopes } = checked.value;
      await store.within(JOB, async (tx) => {
        await tx.query('update exchange.app set name = $2, settings = $3, ip_list = $4::cidr[], per_minute = $5, scopes = $6 where appid = $1', [
          appid,
          name.trim(),
          JSON.stringify(settings),
          ipList,
          perMinute,
          scopes,
        ]);
        await record(tx, { by, action: 'app.changed', object: `app:${appid}`, region: own.region_code, detail: { fields: Object.keys(change) } });
      });
      remembered.delete(appid);
      return ok(null);
    },

    async configure(by, appid, fields, given) {
      const own = await ownApp(by, appid);
      if (own === undefined) return refuse(NO_APP);
      const checked = checkSettings(fields[own.channel], given);
      if (!checked.ok) return checked;
      const { plain, secrets } = checked.value;
      const sealed = secrets.map(({ key, place, secret }) => [
        `${key}Cipher`,
        secret === null ? null : vault.encrypt(secret, `${place}:${appid}`).toString('base64'),
      ]);
      await store.within(JOB, async (tx) => {
        const [app] = await tx.query<Pick<AppRow, 'settings'>>('select settings from exchange.app where appid = $1 for update', [appid]);
        const settings = settingsWith(app?.settings ?? {}, { ...plain, ...Object.fromEntries(sealed) });
        await tx.query('update exchange.app set settings = $2 where appid = $1', [appid, JSON.stringify(settings)]);
        // What was chosen is told; a secret only by its name.
        await record(tx, {
          by,
          action: 'app.configured',
          object: `app:${appid}`,
          region: own.region_code,
          detail: { ...plain, secrets: secrets.map(({ key }) => key) },
        });
      });
      remembered.delete(appid);
      return ok(null);
    },

    async sweep() {
      await store.within(JOB, async (tx) => {
        await tx.query("delete from exchange.nonce where seen_at < now() - interval '24 hours'");
        await tx.query("delete from exchange.idempotency where begun_at < now() - interval '90 days'");
        await tx.query("delete from exchange.app_minute where minute < now() - interval '1 hour'");
      });
    },
  };
}

type Kept = 'ip-not-allowed' | 'too-many-requests';
const NOT_ALLOWED_ADDRESS: Refusal & { readonly code: Kept } = {
  code: 'ip-not-allowed',
  says: '发送方的 IP 地址不在本应用的名单内。请在对接管理中核对 IP 名单。',
};

function tooMany(app: App): Refusal & { readonly code: 'too-many-requests' } {
  return { code: 'too-many-requests', says: `超过每分钟 ${app.perMinute} 次的上限。请放慢发送，或在对接管理中调高上限。` };
}

/** Counts one request of this minute, shared by all processes; how many are left, below zero when there are none. */
async function countOne(tx: Tx, app: App): Promise<number> {
  const [count] = await tx.prepared<{ requests: number }>(
    'integration-rate',
    `insert into exchange.app_minute as m (appid, minute, requests) values ($1, date_trunc('minute', now()), 1)
     on conflict (appid, minute) do update set requests = m.requests + 1 returning requests`,
    [app.appid],
  );
  return app.perMinute - (count?.requests ?? 0);
}

async function rememberNonce(tx: Tx, app: App, nonce: string, digest: Buffer): Promise<Admission> {
  const [fresh] = await tx.prepared<{ appid: string }>(
    'integration-nonce',
    `insert into exchange.nonce as n (appid, nonce, digest) values ($1, $2, $3)
     on conflict (appid, nonce) do update set digest = excluded.digest, answer = null, seen_at = now() where n.seen_at < now() - interval '24 hours'
       or n.digest = excluded.digest and n.answer is null and n.seen_at < now() - interval '60 seconds'
     returning appid`,
    [app.appid, nonce, digest],
  );
  if (fresh !== undefined) return { is: 'fresh' };
  const [before] = await tx.query<{ digest: Buffer; answer: Json }>('select digest, answer from exchange.nonce where appid = $1 and nonce = $2', [
    app.appid,
    nonce,
  ]);
  if (before?.digest.equals(digest) === true) return { is: 'repeated', answer: before.answer };
  return { is: 'refused', refusal: { code: 'nonce-used', says: '这个随机数 24 小时内用过，而内容不同。每个请求请用新的随机数。' } };
}

const NO_APP: Refusal = { code: 'app-not-found', says: '没有找到这个接口应用，或不归您管理。请返回列表重新选择。' };
const NO_PROJECT: Refusal = { code: 'project-not-found', says: '没有找到选定的项目，或不在您的管辖范围内。请重新选择。' };
const NOT_BUILDING: Refusal = {
  code: 'app-not-allowed',
  says: '这家企业在您的辖区内没有项目，或没有参建选定的项目，不能为它登记接口应用。请先在项目台账里登记它的项目，或重新选择。',
};
const NO_MESSAGE: Refusal = { code: 'message-not-found', says: '没有找到这条消息，或不在您的管辖范围内。请返回列表重新选择。' };
const BODY_PLACE = 'exchange.message.body';

function secretPlace(appid: string): string {
  return `exchange.app_secret:${appid}`;
}

function appOf(row: AppRow): App {
  return {
    appid: row.appid,
    channel: row.channel,
    name: row.name,
    regionCode: row.region_code,
    enterpriseId: row.enterprise_id,
    projectId: row.project_id,
    settings: row.settings,
    ipList: row.ip_list,
    perMinute: row.per_minute,
    scopes: row.scopes,
  };
}

/** An app of an enterprise sees what the enterprise sees; one of a place what its officials see. */
function senderOf(row: AppRow): AppSender {
  return {
    accountId: row.account_id,
    name: row.name,
    role: 'app',
    regionCode: row.enterprise_id === null ? row.region_code : null,
    enterpriseId: row.enterprise_id,
    scope:
      row.enterprise_id === null
        ? { role: 'app_official', region: row.region_code, accountId: row.account_id }
        : { role: 'app_enterprise', enterpriseId: row.enterprise_id, accountId: row.account_id },
    permissions: row.enterprise_id === null ? ['import.records', 'import.ledger'] : ['import.records'],
  };
}

/** An official within the own place, an enterprise for itself. */
function mayKeep(by: Keeper, app: NewApp): boolean {
  if (by.enterpriseId !== null) return app.enterpriseId === by.enterpriseId;
  return by.regionCode !== null && app.regionCode.startsWith(by.regionCode);
}

function newAppid(channel: Channel): string {
  const prefix = { 'real-name': 'ax', device: 'dev', bank: 'bank', 'open-api': 'api' }[channel];
  return `${prefix}-${randomBytes(8).toString('hex')}`;
}

function newSecret(length: number): string {
  return Array.from({ length }, () => SECRET_LETTERS[randomInt(SECRET_LETTERS.length)]).join('');
}

function isAllowedAddress(list: readonly string[], ip: string): boolean {
  return list.length === 0 || networksOf(list)(ip);
}

/** The rest of a caller's transaction goes on under the role it had. */
async function asJob<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const [before] = await tx.query<{ role: string }>("select current_setting('role') as role, set_config('role', 'app_job', true)");
  const made = await work(tx);
  await tx.query("select set_config('role', $1, true)", [before?.role ?? 'app_job']);
  return made;
}
