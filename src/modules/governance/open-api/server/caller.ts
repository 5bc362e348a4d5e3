import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import type { Integration, MessageEntry, OpenApp } from '#modules/office/integration/server/index.ts';
import type { Clock } from '#platform/clock.ts';
import { RequestRefused } from '#platform/http/index.ts';
import { readSignature, SIGNATURE_HEADERS, verify } from '#platform/signing/index.ts';

/** What is known of a request of another system once it has shown who it is. */
export interface Caller {
  readonly app: OpenApp;
  /** null when it came with a bearer key. */
  readonly nonce: string | null;
  /** Of method, address and body. */
  readonly digest: Buffer;
  readonly beganAt: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    rawBody: Buffer | null;
    caller: Caller | null;
    /** The refusal on its way out, for the message log. */
    told: { readonly code: string; readonly says: string; readonly fields?: readonly { readonly path: string; readonly says: string }[] } | null;
    /** The effect's own transaction wrote the message already. */
    isLogged: boolean;
  }
  interface FastifyContextConfig {
    /** The scope an operation of the open interface asks for; null where any app will do. */
    readonly openScope?: string | null;
  }
}

const UNKNOWN: Refusal = { code: 'key-wrong', says: '应用编号或密钥不对，或应用已停用。请在对接管理中核对。' };
const NEEDS_SIGNATURE: Refusal = { code: 'signature-required', says: '写入数据须用签名，不能只带密钥。请按《开放接口》的签名说明补四个请求头。' };
const GUESSING: Refusal = { code: 'too-many-requests', says: '认证失败次数过多，请一分钟后再试，并核对应用编号和密钥。' };
/** Failed attempts of one address in a minute. */
const GUESSES = 60;
const SHOWN_AT_MOST = 10_000;

/**
 * Who calls: a bearer key for reading, a signature for anything. What costs no database comes first, so that malformed
 * requests are refused cheaply; the shared count and the replay memory come after the form is right.
 */
export function callers({ integration, clock }: { readonly integration: Integration; readonly clock: Clock }) {
  const guesses = minuteCounts();
  const own = minuteCounts();
  const shown = new Set<string>();

  async function identify(request: FastifyRequest): Promise<Result<Caller>> {
    const beganAt = performance.now();
    const body = request.rawBody ?? Buffer.alloc(0);
    const digest = createHash('sha256').update(`${request.method} ${request.url}\n`).update(body).digest();
    const { authorization } = request.headers;
    if (authorization !== undefined && request.headers[SIGNATURE_HEADERS.signature] === undefined) {
      const bearer = /^Bearer ([\w.-]{4,64})\.([A-Za-z0-9]{20,64})$/i.exec(authorization);
      if (bearer === null) return refuse({ code: 'key-wrong', says: 'Authorization 写成 Bearer 应用编号.密钥。请修改。' });
      const app = await integration.findApp(bearer[1] ?? '');
      if (app?.channel !== 'open-api' || !app.secrets.some(({ secret }) => same(secret, bearer[2] ?? ''))) return refuse(UNKNOWN);
      if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(NEEDS_SIGNATURE);
      return ok({ app, nonce: null, digest, beganAt });
    }
    const signature = readSignature(request.headers);
    if (!signature.ok) return signature;
    const app = await integration.findApp(signature.value.app);
    if (app?.channel !== 'open-api') return refuse(UNKNOWN);
    // The sender's clock is held against the real one: a moved clock of a demonstration moves no signature.
    const verified = verify(
      { method: request.method, path: request.url, body },
      signature.value,
      app.secrets.map(({ secret }) => secret),
      new Date(),
    );
    if (!verified.ok) return verified;
    return ok({ app, nonce: signature.value.nonce, digest, beganAt });
  }

  /** Before the form of the request is looked at. */
  async function beforeValidation(request: FastifyRequest): Promise<void> {
    const scope = request.routeOptions.config.openScope;
    if (scope === undefined) return;
    // Whoever has shown the right key from this address lately is let through beside a neighbour who guesses.
    const place = `${request.ip} ${claimedApp(request)}`;
    if (guesses.of(request.ip) >= GUESSES && !shown.has(place)) throw new RequestRefused(GUESSING);
    const caller = await identify(request);
    if (!caller.ok) {
      guesses.add(request.ip);
      throw new RequestRefused(caller.refusal);
    }
    const { app } = caller.value;
    if (shown.size >= SHOWN_AT_MOST) shown.clear();
    shown.add(place);
    request.caller = caller.value;
    if (own.add(app.appid) > app.perMinute) throw new RequestRefused({ code: 'too-many-requests', says: `超过每分钟 ${app.perMinute} 次的上限。请放慢发送。` });
    if (scope !== null && !app.scopes.includes(scope)) {
      throw new RequestRefused({ code: 'scope-not-allowed', says: `本应用没有 ${scope} 权限。请在对接管理中申请开通。` });
    }
  }

  /** When the form is right: address, the shared count, the replay memory. */
  async function beforeHandler(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { caller } = request;
    if (caller === null) return;
    const entered = await integration.enter(caller.app, request.ip);
    const seconds = 60 - Math.floor((Date.now() / 1000) % 60);
    void reply.header('ratelimit-limit', caller.app.perMinute).header('ratelimit-reset', seconds);
    void reply.header('ratelimit-remaining', entered.ok ? entered.value.left : 0);
    if (!entered.ok) throw new RequestRefused(entered.refusal);
    if (caller.nonce === null) return;
    const admission = await integration.remember(caller.app, caller.nonce, caller.digest);
    if (admission.is === 'refused') throw new RequestRefused(admission.refusal);
    // A write sent again as it was goes on to its idempotency key; a read is signed anew.
    if (admission.is === 'repeated' && request.method === 'GET') {
      throw new RequestRefused({ code: 'nonce-used', says: '这个随机数用过了。每个请求请用新的随机数重新签名。' });
    }
  }

  return {
    register(app: FastifyInstance): void {
      app.decorateRequest('rawBody', null);
      app.decorateRequest('caller', null);
      app.decorateRequest('told', null);
      app.decorateRequest('isLogged', false);
      app.addHook('preValidation', beforeValidation);
      app.addHook('preHandler', beforeHandler);
    },
    now: () => clock.now(),
  };
}

function claimedApp({ headers }: FastifyRequest): string {
  const app = headers[SIGNATURE_HEADERS.app];
  return typeof app === 'string' ? app : (/^Bearer ([\w.-]{4,64})\./i.exec(headers.authorization ?? '')?.[1] ?? '');
}

function same(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}

/** Counts of the present minute in this process. */
function minuteCounts() {
  let minute = 0;
  let counts = new Map<string, number>();
  const present = (): Map<string, number> => {
    const now = Math.floor(Date.now() / 60_000);
    if (now !== minute) {
      minute = now;
      counts = new Map();
    }
    return counts;
  };
  return {
    of: (key: string) => present().get(key) ?? 0,
    add(key: string): number {
      const held = present();
      const next = (held.get(key) ?? 0) + 1;
      if (held.size < 100_000 || held.has(key)) held.set(key, next);
      return next;
    },
  };
}

/** Messages that changed nothing, written down some at a time; the same refusal again and again is one line with a count. */
export function quietLog(integration: Integration, onProblem: (problem: unknown) => void) {
  const waiting = new Map<string, { entry: MessageEntry; times: number }>();
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  async function flush(): Promise<void> {
    const entries = [...waiting.values()];
    waiting.clear();
    try {
      for (const { entry, times } of entries) await integration.log(times === 1 ? entry : { ...entry, summary: { ...entry.summary, times } });
    } catch (problem) {
      onProblem(problem);
    }
  }

  return {
    add(entry: MessageEntry): void {
      const key = [entry.appid, entry.method, entry.outcome, entry.code, entry.outcome === 'refused' ? '' : entry.projectId].join('|');
      const held = waiting.get(key);
      if (held !== undefined) held.times += 1;
      else waiting.set(key, { entry, times: 1 });
      timer ??= setTimeout(() => {
        timer = undefined;
        running = running.then(flush);
      }, 500).unref();
    },
    async close(): Promise<void> {
      clearTimeout(timer);
      await running;
      await flush();
    },
  };
}
