import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Result } from '#kernel/result.ts';
import { notFound, replyRefusal, requireSignedIn } from '#platform/http/index.ts';
import { WAITING_SHOWN } from './page.ts';
import type { Devices } from './service.ts';

const id = z.string().regex(/^\d{1,18}$/);
const appid = z.string().regex(/^[0-9A-Za-z._-]{4,64}$/);
const reason = z.string().trim().min(2, '请写明理由').max(500);

/** What people do with devices, and the two doors machines come in by. */
export function deviceRoutes(devices: Devices): FastifyPluginAsync {
  return async (app) => {
    await app.register(peoplesRoutes(devices));
    await app.register(machineRoutes(devices));
  };
}

function peoplesRoutes({ keeper, deciding, page }: Devices): FastifyPluginAsyncZod {
  const read = { preHandler: requireSignedIn() };
  const write = { preHandler: requireSignedIn('import.records') };
  return async (app) => {
    app.get('/api/projects/:id/devices', { ...read, schema: { params: z.object({ id }) } }, async (request, reply) => {
      const made = await page(request.signedIn, request.params.id);
      return made ?? replyRefusal(reply, notFound());
    });

    const device = z.object({
      serialNo: z.string().regex(/^[0-9A-Za-z._:-]{3,64}$/, '序列号用 3 至 64 位字母、数字、点、横线、冒号或下划线'),
      name: z.string().trim().min(2, '名称至少 2 个字').max(60),
      lat: z.number().min(-90).max(90).nullable().default(null),
      lng: z.number().min(-180).max(180).nullable().default(null),
      appid: appid.optional(),
    });
    app.post('/api/projects/:id/devices', { ...write, schema: { params: z.object({ id }), body: device } }, async (request, reply) => {
      const { lat, lng, ...rest } = request.body;
      const position = lat === null || lng === null ? null : { lat, lng };
      return answer(reply, await keeper.register(request.signedIn, request.params.id, { ...rest, position }));
    });

    const ending = z.object({ why: reason });
    app.post('/api/devices/:appid/revoke', { ...write, schema: { params: z.object({ appid }), body: ending } }, async (request, reply) =>
      answer(reply, await keeper.revoke(request.signedIn, request.params.appid, request.body.why)),
    );
    const renewing = z.object({ endsOldAfterHours: z.number().int().min(0).max(720).default(24) });
    app.post('/api/devices/:appid/key', { ...write, schema: { params: z.object({ appid }), body: renewing } }, async (request, reply) =>
      answer(reply, await keeper.renewKey(request.signedIn, request.params.appid, request.body.endsOldAfterHours)),
    );
    app.post('/api/devices/:appid/push', { ...write, schema: { params: z.object({ appid }), body: z.object({ open: z.boolean() }) } }, async (request, reply) =>
      answer(reply, await keeper.setPush(request.signedIn, request.params.appid, request.body.open)),
    );
    const code = z.object({ code: z.string().regex(/^[0-9A-Za-z_-]{1,32}$/), identity: z.string().max(40) });
    app.post('/api/projects/:id/device-codes', { ...write, schema: { params: z.object({ id }), body: code } }, async (request, reply) =>
      answer(reply, await keeper.setCode(request.signedIn, request.params.id, request.body.code, request.body.identity)),
    );

    const entry = z.object({ identity: z.string().max(40), at: z.string().max(40), direction: z.enum(['in', 'out', 'unknown']), why: reason });
    app.post('/api/projects/:id/manual-punches', { ...write, schema: { params: z.object({ id }), body: entry } }, async (request, reply) =>
      answer(reply, await deciding.enter(request.signedIn, request.params.id, request.body)),
    );
    const decision = z.object({ ids: z.array(id).min(1).max(WAITING_SHOWN), accept: z.boolean(), reason });
    app.post('/api/waiting-punches/decide', { ...write, schema: { body: decision } }, async (request, reply) =>
      answer(reply, await deciding.decide(request.signedIn, request.body.ids, request.body.accept, request.body.reason)),
    );
    app.post('/api/device-flags/:id/set-aside', { ...write, schema: { params: z.object({ id }), body: z.object({ reason }) } }, async (request, reply) =>
      answer(reply, await deciding.setAside(request.signedIn, request.params.id, request.body.reason)),
    );
  };
}

function answer<T>(reply: FastifyReply, result: Result<T>) {
  return result.ok ? reply.send(result.value ?? { ok: true }) : replyRefusal(reply, result.refusal);
}

/** Five thousand punches of some 200 bytes; nothing a device sends is larger. */
const BODY_LIMIT = 2 * 1024 * 1024;
const machine = { config: { machine: true }, bodyLimit: BODY_LIMIT };

function machineRoutes(devices: Devices): FastifyPluginAsync {
  return async (app) => {
    bodiesAsSent(app);

    app.get('/device/v1/time', { config: { machine: true } }, async () => ({ serverTime: devices.now().toISOString() }));

    app.post('/device/v1/punches', machine, async (request, reply) => {
      const done = await devices.door.punches({ method: 'POST', path: request.url, headers: request.headers, body: bodyOf(request), ip: request.ip });
      return done.ok ? done.value : replyRefusal(reply, done.refusal);
    });

    type Pushing = { Params: { secret: string }; Querystring: { SN?: string; table?: string } };
    const pushed = (request: FastifyRequest<Pushing>) => ({ secret: request.params.secret, serialNo: request.query.SN ?? '', ip: request.ip });
    const plain = (reply: FastifyReply, text: string) => reply.type('text/plain; charset=utf-8').send(text);
    const unknown = (reply: FastifyReply) => plain(reply.code(404), 'UNKNOWN DEVICE');

    app.get<Pushing>('/iclock/:secret/cdata', machine, async (request, reply) => {
      const options = await devices.door.options(pushed(request));
      return options === undefined ? unknown(reply) : plain(reply, options);
    });
    app.post<Pushing>('/iclock/:secret/cdata', machine, async (request, reply) => {
      if (request.query.table !== undefined && request.query.table !== 'ATTLOG') {
        // Photographs and operation logs are not wanted; a machine that hears no OK sends them for ever.
        return (await devices.door.options(pushed(request))) === undefined ? unknown(reply) : plain(reply, 'OK');
      }
      const done = await devices.door.attendanceLog(pushed(request), bodyOf(request).toString('utf8'));
      if (done === undefined) return unknown(reply);
      return done.ok ? plain(reply, `OK: ${done.value}`) : plain(reply.code(429), `ERROR: ${done.refusal.code}`);
    });
    app.get<Pushing>('/iclock/:secret/getrequest', machine, async (request, reply) =>
      (await devices.door.options(pushed(request))) === undefined ? unknown(reply) : plain(reply, 'OK'),
    );
    app.post<Pushing>('/iclock/:secret/devicecmd', machine, async (request, reply) =>
      (await devices.door.options(pushed(request))) === undefined ? unknown(reply) : plain(reply, 'OK'),
    );
  };
}

/** A signature is over the bytes as sent, whatever they call themselves. */
function bodiesAsSent(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

function bodyOf(request: FastifyRequest): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}
