import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { beginSession, replyRefusal, requireSignedIn } from '#platform/http/index.ts';
import { isSignOnEnd } from '../domain/index.ts';
import type { SignOn } from './service.ts';

/** Binds the way out to the browser that began it. */
const ATTEMPT = 'anxin_sign_on';
/** Which sign-on opened the session, so that signing out ends it there too. */
export const VIA = 'anxin_via';

const line = (longest: number) => z.string().trim().min(1).max(longest);
const number = z.string().regex(/^\d{1,18}$/);
const id = z.object({ id: number });
const connector = z.object({ connector: z.enum(['oidc', 'ticket']) });

const ADMISSION = z.union([
  z.strictObject({ accountId: number }),
  z.strictObject({
    login: line(60),
    name: line(40),
    role: line(40),
    organisation: line(100),
    regionCode: z
      .string()
      .regex(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
      .nullish(),
    enterpriseId: number.nullish(),
    industry: line(20).nullish(),
  }),
]);

/** The way through the place's sign-on, and who of those that came is let in. */
export function signOnRoutes(signOn: SignOn): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/api/sign-on', async () => ({ offered: signOn.offered }));

    app.get(
      '/api/sign-on/:connector/begin',
      { schema: { params: connector, querystring: z.object({ to: z.string().max(500).optional() }) } },
      async (request, reply) => {
        const departure = await signOn.begin(request.params.connector, request.query.to);
        if (!departure.ok) return comeHome(reply, departure.refusal.code);
        const { to, cookie } = departure.value;
        return reply.setCookie(ATTEMPT, cookie, { ...cookieFor(request, '/api/sign-on'), maxAge: 600 }).redirect(to, 302);
      },
    );

    app.get('/api/sign-on/:connector/back', { schema: { params: connector } }, async (request, reply) => {
      const query = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
      const answer = await signOn.finish(request.params.connector, query, request.cookies[ATTEMPT]);
      reply.clearCookie(ATTEMPT, { path: '/api/sign-on' });
      if (!answer.ok) return comeHome(reply, answer.refusal.code);
      await beginSession(request, answer.value.accountId);
      return reply.setCookie(VIA, request.params.connector, cookieFor(request, '/')).redirect(answer.value.returnTo, 302);
    });

    const administrator = { preHandler: requireSignedIn('account.manage') };
    const state = z.object({ state: z.enum(['waiting', 'admitted', 'turned-down']).default('waiting') });
    app.get('/api/identities', { ...administrator, schema: { querystring: state } }, async (request) => ({ items: await signOn.list(request.query.state) }));
    app.post('/api/identities/:id/admit', { ...administrator, schema: { params: id, body: ADMISSION } }, async (request, reply) => {
      const answer = await signOn.admit(request.signedIn, request.params.id, request.body);
      return answer.ok ? reply.code(204).send() : replyRefusal(reply, answer.refusal);
    });
    app.post('/api/identities/:id/turn-down', { ...administrator, schema: { params: id, body: z.object({ reason: line(200) }) } }, async (request, reply) => {
      const answer = await signOn.turnDown(request.signedIn, request.params.id, request.body.reason);
      return answer.ok ? reply.code(204).send() : replyRefusal(reply, answer.refusal);
    });
  };
}

function cookieFor(request: FastifyRequest, path: string) {
  return { httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https', path } as const;
}

/** Back to the sign-in page, which knows the words for each end. */
function comeHome(reply: FastifyReply, code: string): FastifyReply {
  return reply.redirect(`/?sign-on=${isSignOnEnd(code) ? code : 'bad-proof'}`, 302);
}
