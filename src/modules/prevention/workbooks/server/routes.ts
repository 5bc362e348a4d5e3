import multipart from '@fastify/multipart';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { civilMonth } from '#kernel/civil-date.ts';
import { inMegabytes } from '#platform/exchange/index.ts';
import { replyRefusal, RequestRefused, requireSignedIn } from '#platform/http/index.ts';
import { REPORT_KINDS, WORKBOOK_KINDS } from '../domain/index.ts';
import type { Checks } from './checks.ts';
import type { Exports } from './exports.ts';

/** Whoever keeps accounts sees no wages, in a file no more than on a screen. */
export async function requireWageSight(request: FastifyRequest): Promise<void> {
  await requireSignedIn()(request);
  if (request.signedIn.scope.role === 'app_admin')
    throw new RequestRefused({ code: 'not-allowed', says: '系统管理员只管账号，不看工资数据。要导出，换业务岗位的账号登录。' });
}

const id = z.string().regex(/^\d{1,18}$/);
const one = { params: z.object({ id }) };
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

const ORDER = z.object({
  kind: z.enum(WORKBOOK_KINDS),
  projectId: id.optional(),
  month: month.optional(),
  purpose: z.string().trim().min(4, '请写明用途，至少四个字。').max(500),
  whole: z.boolean().default(false),
  isForm: z.boolean().default(false),
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Asking for a workbook, fetching it while it is written, stopping it, and what one has taken before. */
export function workbookRoutes(exports: Exports, checks: Checks): FastifyPluginAsync {
  return async (app) => {
    await app.register(multipart, { limits: { files: 1, fileSize: REPORT_BYTES, fields: 4, fieldSize: 100, parts: 6 } });
    await app.register(exporting(exports));
    await app.register(checking(checks));
  };
}

/** A report of a month is some hundred rows. */
const REPORT_BYTES = 8 * 1024 * 1024;
const REPORT = z.object({ kind: z.enum(REPORT_KINDS), projectId: id, month: month.transform(civilMonth).optional() });

function checking(checks: Checks): FastifyPluginAsyncZod {
  return async (app) => {
    app.addHook('onRequest', requireWageSight);
    app.post('/api/workbook-checks', async (request, reply) => {
      const fields: Record<string, string> = {};
      let content: Buffer | undefined;
      let tooLarge = false;
      for await (const part of request.parts()) {
        if (part.type === 'field') fields[part.fieldname] = String(part.value ?? '');
        else {
          const chunks: Buffer[] = [];
          for await (const chunk of part.file) chunks.push(chunk);
          tooLarge ||= part.file.truncated;
          content = Buffer.concat(chunks);
        }
      }
      if (tooLarge) return replyRefusal(reply, { code: 'check-too-large', says: `文件超过 ${inMegabytes(REPORT_BYTES)}。请按月份分开再传。` });
      if (fields['month'] === '') delete fields['month'];
      const order = REPORT.safeParse(fields);
      if (!order.success || content === undefined) return replyRefusal(reply, { code: 'bad-request', says: '请选好表、项目和文件，再核对。' });
      const { kind, projectId, month: ofMonth } = order.data;
      const checked = await checks.check(request.signedIn, { kind, projectId, month: ofMonth ?? null, content });
      return checked.ok ? reply.send(checked.value) : replyRefusal(reply, checked.refusal);
    });
  };
}

function exporting(exports: Exports): FastifyPluginAsyncZod {
  return async (app) => {
    app.addHook('onRequest', requireWageSight);
    app.post('/api/exports', { schema: { body: ORDER } }, async (request, reply) => {
      const asked = await exports.ask(request.signedIn, request.body);
      return asked.ok ? reply.code(201).send(asked.value) : replyRefusal(reply, asked.refusal);
    });
    app.get('/api/exports', { schema: { querystring: z.object({ page: z.coerce.number().int().min(1).max(100_000).default(1) }) } }, (request) =>
      exports.list(request.signedIn, request.query.page),
    );
    app.get('/api/exports/:id/file', { schema: one }, async (request, reply) => {
      const opened = await exports.open(request.signedIn, request.params.id);
      if (!opened.ok) return replyRefusal(reply, opened.refusal);
      return reply
        .type(XLSX)
        .header('content-disposition', `attachment; filename="export.xlsx"; filename*=UTF-8''${encodeURIComponent(opened.value.name)}`)
        .header('cache-control', 'no-store')
        .send(opened.value.content);
    });
    app.post('/api/exports/:id/cancel', { schema: one }, async (request, reply) => {
      const cancelled = await exports.cancel(request.signedIn, request.params.id);
      return cancelled.ok ? reply.send(cancelled.value) : replyRefusal(reply, cancelled.refusal);
    });
  };
}
