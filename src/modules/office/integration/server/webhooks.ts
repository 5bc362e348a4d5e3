import { randomInt } from 'node:crypto';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import { record } from '#platform/audit/index.ts';
import type { Scope, Store, Tx } from '#platform/db/index.ts';
import type { Outbound } from '#platform/outbound/index.ts';
import { type Listener, nextTry } from '#platform/outbox/index.ts';
import { sign, signatureHeaders, type SigningAlgorithm } from '#platform/signing/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import { DELIVERY_HOURS, EVENT_KINDS, isEventPattern } from '../domain/index.ts';
import type { Keeper } from './service.ts';

export interface NewWebhook {
  readonly appid: string;
  readonly url: string;
  readonly kinds: readonly string[];
  readonly algorithm?: SigningAlgorithm;
}

/** 事件推送: subscriptions of apps, and the deliveries made of them. */
export interface Webhooks {
  add(by: Keeper, hook: NewWebhook): Promise<Result<{ readonly id: string; readonly secret: string }>>;
  setEnded(by: Keeper, id: string, ended: boolean): Promise<Result<null>>;
  /** A parked delivery, or one that waits, goes out at once; a delivered one goes out again under its event's number. */
  replay(by: Keeper, deliveryId: string): Promise<Result<null>>;
  /** Makes a delivery for each subscription that may hear the event. For `spread`. */
  readonly listener: Listener;
  /** Sends what is due; answers whether more was. Any number of processes may. */
  deliver(): Promise<boolean>;
}

interface Due {
  readonly id: string;
  readonly event_id: string;
  readonly kind: string;
  readonly body: string;
  readonly url: string;
  readonly appid: string;
  readonly cipher: Buffer;
  readonly algorithm: SigningAlgorithm;
  readonly tries: number;
  readonly is_last: boolean;
}

const JOB: Scope = { role: 'app_job' };
const AT_ONCE = 20;
/** While one process tries, no other does; longer than a call can last. */
const HELD = "interval '60 seconds'";
const SECRET_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';
const NO_HOOK: Refusal = { code: 'webhook-not-found', says: '没有找到这个推送，或不归您管理。请返回列表重新选择。' };
const NO_DELIVERY: Refusal = { code: 'delivery-not-found', says: '没有找到这次推送，或不归您管理。请返回列表重新选择。' };

export function webhooks({ store, vault, outbound }: { readonly store: Store; readonly vault: Vault; readonly outbound: Outbound }): Webhooks {
  async function attempt(due: Due): Promise<void> {
    const url = new URL(due.url);
    const request = { method: 'POST', path: `${url.pathname}${url.search}`, body: due.body };
    const secret = vault.decrypt(due.cipher, hookPlace(due.appid));
    const answer = await outbound.call({
      method: 'POST',
      url: due.url,
      body: due.body,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'anxin-webhook',
        'x-anxin-event': due.event_id,
        'x-anxin-kind': due.kind,
        ...signatureHeaders(sign(request, { app: due.appid, secret, algorithm: due.algorithm })),
      },
    });
    const status = answer.ok ? answer.value.status : null;
    const isDelivered = status !== null && status >= 200 && status < 300;
    const cause = isDelivered ? null : answer.ok ? causeOf(answer.value.status) : answer.refusal.says;
    await store.within(JOB, (tx) =>
      tx.query(
        `update exchange.delivery set state = $2, last_status = $3, cause = $4, last_try_at = now(), first_try_at = coalesce(first_try_at, now()),
           delivered_at = case when $2 = 'delivered' then now() end, next_try_at = $5 where id = $1`,
        [due.id, isDelivered ? 'delivered' : due.is_last ? 'parked' : 'waiting', status, cause, nextTry(due.tries, new Date())],
      ),
    );
  }

  return {
    async add(by, { appid, url, kinds, algorithm = 'hmac-sha256' }) {
      const unknown = kinds.find((kind) => !isEventPattern(kind));
      if (unknown !== undefined) return refuse({ code: 'webhook-invalid', says: `没有“${unknown}”这种事件。请从列表中选择。` });
      if (kinds.length === 0) return refuse({ code: 'webhook-invalid', says: '请至少选择一种事件。' });
      const checked = outbound.check(url);
      if (!checked.ok) return refuse({ code: 'webhook-invalid', says: checked.refusal.says });
      const [app] = await store.within(by.scope, (tx) =>
        tx.query<{ region_code: string; enterprise_id: string | null }>('select region_code, enterprise_id from exchange.app where appid = $1', [appid]),
      );
      if (app === undefined) return refuse({ code: 'app-not-found', says: '没有找到这个接口应用，或不归您管理。请重新选择。' });
      const secret = Array.from({ length: 40 }, () => SECRET_LETTERS[randomInt(SECRET_LETTERS.length)]).join('');
      return store.within(JOB, async (tx) => {
        const [row] = await tx.query<{ id: string }>(
          `insert into exchange.webhook (appid, url, kinds, cipher, hint, algorithm, region_code, enterprise_id, created_by)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
          [
            appid,
            checked.value.href,
            [...new Set(kinds)],
            vault.encrypt(secret, hookPlace(appid)),
            secret.slice(-4),
            algorithm,
            app.region_code,
            app.enterprise_id,
            by.accountId,
          ],
        );
        const id = row?.id ?? '';
        await record(tx, { by, action: 'webhook.created', object: `webhook:${id}`, region: app.region_code, detail: { appid, host: checked.value.host } });
        return ok({ id, secret });
      });
    },

    async setEnded(by, id, ended) {
      const seen = await seenOf(store, by, 'webhook', id);
      if (seen === undefined) return refuse(NO_HOOK);
      await store.within(JOB, async (tx) => {
        await tx.query('update exchange.webhook set ended_at = case when $2 then coalesce(ended_at, now()) end where id = $1', [id, ended]);
        await record(tx, { by, action: ended ? 'webhook.ended' : 'webhook.resumed', object: `webhook:${id}`, region: seen });
      });
      return ok(null);
    },

    async replay(by, deliveryId) {
      const seen = await seenOf(store, by, 'delivery', deliveryId);
      if (seen === undefined) return refuse(NO_DELIVERY);
      await store.within(JOB, async (tx) => {
        await tx.query(
          "update exchange.delivery set state = 'waiting', tries = 0, first_try_at = null, next_try_at = now(), cause = null, delivered_at = null where id = $1",
          [deliveryId],
        );
        await record(tx, { by, action: 'delivery.replayed', object: `delivery:${deliveryId}`, region: seen });
      });
      return ok(null);
    },

    async listener(tx, all) {
      // The product announces more to itself; `*` means all that is in the catalogue.
      const events = all.filter(({ kind }) => EVENT_KINDS.some((one) => one.kind === kind));
      await tx.query(
        `insert into exchange.delivery (webhook_id, event_id, kind, subject, body, region_code, enterprise_id)
         select h.id, e.id, e.kind, e.subject, e.body, h.region_code, h.enterprise_id
         from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::bigint[]) as e(id, kind, subject, body, region, enterprise, project)
         join exchange.webhook h on h.ended_at is null and (h.kinds && array[e.kind, split_part(e.kind, '.', 1) || '.*', '*'])
         join exchange.app a on a.appid = h.appid and a.disabled_at is null
         where case when a.enterprise_id is null then e.region >= a.region_code and e.region < a.region_code || '~' else e.enterprise = a.enterprise_id end
           and (a.project_id is null or a.project_id = e.project)
         on conflict (webhook_id, event_id) do nothing`,
        [
          events.map((one) => one.id),
          events.map((one) => one.kind),
          events.map((one) => one.subject),
          events.map((one) =>
            JSON.stringify({
              id: one.id,
              kind: one.kind,
              at: one.at.toISOString(),
              subject: one.subject,
              regionCode: one.regionCode,
              enterpriseId: one.enterpriseId,
              projectId: one.projectId,
              data: one.body,
            }),
          ),
          events.map((one) => one.regionCode),
          events.map((one) => one.enterpriseId),
          events.map((one) => one.projectId),
        ],
      );
    },

    async deliver() {
      const due = await store.within(JOB, (tx) => claim(tx));
      await Promise.all(due.map(attempt));
      return due.length === AT_ONCE;
    },
  };
}

/** Takes what is due for this process. Hooks that were ended, and apps that were disabled, keep their rows but get nothing. */
function claim(tx: Tx): Promise<Due[]> {
  return tx.query<Due>(
    `with due as (
       select d.id from exchange.delivery d join exchange.webhook h on h.id = d.webhook_id join exchange.app a on a.appid = h.appid
       where d.state = 'waiting' and d.next_try_at <= now() and h.ended_at is null and a.disabled_at is null
       order by d.next_try_at limit ${AT_ONCE} for update of d skip locked
     )
     update exchange.delivery d set tries = d.tries + 1, next_try_at = now() + ${HELD}, first_try_at = coalesce(d.first_try_at, now())
     from due, exchange.webhook h where d.id = due.id and h.id = d.webhook_id
     returning d.id, d.event_id, d.kind, d.body, h.url, h.appid, h.cipher, h.algorithm, d.tries, d.first_try_at < now() - make_interval(hours => ${DELIVERY_HOURS}) as is_last`,
  );
}

async function seenOf(store: Store, by: Keeper, table: 'webhook' | 'delivery', id: string): Promise<string | undefined> {
  if (!/^\d{1,18}$/.test(id)) return undefined;
  const statement = table === 'webhook' ? 'select region_code from exchange.webhook where id = $1' : 'select region_code from exchange.delivery where id = $1';
  return (await store.within(by.scope, (tx) => tx.query<{ region_code: string }>(statement, [id])))[0]?.region_code;
}

function causeOf(status: number): string {
  if (status >= 300 && status < 400) return `对方要求转到别的地址（${status}），推送不跟随转址。请把推送地址改成最终地址。`;
  if (status === 401 || status === 403) return `对方拒绝（${status}）。请对方核对推送密钥和签名算法。`;
  if (status === 404 || status === 410) return `对方没有这个地址（${status}）。请核对推送地址。`;
  if (status === 429 || status >= 500) return `对方暂时收不下（${status}），会自动重试。`;
  return `对方没有收下（${status}）。请对方查看接收日志。`;
}

function hookPlace(appid: string): string {
  return `exchange.webhook:${appid}`;
}
