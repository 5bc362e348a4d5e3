import type { FastifyPluginAsync } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Clock } from '#platform/clock.ts';
import type { Store } from '#platform/db/index.ts';
import { notFound, replyRefusal, requireSignedIn, type SignedIn } from '#platform/http/index.ts';
import { type ContactView, isChannel, type NoticePage, type Outbox, PERSONAL_CHANNELS, shownText, WANTED_KINDS } from '../domain/index.ts';
import type { Contacts } from './contacts.ts';
import { markRead, messageRow, type OutboxRow, readNotices, readOutbox, unreadCount } from './notices.ts';
import { receiptsIn } from './receipts.ts';
import type { Notifications } from './service.ts';

export interface NotificationRoutes {
  readonly store: Store;
  readonly clock: Clock;
  readonly notifications: Notifications;
  readonly contacts: Contacts;
}

const PAGED = { page: z.coerce.number().int().min(1).max(500).default(1), size: z.coerce.number().int().min(1).max(100).default(20) };
const ids = z.array(z.string().regex(/^\d{1,18}$/)).max(200);
const channel = z.object({ channel: z.enum(PERSONAL_CHANNELS) });

/** The bell, the ways a person is reached, the outbox, and where receipts arrive. */
export function notificationRoutes(parts: NotificationRoutes): FastifyPluginAsync {
  return async (app) => {
    await app.register(noticeRoutes(parts));
    await app.register(contactRoutes(parts));
    await app.register(outboxRoutes(parts));
  };
}

const own = (who: SignedIn) => ({ role: 'app_person', accountId: who.accountId }) as const;

function noticeRoutes({ store, clock }: NotificationRoutes): FastifyPluginAsyncZod {
  return async (app) => {
    const signedIn = { preHandler: requireSignedIn() };
    const query = z.object({ unread: z.enum(['0', '1']).default('0'), ...PAGED });
    app.get('/api/notices', { ...signedIn, schema: { querystring: query } }, (request): Promise<NoticePage> => {
      const { unread, page, size } = request.query;
      return store.reading(own(request.signedIn), (tx) => readNotices(tx, unread === '1', page, size));
    });
    app.post('/api/notices/read', { ...signedIn, schema: { body: z.object({ ids: z.union([ids, z.literal('all')]) }) } }, (request) =>
      store.within(own(request.signedIn), async (tx) => {
        await markRead(tx, request.body.ids, clock.now());
        return { unread: await unreadCount(tx) };
      }),
    );
  };
}

function contactRoutes({ contacts }: NotificationRoutes): FastifyPluginAsyncZod {
  return async (app) => {
    const signedIn = { preHandler: requireSignedIn() };
    app.get(
      '/api/me/contacts',
      signedIn,
      async (request): Promise<{ readonly items: readonly ContactView[] }> => ({ items: await contacts.list(request.signedIn) }),
    );

    const change = z.object({
      address: z.string().trim().min(1).max(200).optional(),
      wants: z.array(z.enum(WANTED_KINDS)).max(3),
      consent: z.literal(true, '要本人同意才能发。请先勾选同意。'),
    });
    app.post('/api/me/contacts/:channel', { ...signedIn, schema: { params: channel, body: change } }, async (request, reply) => {
      const answer = await contacts.change(request.signedIn, request.params.channel, request.body);
      return answer.ok ? reply.code(204).send() : replyRefusal(reply, answer.refusal);
    });
    app.post(
      '/api/me/contacts/:channel/verify',
      { ...signedIn, schema: { params: channel, body: z.object({ code: z.string().max(20) }) } },
      async (request, reply) => {
        const answer = await contacts.verify(request.signedIn, request.params.channel, request.body.code);
        return answer.ok ? reply.code(204).send() : replyRefusal(reply, answer.refusal);
      },
    );
    app.post('/api/me/contacts/:channel/withdraw', { ...signedIn, schema: { params: channel } }, async (request, reply) => {
      const answer = await contacts.withdraw(request.signedIn, request.params.channel);
      return answer.ok ? reply.code(204).send() : replyRefusal(reply, answer.refusal);
    });
  };
}

function outboxRoutes({ store, notifications }: NotificationRoutes): FastifyPluginAsyncZod {
  const templates = new Map(notifications.channels.templates.map((one) => [`${one.channel}/${one.kind}`, one]));
  const wouldShow = (row: OutboxRow) => {
    const template = templates.get(`${row.channel}/${row.kind}`);
    return template === undefined ? '' : shownText(template, { matters: row.matters, reference: row.reference, code: row.kind === 'code' ? '' : null, at: '' });
  };
  return async (app) => {
    const query = z.object({
      channel: z
        .string()
        .refine((text) => text === '' || isChannel(text), '没有这个通道')
        .default(''),
      state: z.enum(['', 'queued', 'sent', 'unknown', 'delivered', 'failed']).default(''),
      ...PAGED,
    });
    app.get('/api/outbox', { preHandler: requireSignedIn('account.manage'), schema: { querystring: query } }, async (request): Promise<Outbox> => {
      const { channel: only, state, page, size } = request.query;
      const { rows, total } = await store.reading(request.signedIn.scope, (tx) => readOutbox(tx, only, state, page, size));
      return { items: rows.map((row) => messageRow(row, wouldShow)), total, page, size, connected: [...notifications.channels.adapters.keys()] };
    });

    const secretAddress = z.object({ channel: z.string().max(30), token: z.string().max(200) });
    app.post(
      '/api/receipts/:channel/:token',
      { schema: { params: secretAddress, body: z.unknown() }, config: { machine: true, rateLimit: { max: 600, timeWindow: '1 minute' } } },
      async (request, reply) => {
        const { channel: from, token } = request.params;
        const taken = isChannel(from) ? await notifications.receipts(from, token, receiptsIn(request.body)) : undefined;
        if (taken === undefined) return replyRefusal(reply, notFound('没有这个回执地址。'));
        // The words the vendors wait for; without them they send again.
        return { code: 0, msg: '接收成功', result: 0, errmsg: 'OK' };
      },
    );
  };
}
