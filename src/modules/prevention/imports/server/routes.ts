import multipart from '@fastify/multipart';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { civilMonth } from '#kernel/civil-date.ts';
import type { Result } from '#kernel/result.ts';
import { inMegabytes, LIMITS } from '#platform/exchange/index.ts';
import { replyRefusal, requireSignedIn } from '#platform/http/index.ts';
import { IMPORT_KINDS, KIND_NAMES } from '../domain/index.ts';
import type { Imports } from './service.ts';

const id = z.string().regex(/^\d{1,18}$/);
const kind = z.enum(['ledger', 'roster', 'attendance', 'payroll', 'flows']);
const state = z.enum(['reading', 'needs-mapping', 'checked', 'importing', 'done', 'failed', 'cancelled', 'undone']);
const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .transform(civilMonth);
const page = z.coerce.number().int().min(1).max(100_000).default(1);
/** An empty choice in the address means no choice. */
const orNone = <T extends z.ZodType>(inner: T) => z.preprocess((value) => (value === '' ? undefined : value), inner.optional());
const one = { params: z.object({ id }) };
const paged = { ...one, querystring: z.object({ page }) };

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Sending files, watching them being read, and deciding about them. */
export function importRoutes(imports: Imports): FastifyPluginAsync {
  return async (app) => {
    await app.register(multipart, { limits: { files: 1, fileSize: LIMITS.fileBytes, fields: 6, fieldSize: 1_000, parts: 8 } });
    await app.register(sending(imports));
    await app.register(deciding(imports));
  };
}

function sending(imports: Imports): FastifyPluginAsyncZod {
  return async (app) => {
    app.addHook('onRequest', requireSignedIn());
    app.post('/api/imports', async (request, reply) => {
      const fields = new Map<string, string>();
      let file: { name: string; content: Buffer } | undefined;
      let tooLarge = false;
      for await (const part of request.parts()) {
        if (part.type === 'field') fields.set(part.fieldname, String(part.value ?? ''));
        else {
          // Taken in chunks, so that a file over the limit stops being kept where it exceeds it.
          const chunks: Buffer[] = [];
          for await (const chunk of part.file) chunks.push(chunk);
          tooLarge ||= part.file.truncated;
          file = { name: part.filename, content: Buffer.concat(chunks) };
        }
      }
      if (tooLarge)
        return replyRefusal(reply, { code: 'import-file-too-large', says: `文件超过 ${inMegabytes(LIMITS.fileBytes)}。请按项目或月份分成几个文件再上传。` });
      if (file === undefined) return replyRefusal(reply, { code: 'bad-request', says: '没有收到文件。请选择文件后再上传。' });
      const wanted = kind.safeParse(fields.get('kind'));
      const project = id.safeParse(fields.get('projectId'));
      const ofMonth = month.safeParse(fields.get('month'));
      const received = await imports.upload(request.signedIn, {
        ...file,
        kind: wanted.data ?? null,
        projectId: project.data ?? null,
        month: ofMonth.data ?? null,
      });
      return received.ok ? reply.code(201).send(received.value) : replyRefusal(reply, received.refusal);
    });
    app.get('/api/imports', { schema: { querystring: z.object({ state: orNone(state), kind: orNone(kind), page }) } }, (request) =>
      imports.list(request.signedIn, request.query),
    );
    app.get('/api/imports/:id', { schema: one }, async (request, reply) => answer(reply, await imports.view(request.signedIn, request.params.id)));
    app.get('/api/imports/:id/preview', { schema: one }, async (request, reply) => answer(reply, await imports.preview(request.signedIn, request.params.id)));
    app.get('/api/imports/:id/errors', { schema: paged }, async (request, reply) =>
      answer(reply, await imports.errors(request.signedIn, request.params.id, request.query.page)),
    );
    app.get('/api/imports/:id/errors.xlsx', { schema: one }, async (request, reply) => {
      const made = await imports.errorsWorkbook(request.signedIn, request.params.id);
      return made.ok ? workbook(reply, made.value.name, made.value.content) : replyRefusal(reply, made.refusal);
    });
    for (const each of IMPORT_KINDS) {
      app.get(`/api/import-templates/${each}.xlsx`, async (_request, reply) => workbook(reply, `${KIND_NAMES[each]}模板.xlsx`, await imports.template(each)));
    }
  };
}

function deciding(imports: Imports): FastifyPluginAsyncZod {
  return async (app) => {
    app.addHook('onRequest', requireSignedIn());
    const mapping = z.object({
      columns: z
        .array(z.object({ column: z.number().int().min(0).max(LIMITS.columns), field: z.string().max(40).nullable() }))
        .max(LIMITS.columns)
        .default([]),
      kind: kind.optional(),
      month: month.optional(),
      projectId: id.optional(),
    });
    app.post('/api/imports/:id/mapping', { schema: { ...one, body: mapping } }, async (request, reply) =>
      answer(reply, await imports.chooseMapping(request.signedIn, request.params.id, request.body)),
    );
    app.post('/api/imports/:id/confirm', { schema: { ...one, body: z.object({ acceptValidRowsOnly: z.boolean().default(false) }) } }, async (request, reply) =>
      answer(reply, await imports.confirm(request.signedIn, request.params.id, request.body.acceptValidRowsOnly)),
    );
    app.post('/api/imports/:id/cancel', { schema: one }, async (request, reply) => answer(reply, await imports.cancel(request.signedIn, request.params.id)));
    app.post('/api/imports/:id/undo', { schema: { ...one, body: z.object({ reason: z.string().trim().min(2).max(500) }) } }, async (request, reply) =>
      answer(reply, await imports.undo(request.signedIn, request.params.id, request.body.reason)),
    );
  };
}

function answer<T>(reply: FastifyReply, result: Result<T>): FastifyReply {
  return result.ok ? reply.send(result.value) : replyRefusal(reply, result.refusal);
}

function workbook(reply: FastifyReply, name: string, content: Buffer): FastifyReply {
  return reply
    .type(XLSX)
    .header('content-disposition', `attachment; filename="import.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('cache-control', 'no-store')
    .send(content);
}
