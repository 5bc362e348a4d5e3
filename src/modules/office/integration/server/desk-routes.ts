import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { parseCivilDate } from '#kernel/civil-date.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Store, Tx } from '#platform/db/index.ts';
import { notFound, replyRefusal, requireSignedIn } from '#platform/http/index.ts';
import {
  API_SCOPES,
  type AppFeedRow,
  type AppHeard,
  type Channel,
  type ChannelSettings,
  EVENT_KINDS,
  type FreshnessRow,
  isApiScope,
  type OutboundRow,
} from '../domain/index.ts';
import { type Named, readApps, readDeliveries, readFailures, readHeard, readMessage, readMessages, readWebhooks } from './desk-store.ts';
import type { Integration, Keeper, OpenApp } from './service.ts';
import type { Webhooks } from './webhooks.ts';

/** Sends a kept inbound message through its channel once more, as the app that sent it. Answers what came of it, in Chinese. */
export type Replay = (app: OpenApp, message: { readonly method: string; readonly body: string }) => Promise<Result<string>>;

/** Another part's queue of what goes out: its rows beside the webhooks, and a way to send one again. */
export interface OutboundQueue {
  readonly kind: string;
  rows(tx: Tx, state: OutboundRow['state'] | undefined): Promise<readonly OutboundRow[]>;
  replay(by: Keeper, id: string): Promise<Result<null>>;
}

export interface IntegrationDesk {
  readonly store: Store;
  readonly integration: Integration;
  readonly webhooks: Webhooks;
  readonly replays: Readonly<Record<Channel, Replay>>;
  readonly queues: readonly OutboundQueue[];
  /** What may be set for an app of each channel; each channel says it. */
  readonly settings: ChannelSettings;
  /** Names of enterprises and projects. */
  readonly named: (tx: Tx, enterprises: readonly string[], projects: readonly string[]) => Promise<Named>;
  /** Where a project lies and whose it is; of an enterprise without a project, its own place. */
  readonly placeOf: (by: Keeper, projectId: string | null) => Promise<{ readonly regionCode: string; readonly enterpriseId: string | null } | undefined>;
  readonly freshness: (tx: Tx, filter: { readonly after: string; readonly limit: number; readonly q: string }) => Promise<readonly FreshnessRow[]>;
  /** How long each has been silent, and the warning about it. */
  readonly appFeeds: (tx: Tx, heard: readonly AppHeard[]) => Promise<readonly AppFeedRow[]>;
}

const id = z.string().regex(/^\d{1,18}$/);
const appid = z.string().regex(/^[0-9A-Za-z._-]{4,64}$/);
const channel = z.enum(['real-name', 'device', 'bank', 'open-api']);
const day = z.string().refine((text) => parseCivilDate(text) !== null, '日期写成 2026-10-31 的样子');
/** An empty field of a form does not filter. */
const orNone = <T extends z.ZodType>(schema: T) => z.preprocess((text) => (text === '' ? undefined : text), schema.optional());
const plain = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^\P{Cc}*$/u, '不能含控制字符');

const MESSAGES = z.object({
  app: orNone(appid),
  channel: orNone(channel),
  direction: orNone(z.enum(['in', 'out'])),
  method: orNone(plain(100)),
  outcome: orNone(z.enum(['ok', 'refused', 'failed', 'unknown', 'not-ok'])),
  code: orNone(plain(60)),
  from: orNone(day),
  until: orNone(day),
  serial: orNone(id),
  before: orNone(id),
});
const ipList = z.array(z.string().trim().max(43)).max(50);
const scopes = z.array(z.string().refine(isApiScope, '没有这项权限')).max(API_SCOPES.length);
const perMinute = z.number().int().min(1).max(100_000);
const NEW_APP = z.strictObject({
  channel,
  name: plain(100),
  appid: orNone(appid),
  projectId: id.nullable(),
  actsFor: z.enum(['place', 'enterprise']),
  ipList,
  perMinute,
  scopes,
});
const CHANGE = z.strictObject({ name: plain(100).optional(), ipList: ipList.optional(), perMinute: perMinute.optional(), scopes: scopes.optional() });
const SETTINGS = z.record(z.string().max(60), z.union([z.string().max(500), z.number(), z.boolean(), z.null()]));
const NEW_HOOK = z.strictObject({
  appid,
  url: z.string().trim().min(1).max(2_000),
  kinds: z.array(z.string().max(60)).min(1).max(40),
  algorithm: z.enum(['hmac-sha256', 'hmac-sm3']).default('hmac-sha256'),
});

/** 对接管理: apps and keys, messages, failures, what goes out, how fresh the data is. */
export function integrationRoutes(desk: IntegrationDesk): FastifyPluginAsync {
  const { store, integration, webhooks } = desk;
  return async (plainApp) => {
    const app = plainApp.withTypeProvider<ZodTypeProvider>();
    app.addHook('onRequest', requireSignedIn('integration.manage'));

    app.get('/api/integration/apps', async (request) => ({
      items: await store.reading(request.signedIn.scope, (tx) => readApps(tx, (enterprises, projects) => desk.named(tx, enterprises, projects), desk.settings)),
      mayActForPlace: request.signedIn.enterpriseId === null,
      fields: desk.settings,
    }));
    app.post('/api/integration/apps', { schema: { body: NEW_APP } }, async (request, reply) => {
      const { actsFor, projectId, ...form } = request.body;
      const place = await desk.placeOf(request.signedIn, projectId);
      if (place === undefined) return replyRefusal(reply, notFound('没有找到选定的项目，或不归您管理。请重新选择。'));
      const enterpriseId = request.signedIn.enterpriseId ?? (actsFor === 'enterprise' ? place.enterpriseId : null);
      if (actsFor === 'enterprise' && enterpriseId === null) {
        return replyRefusal(reply, { code: 'app-invalid', says: '代表企业的应用要选定项目：由项目的总包单位使用。请选择项目。' });
      }
      const { regionCode } = place;
      const made = await integration.createApp(request.signedIn, { ...form, projectId, enterpriseId, regionCode, settings: {} });
      return made.ok ? reply.code(201).header('cache-control', 'no-store').send(made.value) : replyRefusal(reply, made.refusal);
    });
    app.post(
      '/api/integration/apps/:appid/rotate',
      { schema: { params: z.object({ appid }), body: z.strictObject({ overlapHours: z.number().int().min(0).max(720) }) } },
      async (request, reply) => {
        const made = await integration.rotate(request.signedIn, request.params.appid, request.body.overlapHours);
        if (!made.ok) return replyRefusal(reply, made.refusal);
        return reply.header('cache-control', 'no-store').send({ appid: request.params.appid, secret: made.value.secret });
      },
    );
    app.post(
      '/api/integration/apps/:appid/state',
      { schema: { params: z.object({ appid }), body: z.strictObject({ disabled: z.boolean(), why: plain(500) }) } },
      async (request, reply) => {
        const { disabled, why } = request.body;
        if (disabled && why === '') return replyRefusal(reply, { code: 'app-invalid', says: '请写明停用的原因，方便以后查看。' });
        return done(reply, await integration.setDisabled(request.signedIn, request.params.appid, disabled, why));
      },
    );
    app.post('/api/integration/apps/:appid/change', { schema: { params: z.object({ appid }), body: CHANGE } }, async (request, reply) => {
      const { name, ipList: ips, perMinute: rate, scopes: may } = request.body;
      const change = {
        ...(name !== undefined && { name }),
        ...(ips && { ipList: ips }),
        ...(rate !== undefined && { perMinute: rate }),
        ...(may && { scopes: may }),
      };
      return done(reply, await integration.change(request.signedIn, request.params.appid, change));
    });

    app.post('/api/integration/apps/:appid/settings', { schema: { params: z.object({ appid }), body: SETTINGS } }, async (request, reply) =>
      done(reply, await integration.configure(request.signedIn, request.params.appid, desk.settings, request.body)),
    );

    app.get('/api/integration/messages', { schema: { querystring: MESSAGES } }, (request) =>
      store.reading(request.signedIn.scope, (tx) => readMessages(tx, request.query)),
    );
    app.get('/api/integration/messages/:id', { schema: { params: z.object({ id }) } }, async (request, reply) => {
      const found = await store.reading(request.signedIn.scope, (tx) => readMessage(tx, request.params.id));
      if (found === undefined) return replyRefusal(reply, notFound('没有找到这条消息，或不在您的管辖范围内。请返回列表重新选择。'));
      return found.page;
    });
    app.post('/api/integration/messages/:id/body', { schema: { params: z.object({ id }) } }, async (request, reply) => {
      const body = await integration.bodyOf(request.signedIn, request.params.id);
      return body.ok ? reply.header('cache-control', 'no-store').send({ body: body.value }) : replyRefusal(reply, body.refusal);
    });
    app.post('/api/integration/messages/:id/replay', { schema: { params: z.object({ id }) } }, async (request, reply) => {
      const replayed = await replay(desk, request.signedIn, request.params.id);
      return replayed.ok ? { says: replayed.value } : replyRefusal(reply, replayed.refusal);
    });
    app.get(
      '/api/integration/failures',
      { schema: { querystring: z.object({ days: z.coerce.number().int().min(1).max(31).default(7) }) } },
      async (request) => ({
        items: await store.reading(request.signedIn.scope, (tx) => readFailures(tx, request.query.days)),
      }),
    );

    app.get('/api/integration/webhooks', async (request) => ({ items: await store.reading(request.signedIn.scope, readWebhooks), kinds: EVENT_KINDS }));
    app.post('/api/integration/webhooks', { schema: { body: NEW_HOOK } }, async (request, reply) => {
      const added = await webhooks.add(request.signedIn, request.body);
      return added.ok ? reply.code(201).header('cache-control', 'no-store').send(added.value) : replyRefusal(reply, added.refusal);
    });
    app.post(
      '/api/integration/webhooks/:id/state',
      { schema: { params: z.object({ id }), body: z.strictObject({ ended: z.boolean() }) } },
      async (request, reply) => done(reply, await webhooks.setEnded(request.signedIn, request.params.id, request.body.ended)),
    );

    const OUTBOUND = z.object({ state: orNone(z.enum(['waiting', 'unknown', 'delivered', 'parked'])), before: orNone(id) });
    app.get('/api/integration/outbound', { schema: { querystring: OUTBOUND } }, (request) =>
      store.reading(request.signedIn.scope, async (tx) => {
        const { state, before } = request.query;
        const items: OutboundRow[] = [...(await readDeliveries(tx, state, before))];
        const next = items.length === 50 ? (items.at(-1)?.id ?? null) : null;
        // The other queues are shown whole on the first page: what waits or is parked there is little.
        if (before === undefined) for (const queue of desk.queues) items.unshift(...(await queue.rows(tx, state)));
        return { items, next };
      }),
    );
    app.post('/api/integration/outbound/:kind/:id/replay', { schema: { params: z.object({ kind: z.string().max(40), id }) } }, async (request, reply) => {
      const { kind, id: which } = request.params;
      if (kind === 'webhook') return done(reply, await webhooks.replay(request.signedIn, which));
      const queue = desk.queues.find((one) => one.kind === kind);
      return queue === undefined ? replyRefusal(reply, notFound()) : done(reply, await queue.replay(request.signedIn, which));
    });

    app.get('/api/integration/app-feeds', async (request) => ({
      items: await store.reading(request.signedIn.scope, async (tx) => desk.appFeeds(tx, await readHeard(tx))),
    }));
    const FRESHNESS = z.object({ after: id.default('0'), q: plain(60).default('') });
    app.get('/api/integration/freshness', { schema: { querystring: FRESHNESS } }, async (request) => {
      const limit = 20;
      const rows = await store.reading(request.signedIn.scope, (tx) => desk.freshness(tx, { ...request.query, limit: limit + 1 }));
      const items = rows.slice(0, limit);
      return { items, next: rows.length > limit ? (items.at(-1)?.projectId ?? null) : null };
    });
  };
}

function done(reply: FastifyReply, result: Result<null>): FastifyReply {
  return result.ok ? reply.code(204).send() : replyRefusal(reply, result.refusal);
}

/** Opens the kept body, which is noted, and sends it through its channel as the app it came from. */
async function replay(desk: IntegrationDesk, by: Keeper, messageId: string): Promise<Result<string>> {
  const found = await desk.store.reading(by.scope, (tx) => readMessage(tx, messageId));
  const no = (says: string): Result<string> => ({ ok: false, refusal: { code: 'replay-refused', says } });
  if (found === undefined) return { ok: false, refusal: notFound('没有找到这条消息，或不在您的管辖范围内。请返回列表重新选择。') };
  const { page } = found;
  if (page.noReplay !== null) return no(page.noReplay);
  const app = page.appid === null ? undefined : await desk.integration.findApp(page.appid);
  if (app === undefined) return no('发送的应用已停用或不在了，不能重放。请先启用应用。');
  const body = await desk.integration.bodyOf(by, messageId);
  if (!body.ok) return body;
  const began = performance.now();
  const outcome = await desk.replays[found.channel](app, { method: page.method, body: body.value });
  await desk.integration.log({
    appid: app.appid,
    channel: found.channel,
    direction: 'in',
    method: page.method,
    outcome: outcome.ok ? 'ok' : 'refused',
    code: outcome.ok ? 'replayed' : outcome.refusal.code,
    ...(!outcome.ok && { cause: outcome.refusal.says, cure: page.cure ?? '先解决失败的原因，再重放原来的消息。' }),
    tookMs: performance.now() - began,
    records: 0,
    projectId: page.projectId,
    regionCode: app.regionCode,
    enterpriseId: app.enterpriseId,
    replayOf: messageId,
  });
  return outcome.ok ? ok(outcome.value) : outcome;
}
