import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { civilMonth, nextMonth } from '#kernel/civil-date.ts';
import { payDate } from '#law/calendars/index.ts';
import { notFound, replyRefusal, requireSignedIn } from '#platform/http/index.ts';
import type { Tx } from '#platform/db/index.ts';
import type { UnmaskedIdentity } from '../domain/wire.ts';
import { lookAtIdentity } from './identity.ts';
import { type Listed, paging } from './paging.ts';
import type { ProjectRoutes } from './ports.ts';
import { listProjects } from './project-list.ts';
import { projectPage } from './project-page.ts';
import { attendanceOf, flowsOf, isWhichFlows, payrollOf, rosterOf } from './records.ts';
import { findEnterprises } from './enterprises.ts';
import { search } from './search.ts';
import { isWhichWorkers, workersOfMonth } from './workers.ts';

const id = z.string().regex(/^\d{1,18}$/);
const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .transform(civilMonth);
const words = z.string().trim().max(60).default('');
const person = id.optional().transform((text) => text ?? null);
/** An empty choice in the address means no choice. */
const orAll = <T extends string>(isOne: (text: string) => text is T, all: T) =>
  z
    .string()
    .max(40)
    .default('')
    .transform((text, context) => {
      if (text === '') return all;
      if (isOne(text)) return text;
      context.addIssue({ code: 'custom', message: '没有这一种' });
      return z.NEVER;
    });

const PROJECTS = z.object({
  q: words,
  region: z
    .string()
    .regex(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})?$/)
    .default(''),
  state: z.enum(['', 'building', 'paused', 'finished']).default(''),
  owed: z
    .enum(['', '0', '1', 'true', 'false'])
    .default('')
    .transform((text) => text === '1' || text === 'true'),
  sort: z.enum(['-owed', '-level', 'name']).default('-owed'),
  ...paging,
});
const RECORDS = z.object({ month: month.optional().transform((text) => text ?? null), q: words, person, ...paging });
const GRID = RECORDS.extend({ month });
const WORKERS = RECORDS.extend({ month, which: orAll(isWhichWorkers, 'all'), team: words });
const FLOWS = RECORDS.extend({ which: orAll(isWhichFlows, 'all') });

/** Projects, their people and their money, all under the reader's own scope. */
export function projectRoutes(ports: ProjectRoutes): FastifyPluginAsync {
  return async (app) => {
    await app.register(pages(ports));
    await app.register(recordLists(ports));
  };
}

const read = { preHandler: requireSignedIn() };

function pages(ports: ProjectRoutes): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/api/projects', { ...read, schema: { querystring: PROJECTS } }, (request) =>
      ports.store.within(request.signedIn.scope, (tx) => listProjects(tx, request.query, ports)),
    );

    app.get('/api/projects/:id', { ...read, schema: { params: z.object({ id }) } }, async (request, reply) => {
      const page = await ports.store.within(request.signedIn.scope, (tx) => projectPage(tx, request.params.id, ports));
      return page ?? replyRefusal(reply, notFound());
    });

    app.get('/api/enterprises', { preHandler: requireSignedIn('account.manage'), schema: { querystring: z.object({ q: words }) } }, async (request) => ({
      items: await ports.store.within(request.signedIn.scope, (tx) => findEnterprises(tx, request.query.q)),
    }));
    app.get('/api/search', { ...read, schema: { querystring: z.object({ q: z.string().trim().min(1).max(60) }) } }, (request) =>
      search(ports, request.signedIn, request.query.q),
    );

    const unmask = { preHandler: requireSignedIn('worker.unmask'), schema: { params: z.object({ personId: id }), querystring: z.object({ project: id }) } };
    app.get('/api/persons/:personId/identity', unmask, async (request, reply) => {
      const identity = await lookAtIdentity(ports, request.signedIn, request.params.personId, request.query.project);
      if (identity === undefined) return replyRefusal(reply, notFound());
      return reply.header('cache-control', 'no-store').send({ identity } satisfies UnmaskedIdentity);
    });
  };
}

function recordLists(ports: ProjectRoutes): FastifyPluginAsyncZod {
  const { store } = ports;
  const params = z.object({ id });

  return async (app) => {
    app.get('/api/projects/:id/workers', { ...read, schema: { params, querystring: WORKERS } }, (request, reply) =>
      answer(
        reply,
        store.within(request.signedIn.scope, async (tx) => {
          const project = await inScope(tx, request.params.id);
          if (project === undefined) return undefined;
          const payDay = project.pay_day ?? ports.usualPayDay(project.region_code);
          const payBy = payDate(nextMonth(request.query.month), payDay, ports.calendar).due;
          return workersOfMonth(tx, request.params.id, { ...request.query, payBy, today: ports.clock.today() });
        }),
      ),
    );

    app.get('/api/projects/:id/roster', { ...read, schema: { params, querystring: RECORDS.omit({ month: true }) } }, (request, reply) =>
      answer(
        reply,
        store.within(request.signedIn.scope, (tx) => rosterOf(tx, request.params.id, { ...request.query, month: null })),
      ),
    );

    app.get('/api/projects/:id/attendance', { ...read, schema: { params, querystring: GRID } }, (request, reply) =>
      answer(
        reply,
        store.within(request.signedIn.scope, (tx) => attendanceOf(tx, request.params.id, request.query)),
      ),
    );

    app.get('/api/projects/:id/payroll', { ...read, schema: { params, querystring: RECORDS } }, (request, reply) =>
      answer(
        reply,
        store.within(request.signedIn.scope, (tx) => payrollOf(tx, request.params.id, request.query)),
      ),
    );

    app.get('/api/projects/:id/flows', { ...read, schema: { params, querystring: FLOWS } }, (request, reply) =>
      answer(
        reply,
        store.within(request.signedIn.scope, (tx) => flowsOf(tx, request.params.id, request.query)),
      ),
    );
  };
}

/** Lists of a project outside the scope are empty by the policies; only where the project itself is needed it is refused. */
async function answer<Row>(reply: FastifyReply, listed: Promise<Listed<Row> | undefined>): Promise<Listed<Row> | FastifyReply> {
  return (await listed) ?? replyRefusal(reply, notFound());
}

async function inScope(tx: Tx, projectId: string): Promise<{ readonly region_code: string; readonly pay_day: number | null } | undefined> {
  const [project] = await tx.query<{ region_code: string; pay_day: number | null }>('select region_code, pay_day from prevention.project where id = $1', [
    projectId,
  ]);
  return project;
}
