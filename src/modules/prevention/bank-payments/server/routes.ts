import multipart from '@fastify/multipart';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { civilMonth } from '#kernel/civil-date.ts';
import type { Refusal, Result } from '#kernel/result.ts';
import { record } from '#platform/audit/index.ts';
import { notFound, replyRefusal, requireSignedIn, type SignedIn } from '#platform/http/index.ts';
import { findLayout } from '../domain/index.ts';
import type { BatchPage } from '../domain/wire.ts';
import { approve, cancel, check, decide, dropLines, handInAgain, makeBatch, markReconciled, sendBack, submit } from './batches.ts';
import { once } from './commands.ts';
import { type FileFault, fileOf, RESULT_FILE_BYTES, takeResultFile } from './files.ts';
import type { BankPorts } from './ports.ts';
import { receiptFile, receiptsOf } from './receipts.ts';
import { explain } from './reconciling.ts';
import { askNext } from './sending.ts';
import { batchPage, listBatches, payableMonths } from './views.ts';

export interface PaymentRoutes extends BankPorts {
  /** Banks a project's payroll can go to: those of its place and of its enterprise. */
  banksFor(projectId: string): Promise<BatchPage['banks']>;
  /** Work was added for the background. */
  wake(): void;
}

const id = z.string().regex(/^\d{1,18}$/);
const one = { params: z.object({ id }) };
const command = z.uuid();
const note = z.string().trim().min(2).max(500);
const states = z.enum(['draft', 'checked', 'approved', 'submitted', 'accepted', 'rejected', 'processing', 'partial', 'finished', 'reconciled', 'cancelled']);
const orNone = <T extends z.ZodType>(inner: T) => z.preprocess((value) => (value === '' ? undefined : value), inner.optional());

/** 工资代发 for people: an enterprise makes, checks, approves and sends; offices look. */
export function paymentRoutes(ports: PaymentRoutes): FastifyPluginAsync {
  return async (app) => {
    await app.register(multipart, { limits: { files: 1, fileSize: RESULT_FILE_BYTES, fields: 4, fieldSize: 200, parts: 6 } });
    await app.register(looking(ports));
    await app.register(making(ports));
    await app.register(deciding(ports));
  };
}

function looking(ports: PaymentRoutes): FastifyPluginAsyncZod {
  return async (app) => {
    app.addHook('onRequest', requireSignedIn('payment.see'));
    app.get(
      '/api/pay-batches',
      { schema: { querystring: z.object({ projectId: orNone(id), state: orNone(states), page: z.coerce.number().int().min(1).max(10_000).default(1) }) } },
      (request) => listBatches(ports, request.signedIn, request.query),
    );
    app.get('/api/pay-months', (request) => payableMonths(ports, request.signedIn));
    app.get('/api/pay-batches/:id', { schema: one }, (request, reply) => page(ports, request.signedIn, request.params.id, reply));
    app.get('/api/pay-batches/:id/receipts', { schema: one }, (request) => receiptsOf(ports, request.signedIn, request.params.id));
    app.get('/api/bank-receipts/:id/file', { schema: one }, async (request, reply) => {
      const file = await receiptFile(ports, request.signedIn, request.params.id);
      return file.ok ? download(reply, file.value.name, file.value.type, file.value.content) : replyRefusal(reply, file.refusal);
    });
  };
}

async function page(ports: PaymentRoutes, who: SignedIn, batchId: string, reply: FastifyReply): Promise<FastifyReply> {
  const [seen] = await ports.store.reading(who.scope, (tx) =>
    tx.query<{ project_id: string }>('select project_id from prevention.pay_batch where id = $1', [batchId]),
  );
  if (seen === undefined) return replyRefusal(reply, notFound());
  const found = await batchPage(ports, who, batchId, await ports.banksFor(seen.project_id));
  return found === undefined ? replyRefusal(reply, notFound()) : reply.send(found);
}

function making(ports: PaymentRoutes): FastifyPluginAsyncZod {
  return async (app) => {
    app.addHook('onRequest', requireSignedIn('payment.make'));
    const month = z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .transform(civilMonth);
    app.post(
      '/api/pay-batches',
      { schema: { body: z.strictObject({ commandId: command, projectId: id, month, people: z.array(id).min(1).max(20_000).optional() }) } },
      async (request, reply) => {
        const { commandId, ...order } = request.body;
        const made = await once(ports, request.signedIn, commandId, ['make', order], () => makeBatch(ports, request.signedIn, order));
        return made.ok ? reply.code(201).send(made.value) : replyRefusal(reply, made.refusal);
      },
    );
    const route = z.discriminatedUnion('by', [
      z.strictObject({ by: z.literal('link'), appid: z.string().regex(/^[0-9A-Za-z._-]{4,64}$/) }),
      z.strictObject({ by: z.literal('file'), layoutKey: z.string().max(40) }),
    ]);
    app.post('/api/pay-batches/:id/submit', { schema: { ...one, body: z.strictObject({ commandId: command, route }) } }, async (request, reply) => {
      const { commandId, route: to } = request.body;
      const sent = await once(ports, request.signedIn, commandId, ['submit', request.params.id, to], () =>
        submit(ports, request.signedIn, request.params.id, to),
      );
      ports.wake();
      return answer(ports, request.signedIn, request.params.id, reply, sent);
    });
    const steps = { check, cancel, 'send-back': sendBack, 'hand-in-again': handInAgain, reconcile: markReconciled } as const;
    for (const [name, step] of Object.entries(steps)) {
      app.post(`/api/pay-batches/:id/${name}`, { schema: one }, async (request, reply) => {
        const done = await step(ports, request.signedIn, request.params.id);
        if (name === 'hand-in-again') ports.wake();
        return answer(ports, request.signedIn, request.params.id, reply, done);
      });
    }
    app.post(
      '/api/pay-batches/:id/drop',
      { schema: { ...one, body: z.strictObject({ lines: z.array(z.number().int().min(1).max(1_000_000)).min(1).max(20_000) }) } },
      async (request, reply) =>
        answer(ports, request.signedIn, request.params.id, reply, await dropLines(ports, request.signedIn, request.params.id, request.body.lines)),
    );
    app.post('/api/pay-batches/:id/ask', { schema: one }, async (request, reply) => {
      const [seen] = await ports.store.reading(request.signedIn.scope, (tx) =>
        tx.query('select id from prevention.pay_batch where id = $1', [request.params.id]),
      );
      if (seen === undefined) return replyRefusal(reply, notFound());
      await askNext(ports, request.params.id);
      return page(ports, request.signedIn, request.params.id, reply);
    });
    app.get(
      '/api/pay-batches/:id/file',
      { schema: { ...one, querystring: z.object({ part: z.coerce.number().int().min(1).max(1_000).default(1) }) } },
      async (request, reply) => {
        const file = await fileOf(ports, request.signedIn, request.params.id, request.query.part);
        if (!file.ok) return replyRefusal(reply, withFields(file.refusal));
        void reply.header('x-parts', String(file.value.parts));
        return download(reply, file.value.name, file.value.type, file.value.content);
      },
    );
    app.post('/api/pay-batches/:id/result-file', { schema: one }, async (request, reply) => {
      let isRefunds = false;
      let file: { name: string; content: Buffer } | undefined;
      let tooLarge = false;
      for await (const part of request.parts()) {
        if (part.type === 'field') isRefunds ||= part.fieldname === 'kind' && part.value === 'refunds';
        else {
          const chunks: Buffer[] = [];
          for await (const chunk of part.file) chunks.push(chunk);
          tooLarge ||= part.file.truncated;
          file = { name: (part.filename.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').slice(0, 200), content: Buffer.concat(chunks) };
        }
      }
      if (tooLarge) return replyRefusal(reply, { code: 'result-file-too-large', says: '文件超过 8 MB，没有收。一次传一批的回盘。' });
      if (file === undefined || file.content.length === 0)
        return replyRefusal(reply, { code: 'bad-request', says: '没有收到文件，或文件是空的。选好文件再传。' });
      const taken = await takeResultFile(ports, request.signedIn, request.params.id, { ...file, isRefunds });
      return taken.ok ? reply.send(taken.value) : replyRefusal(reply, withFields(taken.refusal));
    });
  };
}

function deciding(ports: PaymentRoutes): FastifyPluginAsyncZod {
  return async (app) => {
    app.addHook('onRequest', requireSignedIn('payment.approve'));
    app.post('/api/pay-batches/:id/approve', { schema: one }, async (request, reply) =>
      answer(ports, request.signedIn, request.params.id, reply, await approve(ports, request.signedIn, request.params.id)),
    );
    app.post('/api/pay-batches/:id/decide', { schema: { ...one, body: z.strictObject({ finding: z.string().max(60), note }) } }, async (request, reply) =>
      answer(
        ports,
        request.signedIn,
        request.params.id,
        reply,
        await decide(ports, request.signedIn, request.params.id, request.body.finding, request.body.note),
      ),
    );
    app.post('/api/bank-differences/:id/explain', { schema: { ...one, body: z.strictObject({ note }) } }, async (request, reply) => {
      const done = await explain(ports, request.signedIn, request.params.id, request.body.note);
      return done.ok ? reply.code(204).send() : replyRefusal(reply, done.refusal);
    });
    app.post(
      '/api/pay-layouts/:key',
      { schema: { params: z.object({ key: z.string().max(40) }), body: z.strictObject({ branch: z.string().trim().min(4).max(100) }) } },
      async (request, reply) => {
        const who = request.signedIn;
        const layout = findLayout(request.params.key);
        if (layout === undefined || who.enterpriseId === null) return replyRefusal(reply, { code: 'layout-not-found', says: '没有这种文件格式，重新选一种。' });
        await ports.store.within(who.scope, async (tx) => {
          await tx.query('delete from prevention.pay_layout where enterprise_id = $1 and layout_key = $2', [who.enterpriseId, layout.key]);
          await tx.query('insert into prevention.pay_layout (enterprise_id, layout_key, confirmed_by, confirmed_by_name, branch) values ($1, $2, $3, $4, $5)', [
            who.enterpriseId,
            layout.key,
            who.accountId,
            who.name,
            request.body.branch,
          ]);
          await record(tx, { by: who, action: 'pay-layout.confirmed', object: `pay-layout:${layout.key}`, detail: { branch: request.body.branch } });
        });
        return reply.code(204).send();
      },
    );
  };
}

async function answer(ports: PaymentRoutes, who: SignedIn, batchId: string, reply: FastifyReply, done: Result<null, Refusal>): Promise<FastifyReply> {
  return done.ok ? page(ports, who, batchId, reply) : replyRefusal(reply, done.refusal);
}

function withFields(refusal: FileFault) {
  return {
    code: refusal.code,
    says: refusal.says,
    ...(refusal.faults && {
      fields: refusal.faults.map((fault) => ({ path: fault.path, says: fault.value === '' ? fault.says : `“${fault.value}”${fault.says}` })),
    }),
  };
}

function download(reply: FastifyReply, name: string, type: string, content: Buffer): FastifyReply {
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('cache-control', 'no-store')
    .send(content);
}
