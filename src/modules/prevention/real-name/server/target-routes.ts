import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Keeper } from '#modules/office/integration/server/index.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { OutboundRow } from '#modules/office/integration/domain/index.ts';
import { record } from '#platform/audit/index.ts';
import type { Tx } from '#platform/db/index.ts';
import { replyRefusal, requireSignedIn, type SignedIn } from '#platform/http/index.ts';
import { DELIVERY_STATES, type DeliveryState, PROFILES } from '../domain/index.ts';
import type { DeliveryView } from '../domain/wire.ts';
import type { Deliveries, DeliveryDeps } from './deliver.ts';
import { compareTarget } from './differences.ts';
import type { Targets } from './targets.ts';

const id = z.string().regex(/^\d{1,18}$/);
const state = z.enum(['queued', 'sent', 'waiting', 'asking', 'done', 'failed']);
const one = { params: z.object({ id }) };
const PAGE = 50;

export interface TargetRoutesOptions extends DeliveryDeps {
  readonly targets: Targets;
  readonly deliveries: Deliveries;
}

/**
 * 上级平台, 投递, 回执, 差异 for the operations desk (对接管理). Whoever enters records sees what became of them above; targets, and
 * what leaves for them, are in the hands of whoever keeps the connections.
 */
export function targetRoutes(options: TargetRoutesOptions): FastifyPluginAsyncZod {
  const { store, targets, deliveries } = options;
  return async (app) => {
    const see = { onRequest: requireSignedIn('import.records') };
    const keep = { onRequest: requireSignedIn('integration.manage') };
    app.get('/api/integration/real-name/profiles', see, async () => ({
      items: Object.values(PROFILES).map(({ id: key, name, paths }) => ({ id: key, name, paths })),
    }));
    app.get('/api/integration/real-name/targets', see, async (request) => ({ items: await targets.list(keeper(request.signedIn)) }));
    app.post(
      '/api/integration/real-name/targets',
      {
        ...keep,
        schema: {
          body: z.object({
            name: z.string(),
            url: z.string().max(500),
            profile: z.string(),
            appid: z.string(),
            secret: z.string(),
            corpSecret: z.string().optional(),
          }),
        },
      },
      async (request, reply) => answer(reply, await targets.create(keeper(request.signedIn), request.body)),
    );
    app.post(
      '/api/integration/real-name/targets/:id/projects',
      { ...keep, schema: { ...one, body: z.object({ projectId: id, theirCode: z.string() }) } },
      async (request, reply) =>
        answer(reply, await targets.addProject(keeper(request.signedIn), request.params.id, request.body.projectId, request.body.theirCode)),
    );
    app.post(
      '/api/integration/real-name/targets/:id/disabled',
      { ...keep, schema: { ...one, body: z.object({ disabled: z.boolean() }) } },
      async (request, reply) => answer(reply, await targets.setDisabled(keeper(request.signedIn), request.params.id, request.body.disabled)),
    );
    app.post(
      '/api/integration/real-name/enterprises/:id/credit-code',
      { ...keep, schema: { ...one, body: z.object({ code: z.string().max(40) }) } },
      async (request, reply) => answer(reply, await targets.enterCode(keeper(request.signedIn), request.params.id, request.body.code)),
    );
    app.post('/api/integration/real-name/targets/:id/push', { ...keep, schema: one }, async (request, reply) => {
      const own = (await targets.list(keeper(request.signedIn))).some((target) => target.id === request.params.id);
      if (!own) return replyRefusal(reply, { code: 'target-not-found', says: '没有找到这个上级平台，或不归您管理。请返回列表重新选择。' });
      return { queued: await deliveries.plan(request.params.id) };
    });
    app.post('/api/integration/real-name/targets/:id/compare', { ...keep, schema: one }, async (request, reply) => {
      const found = await compareTarget(options, keeper(request.signedIn), request.params.id);
      return found.ok ? { items: found.value } : replyRefusal(reply, found.refusal);
    });
    app.get('/api/integration/real-name/targets/:id/differences', { ...see, schema: one }, async (request) => ({
      items: await store.reading(request.signedIn.scope, (tx) =>
        tx.query(
          `select d.project_id as "projectId", p.name as "projectName", d.kind, d.key, d.shown, d.ours, d.theirs, d.seen_at as "seenAt"
           from exchange.real_name_difference d join prevention.project p on p.id = d.project_id where d.target_id = $1 order by d.project_id, d.id limit 5000`,
          [request.params.id],
        ),
      ),
    }));
    app.get(
      '/api/integration/real-name/deliveries',
      {
        ...see,
        schema: { querystring: z.object({ target: id.optional(), state: state.optional(), page: z.coerce.number().int().min(1).max(100_000).default(1) }) },
      },
      async (request) => listDeliveries(options, request.signedIn, request.query),
    );
    app.post('/api/integration/real-name/deliveries/:id/retry', { ...keep, schema: one }, async (request, reply) =>
      answer(reply, await retryDelivery(options, keeper(request.signedIn), request.params.id)),
    );
  };
}

async function listDeliveries(
  { store }: DeliveryDeps,
  by: SignedIn,
  asked: { readonly target?: string | undefined; readonly state?: DeliveryState | undefined; readonly page: number },
): Promise<{ readonly items: readonly DeliveryView[]; readonly total: number }> {
  return store.reading(by.scope, async (tx) => {
    const where = 'where ($1::bigint is null or d.target_id = $1) and ($2::text is null or d.state = $2)';
    const values = [asked.target ?? null, asked.state ?? null];
    const [counted] = await tx.query<{ total: number }>(`select count(*)::int as total from exchange.real_name_delivery d ${where}`, values);
    const rows = await tx.query<Omit<DeliveryView, 'stateName'>>(
      `select d.id, d.target_id as "targetId", exchange.real_name_target_name(d.target_id) as "targetName", d.project_id as "projectId", p.name as "projectName", d.method, d.state, d.attempts, d.serial, d.code, d.says, d.receipt,
         case when d.key ~ '^(worker|entry|contract):[0-9]+' then (select r.name from prevention.roster_entry r
           where r.project_id = d.project_id and r.person_id = split_part(d.key, ':', 2)::bigint order by r.id desc limit 1) end as person,
         d.created_at as "createdAt", d.sent_at as "sentAt", d.settled_at as "settledAt", d.next_try_at as "nextTryAt"
       from exchange.real_name_delivery d join prevention.project p on p.id = d.project_id ${where} order by d.id desc limit ${PAGE} offset $3`,
      [...values, (asked.page - 1) * PAGE],
    );
    return { items: rows.map((row) => ({ ...row, stateName: DELIVERY_STATES[row.state] })), total: counted?.total ?? 0 };
  });
}

/** Deliveries that wait or failed, beside what else goes out; the newest first. */
export async function unsettledDeliveries(tx: Tx, state: OutboundRow['state'] | undefined): Promise<readonly OutboundRow[]> {
  if (state === 'delivered' || state === 'unknown') return [];
  const rows = await tx.query<{
    id: string;
    method: string;
    project_name: string;
    target_name: string;
    state: DeliveryState;
    attempts: number;
    says: string | null;
    created_at: Date;
    next_try_at: Date;
    keeps: boolean;
  }>(
    `select d.id, exists (select from exchange.real_name_target t where t.id = d.target_id) as keeps, d.method, p.name as project_name, exchange.real_name_target_name(d.target_id) as target_name, d.state, d.attempts, d.says, d.created_at, d.next_try_at
     from exchange.real_name_delivery d join prevention.project p on p.id = d.project_id
     where d.state <> 'done' and ($1::text is null or (d.state = 'failed') = ($1 = 'parked')) order by d.id desc limit ${PAGE}`,
    [state ?? null],
  );
  return rows.map((row) => ({
    kind: 'real-name',
    id: row.id,
    what: `${row.method} ${row.project_name}`,
    to: row.target_name,
    state: row.state === 'failed' ? 'parked' : 'waiting',
    tries: row.attempts,
    cause: row.says,
    at: row.created_at.toISOString(),
    nextTryAt: row.state === 'failed' ? null : row.next_try_at.toISOString(),
    again: row.keeps ? 'send' : null,
    next: row.keeps ? null : { says: '由主管部门对接，请联系主管部门重送。', link: null },
  }));
}

/** A failed one once more, with a new envelope; one on its way at once instead of later. Asked by whoever keeps the target. */
export async function retryDelivery({ store }: Pick<DeliveryDeps, 'store'>, by: Keeper, deliveryId: string): Promise<Result<null>> {
  const seen = await store.within(by.scope, (tx) =>
    tx.query<{ state: DeliveryState; keeps: boolean; is_old: boolean }>(
      `select d.state, exists (select from exchange.real_name_target t where t.id = d.target_id) as keeps,
         exists (select from exchange.real_name_delivery n where n.target_id = d.target_id and n.project_id = d.project_id and n.key = d.key and n.id > d.id) as is_old
       from exchange.real_name_delivery d where d.id = $1`,
      [deliveryId],
    ),
  );
  const [row] = seen;
  if (row === undefined) return refuse({ code: 'delivery-not-found', says: '没有找到这条上报，或不归您管理。请返回列表重新选择。' });
  if (!row.keeps) return refuse({ code: 'target-not-allowed', says: '这个上级平台由主管部门对接，请联系主管部门重送。' });
  if (row.state === 'done') return refuse({ code: 'delivery-done', says: '这条已经送达，不用再发。' });
  if (row.is_old) return refuse({ code: 'delivery-superseded', says: '之后又有更新的内容上报，再发这条会把新的盖掉。请查看同一对象最新的一条。' });
  await store.within({ role: 'app_job' }, async (tx) => {
    // Where it may have arrived, it is asked for before it is sent.
    await tx.query(
      `update exchange.real_name_delivery set state = case when state = 'failed' then 'queued' else state end, next_try_at = now(), settled_at = null,
         request_cipher = case when state = 'failed' then null else request_cipher end where id = $1`,
      [deliveryId],
    );
    await record(tx, { by, action: 'delivery.retried', object: `delivery:${deliveryId}`, region: by.regionCode });
  });
  return ok(null);
}

function keeper(by: SignedIn): Keeper {
  return { accountId: by.accountId, name: by.name, role: by.role, regionCode: by.regionCode, enterpriseId: by.enterpriseId, scope: by.scope };
}

function answer<T>(reply: Parameters<typeof replyRefusal>[0], result: Result<T>): T | object | Parameters<typeof replyRefusal>[0] {
  return result.ok ? (result.value ?? {}) : replyRefusal(reply, result.refusal);
}
