import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { record } from '#platform/audit/index.ts';
import type { MovableClock } from '#platform/clock.ts';
import type { Store } from '#platform/db/index.ts';
import { beginSession, replyRefusal, requireSignedIn } from '#platform/http/index.ts';
import { type AuditPage, type ClockState, type DemoAccount, isRole, LONGEST_PASSWORD, type Me, ROLES } from '../domain/index.ts';
import type { Accounts } from './service.ts';
import { auditRows, listAccounts, regions } from './store.ts';

export interface AccountRoutes {
  readonly store: Store;
  readonly accounts: Accounts;
  readonly clock: MovableClock;
  /** Empty outside the demo. */
  readonly demoAccounts: readonly DemoAccount[];
  readonly isDemo: boolean;
  readonly profileName: string;
  /** What has to be looked at again when the day moves. */
  readonly onClockMoved: () => Promise<void>;
  /** Where the browser goes after sign-out, when another place opened the session; null: nowhere. */
  readonly afterSignOut?: (request: FastifyRequest) => Promise<string | null>;
}

const line = (longest: number) => z.string().trim().min(1).max(longest);
const day = z.iso.date();
const id = z.object({ id: z.string().regex(/^\d{1,18}$/) });
const secret = z.string().min(1).max(LONGEST_PASSWORD);

const NEW_ACCOUNT = z.object({
  login: line(60),
  name: line(40),
  role: z.string().refine(isRole, '没有这个岗位'),
  organisation: line(100),
  regionCode: z
    .string()
    .regex(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
    .nullish(),
  enterpriseId: z
    .string()
    .regex(/^\d{1,18}$/)
    .nullish(),
  industry: line(20).nullish(),
});

const AUDIT_QUERY = z.object({
  actor: z.string().max(40).default(''),
  action: z.string().max(60).default(''),
  object: z.string().max(60).default(''),
  from: day.optional(),
  until: day.optional(),
  page: z.coerce.number().int().min(1).max(200).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});

/** Sign-in, the own account, accounts, the audit trail, the clock and places. */
export function accountRoutes(parts: AccountRoutes): FastifyPluginAsync {
  return async (app) => {
    await app.register(sessionRoutes(parts));
    await app.register(administratorRoutes(parts));
    await app.register(officeRoutes(parts));
  };
}

function sessionRoutes({ accounts, clock, demoAccounts, isDemo, profileName, afterSignOut }: AccountRoutes): FastifyPluginAsyncZod {
  return async (app) => {
    // A browser asks this at every start; nobody signed in is an answer and not a fault.
    app.get('/api/session', async (request) => ({ signedIn: request.whoAsks !== null, mustChangePassword: request.whoAsks?.mustChangePassword ?? false }));

    const signIn = { schema: { body: z.object({ login: line(60), password: secret }) }, config: { rateLimit: { max: 120, timeWindow: '1 minute' } } };
    app.post('/api/session', signIn, async (request, reply) => {
      const answer = await accounts.signIn(request.body.login, request.body.password);
      if (!answer.ok) return replyRefusal(reply, answer.refusal);
      await beginSession(request, answer.value.id);
      return reply.code(204).send();
    });

    app.delete('/api/session', async (request, reply) => {
      if (request.whoAsks !== null) {
        await accounts.signedOut(request.whoAsks);
        await request.session.destroy();
      }
      const next = (await afterSignOut?.(request)) ?? null;
      reply.clearCookie('anxin_session', { path: '/' }).clearCookie('anxin_via', { path: '/' });
      return next === null ? reply.code(204).send() : reply.send({ next });
    });

    const mine = { preHandler: requireSignedIn(undefined, { beforePasswordChange: true }) };
    app.get('/api/me', mine, async (request): Promise<Me> => {
      const account = await accounts.find(request.signedIn.accountId);
      if (account === undefined || !isRole(account.role)) throw new Error('a signed-in account stands');
      const policy = ROLES[account.role];
      return {
        accountId: account.id,
        login: account.login,
        name: account.name,
        role: account.role,
        roleName: policy.name,
        organisation: account.organisation,
        regionCode: account.region_code,
        regionName: account.region_name,
        enterpriseId: account.enterprise_id,
        face: policy.face,
        may: policy.may.filter((one) => one !== 'clock.move' || isDemo),
        mustChangePassword: account.must_change_password,
        today: clock.today(),
        profileName,
        isDemo,
      };
    });

    app.post('/api/me/password', { ...mine, schema: { body: z.object({ current: secret, next: secret }) } }, async (request, reply) => {
      const answer = await accounts.changePassword(request.signedIn, request.session.sessionId, request.body.current, request.body.next);
      return answer.ok ? reply.code(204).send() : replyRefusal(reply, answer.refusal);
    });

    app.get('/api/demo-accounts', async () => demoAccounts);
  };
}

function administratorRoutes({ store, accounts }: AccountRoutes): FastifyPluginAsyncZod {
  return async (app) => {
    const administrator = { preHandler: requireSignedIn('account.manage') };

    app.get('/api/accounts', { ...administrator, schema: { querystring: z.object({ q: z.string().max(60).default('') }) } }, async (request) => ({
      items: await store.within(request.signedIn.scope, (tx) => listAccounts(tx, request.query.q.trim())),
    }));

    app.post('/api/accounts', { ...administrator, schema: { body: NEW_ACCOUNT } }, async (request, reply) => {
      const { regionCode = null, enterpriseId = null, industry = null, ...rest } = request.body;
      const answer = await accounts.create(request.signedIn, { ...rest, regionCode, enterpriseId, industry });
      return answer.ok ? reply.code(201).send(answer.value) : replyRefusal(reply, answer.refusal);
    });

    app.post('/api/accounts/:id/reset', { ...administrator, schema: { params: id } }, async (request, reply) => {
      const answer = await accounts.reset(request.signedIn, request.params.id);
      return answer.ok ? answer.value : replyRefusal(reply, answer.refusal);
    });

    for (const [act, disabled] of [
      ['disable', true],
      ['enable', false],
    ] as const) {
      app.post(`/api/accounts/:id/${act}`, { ...administrator, schema: { params: id } }, async (request, reply) => {
        const answer = await accounts.setDisabled(request.signedIn, request.params.id, disabled);
        return answer.ok ? reply.code(204).send() : replyRefusal(reply, answer.refusal);
      });
    }
  };
}

function officeRoutes({ store, clock, isDemo, onClockMoved }: AccountRoutes): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/api/audit', { preHandler: requireSignedIn('audit.read'), schema: { querystring: AUDIT_QUERY } }, async (request): Promise<AuditPage> => {
      const { page, size, from = null, until = null, ...texts } = request.query;
      const filter = { ...texts, from, until };
      const who = request.signedIn;
      return store.within(who.scope, async (tx) => {
        const found = await auditRows(tx, filter, page, size);
        await record(tx, { by: who, action: 'audit.read', object: 'audit', region: who.regionCode, detail: { ...filter, page } });
        return { ...found, page, size };
      });
    });

    const clockState = (permissions: readonly string[]): ClockState => ({
      today: clock.today(),
      movedTo: clock.movedTo(),
      mayMove: isDemo && permissions.includes('clock.move'),
    });
    app.get('/api/clock', { preHandler: requireSignedIn() }, async (request) => clockState(request.signedIn.permissions));
    app.post('/api/clock', { preHandler: requireSignedIn('clock.move'), schema: { body: z.object({ day: day.nullable() }) } }, async (request, reply) => {
      if (!isDemo) return replyRefusal(reply, { code: 'not-allowed', says: '只有演示环境能拨动日期。正式环境按真实日期运行。' });
      await store.within(request.signedIn.scope, async (tx) => {
        await tx.query('update monitoring.clock set today = $1', [request.body.day]);
        await record(tx, { by: request.signedIn, action: 'clock.moved', object: 'clock', detail: { from: clock.today(), to: request.body.day } });
      });
      await clock.refresh();
      await onClockMoved();
      return clockState(request.signedIn.permissions);
    });

    app.get(
      '/api/regions',
      {
        preHandler: requireSignedIn(),
        schema: {
          querystring: z.object({
            parent: z
              .string()
              .regex(/^\d{2,12}$/)
              .optional(),
          }),
        },
      },
      async (request) => ({
        items: await store.within({ role: 'app_signin' }, (tx) => regions(tx, request.query.parent ?? null, request.signedIn.regionCode)),
      }),
    );
  };
}
