import multipart from '@fastify/multipart';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { civilMonth } from '#kernel/civil-date.ts';
import type { Result } from '#kernel/result.ts';
import { DOCUMENT_LIMITS } from '#platform/documents/index.ts';
import { notFound, replyRefusal, requireSignedIn } from '#platform/http/index.ts';
import { DOCUMENT_KINDS, findKind } from '../domain/index.ts';
import { ownTemplate } from './contents.ts';
import { changeOrgan, organPage } from './organs.ts';
import type { DocumentServices } from './ports.ts';
import { draftOf, kindView } from './preparing.ts';
import { documents } from './service.ts';
import { documentView, listDocuments } from './store.ts';
import { listTemplates, takeTemplate, templateInForce } from './templates.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const id = z.string().regex(/^\d{1,18}$/);
const code = z.string().regex(/^[a-z-]{1,60}$/);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const words = (longest: number) => z.string().trim().max(longest);
const reason = words(500).min(2);
const given = z.record(words(60), z.string().max(5_000)).refine((fields) => Object.keys(fields).length <= 60, '填写的项太多');
const one = z.object({ id });
const ofKind = z.object({ kind: code });
const NEW = z.object({ kind: code, projectId: id.nullable(), month: month.nullable(), team: words(60).nullable(), given, unmask: z.boolean().default(false) });
const FILTER = z.object({
  kind: z.string().max(60).default(''),
  project: z
    .string()
    .regex(/^\d{0,18}$/)
    .default(''),
  q: words(60).default(''),
  state: z.enum(['', 'to-serve']).default(''),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});
const SERVICE = z.object({
  manner: words(20),
  doneOn: words(10),
  receiver: words(100).default(''),
  witness: words(100).default(''),
  place: words(200).default(''),
  proof: words(300).default(''),
  consent: words(100).default(''),
  replaces: id.nullable().default(null),
});
const texts = z.record(words(60), words(300));
const ORGAN = z.object({
  name: words(60).min(2),
  word: words(20).min(1),
  address: words(200).default(''),
  phone: words(60).default(''),
  channels: texts.default({}),
  patterns: texts.default({}),
});

export interface DocumentRoutes extends DocumentServices {
  /** Where people reach the product, when it is known; else as they reached it. */
  readonly publicUrl: string | undefined;
}

/** Documents, their versions, files and service; templates and the office's own entry. */
export function documentRoutes(services: DocumentRoutes): FastifyPluginAsync {
  return async (app) => {
    await app.register(multipart, { limits: { files: 1, fileSize: DOCUMENT_LIMITS.fileBytes, fields: 2, fieldSize: 1_000, parts: 4 } });
    await app.register(making(services));
    await app.register(keeping(services));
    await app.register(templates(services));
  };
}

function making(services: DocumentRoutes): FastifyPluginAsyncZod {
  const service = documents(services);
  const originOf = (request: FastifyRequest) => services.publicUrl ?? `${request.protocol}://${request.host}`;
  const make = { preHandler: requireSignedIn('document.make') };
  return async (app) => {
    app.get('/api/document-kinds', { preHandler: requireSignedIn() }, async (request) => ({
      items: DOCUMENT_KINDS.map((kind) => kindView(kind, request.signedIn)),
    }));
    const draft = z.object({
      project: z
        .string()
        .regex(/^\d{0,18}$/)
        .default(''),
      month: month.optional(),
      team: words(60).optional(),
    });
    app.get('/api/document-drafts/:kind', { ...make, schema: { params: ofKind, querystring: draft } }, async (request, reply) => {
      const { project, month: ofMonth, team } = request.query;
      const about = { projectId: project, month: ofMonth === undefined ? null : civilMonth(ofMonth), team: team ?? null, origin: originOf(request) };
      return answer(reply, await draftOf(services, request.signedIn, request.params.kind, about));
    });
    app.post('/api/documents/preview', { ...make, schema: { body: NEW } }, async (request, reply) =>
      answer(reply, await service.preview(request.signedIn, request.body, originOf(request))),
    );
    app.post('/api/documents', { ...make, schema: { body: NEW.extend({ commandId: z.uuid() }) } }, async (request, reply) => {
      const made = await service.create(request.signedIn, request.body, originOf(request));
      return made.ok ? reply.code(201).send(made.value) : replyRefusal(reply, made.refusal);
    });
    app.post(
      '/api/documents/:id/versions',
      { ...make, schema: { params: one, body: z.object({ given, unmask: z.boolean().default(false), reason }) } },
      async (request, reply) => answer(reply, await service.correct(request.signedIn, request.params.id, request.body, originOf(request))),
    );
    app.post('/api/documents/:id/withdrawal', { ...make, schema: { params: one, body: z.object({ reason }) } }, async (request, reply) =>
      answer(reply, await service.withdraw(request.signedIn, request.params.id, request.body.reason)),
    );
    app.post('/api/documents/:id/services', { preHandler: requireSignedIn('document.serve'), schema: { params: one, body: SERVICE } }, async (request, reply) =>
      answer(reply, await service.serve(request.signedIn, request.params.id, request.body)),
    );
    const file = z.object({ id, version: z.coerce.number().int().min(1).max(10_000), form: z.enum(['docx', 'pdf']) });
    app.get('/api/documents/:id/versions/:version/file.:form', { preHandler: requireSignedIn(), schema: { params: file } }, async (request, reply) => {
      const { id: documentId, version, form } = request.params;
      const found = await service.file(request.signedIn, documentId, version, form);
      return found.ok ? download(reply, found.value, form) : replyRefusal(reply, found.refusal);
    });
  };
}

function keeping({ store }: DocumentRoutes): FastifyPluginAsyncZod {
  const read = { preHandler: requireSignedIn() };
  return async (app) => {
    app.get('/api/documents', { ...read, schema: { querystring: FILTER } }, (request) =>
      store.within(request.signedIn.scope, (tx) => listDocuments(tx, request.query)),
    );
    app.get('/api/documents/:id', { ...read, schema: { params: one } }, async (request, reply) => {
      const view = await store.within(request.signedIn.scope, (tx) => documentView(tx, request.signedIn, request.params.id));
      return view ?? replyRefusal(reply, notFound('没有这份文书，或不在您的管辖范围内。'));
    });
    app.get('/api/document-organ', { preHandler: requireSignedIn('document.make') }, (request) => organPage(store, request.signedIn));
    app.post('/api/document-organ', { preHandler: requireSignedIn('document.template'), schema: { body: ORGAN } }, async (request, reply) => {
      const changed = await changeOrgan(store, request.signedIn, request.body);
      return changed.ok ? reply.code(204).send() : replyRefusal(reply, changed.refusal);
    });
  };
}

function templates(services: DocumentRoutes): FastifyPluginAsyncZod {
  const read = { preHandler: requireSignedIn('document.make') };
  const change = { preHandler: requireSignedIn('document.template'), schema: { params: ofKind } };
  return async (app) => {
    app.get('/api/document-templates', read, async (request) => ({ items: await listTemplates(services.store, request.signedIn) }));
    app.get(
      '/api/document-templates/:kind/file.docx',
      { ...read, schema: { params: ofKind, querystring: z.object({ own: z.enum(['0', '1']).default('0') }) } },
      async (request, reply) => {
        const kind = findKind(request.params.kind);
        if (kind === undefined) return replyRefusal(reply, notFound('没有这种文书。'));
        const content =
          request.query.own === '1' ? ownTemplate(kind.code) : (await templateInForce(services, kind.code, request.signedIn.regionCode ?? '')).content;
        return download(reply, { name: `${kind.name}（模板）.docx`, content }, 'docx');
      },
    );
    app.post('/api/document-templates/:kind', change, async (request, reply) => {
      const kind = findKind(request.params.kind);
      if (kind === undefined) return replyRefusal(reply, notFound('没有这种文书。'));
      let file: { name: string; content: Buffer } | null = null;
      for await (const part of request.parts()) {
        if (part.type !== 'file') continue;
        file = { name: part.filename, content: await part.toBuffer() };
      }
      if (file === null) return replyRefusal(reply, { code: 'bad-request', says: '没有收到文件。请选择改好的 .docx 模板再上传。' });
      return answer(reply, await takeTemplate(services, request.signedIn, kind, file));
    });
    app.post('/api/document-templates/:kind/own', change, async (request, reply) => {
      const kind = findKind(request.params.kind);
      return kind === undefined ? replyRefusal(reply, notFound('没有这种文书。')) : answer(reply, await takeTemplate(services, request.signedIn, kind, null));
    });
  };
}

function answer<T>(reply: FastifyReply, result: Result<T>): FastifyReply {
  return result.ok ? reply.send(result.value) : replyRefusal(reply, result.refusal);
}

/** PDF opens in the browser's own viewer; a .docx is saved. */
function download(reply: FastifyReply, { name, content }: { readonly name: string; readonly content: Buffer }, form: 'docx' | 'pdf'): FastifyReply {
  return reply
    .type(form === 'pdf' ? 'application/pdf' : DOCX)
    .header('content-disposition', `${form === 'pdf' ? 'inline' : 'attachment'}; filename="document.${form}"; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('cache-control', 'no-store')
    .send(content);
}
