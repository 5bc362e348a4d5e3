import type { FastifyPluginAsync } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { civilMonth, parseCivilDate } from '#kernel/civil-date.ts';
import { replyRefusal } from '#platform/http/index.ts';
import { requireWageSight } from '../../workbooks/server/index.ts';
import { ABROAD_FORMATS } from '../domain/index.ts';
import type { PayrollAbroad } from './service.ts';

const params = z.object({ id: z.string().regex(/^\d{1,18}$/), format: z.enum(ABROAD_FORMATS) });
const day = z.string().transform((text, context) => {
  const parsed = parseCivilDate(text);
  if (parsed !== null) return parsed;
  context.addIssue({ code: 'custom', message: '日期请写成 2026-09-05。' });
  return z.NEVER;
});
const span = {
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .transform(civilMonth)
    .optional(),
  weekEnding: day.optional(),
};
const ORDER = z.object({
  ...span,
  purpose: z.string().trim().min(4, '请写明用途，至少四个字。').max(500),
  head: z.record(z.string().max(40), z.string().max(600)).default({}),
  workers: z.string().max(2_000_000).default(''),
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `POST /api/projects/:id/payroll-abroad/:format` → the file, or a Problem whose `fields` name worker and field. `GET …/supplement?month=|weekEnding=` → the table to fill in. */
export function payrollAbroadRoutes(abroad: PayrollAbroad): FastifyPluginAsync {
  return async (app) => {
    await app.register(writing(abroad));
  };
}

function writing(abroad: PayrollAbroad): FastifyPluginAsyncZod {
  return async (app) => {
    app.addHook('onRequest', requireWageSight);
    app.post('/api/projects/:id/payroll-abroad/:format', { schema: { params, body: ORDER }, bodyLimit: 4 * 1024 * 1024 }, async (request, reply) => {
      const written = await abroad.write(request.signedIn, { ...request.body, format: request.params.format, projectId: request.params.id });
      return written.ok
        ? reply.type(written.value.type).headers(attached(written.value.name)).send(written.value.content)
        : replyRefusal(reply, written.refusal);
    });
    app.get('/api/projects/:id/payroll-abroad/:format/supplement', { schema: { params, querystring: z.object(span) } }, async (request, reply) => {
      const made = await abroad.supplementForm(request.signedIn, { ...request.query, format: request.params.format, projectId: request.params.id });
      return made.ok ? reply.type(XLSX).headers(attached(made.value.name)).send(made.value.content) : replyRefusal(reply, made.refusal);
    });
  };
}

function attached(name: string): Record<string, string> {
  return { 'content-disposition': `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(name)}`, 'cache-control': 'no-store' };
}
