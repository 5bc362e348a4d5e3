import { randomBytes } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import session from '@fastify/session';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import pg from 'pg';
import { z } from 'zod';
import type { Store } from '../db/index.ts';
import { badFields } from './bad-fields.ts';
import { type Problem, RequestRefused, replyRefusal } from './problem.ts';
import { sameOriginOnly } from './same-origin.ts';
import type { SessionStore } from './sessions.ts';
import { readSoundJson, soundAddressOnly } from './sound-json.ts';
import { decorateSignedIn, type WhoIs } from './signed-in.ts';
import { serveWeb } from './web.ts';

export interface ServerOptions {
  readonly store: Store;
  readonly sessions: SessionStore;
  readonly whoIs: WhoIs;
  /** Signs session cookies. */
  readonly cookieSecret: Buffer;
  /** The built web application, when there is one. */
  readonly webFolder?: string;
  /** Whether a proxy in front of us is believed about protocol, host and address. */
  readonly trustProxy?: boolean;
  /** Requests a minute for one person; an address nobody is signed in from has a quarter. */
  readonly requestsPerMinute?: number;
  readonly logLevel?: string;
  /** The API, registered behind everything this file sets up. */
  readonly api: (app: FastifyInstance) => Promise<void> | void;
}

/** One person at full speed makes some 200 requests a minute; a script that reads out the store makes thousands. */
const REQUESTS_PER_MINUTE = 1200;
/** JSON bodies. Files come as streams with limits of their own. */
const BODY_LIMIT = 1024 * 1024;

export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  z.config(z.locales.zhCN());
  const app = fastify({
    logger: options.logLevel === 'silent' ? false : { level: options.logLevel ?? 'info', serializers: { err: toldError } },
    // Our own line below instead: the built-in one writes addresses and query strings, which can name people.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomBytes(6).toString('hex'),
    trustProxy: options.trustProxy ?? false,
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerError,
  });
  readSoundJson(app);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerError);
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        account: request.whoAsks?.accountId,
      },
      'answered',
    );
  });
  await app.register(helmet, headers());
  app.addHook('onRequest', sameOriginOnly);
  app.addHook('onRequest', soundAddressOnly);
  await app.register(cookie);
  await app.register(session, {
    secret: options.cookieSecret.toString('base64'),
    store: options.sessions,
    cookieName: 'anxin_session',
    saveUninitialized: false,
    rolling: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto', path: '/' },
  });
  decorateSignedIn(app, options.whoIs);
  await limitRate(app, options.requestsPerMinute ?? REQUESTS_PER_MINUTE);
  health(app, options.store);
  await app.register(async (inner) => options.api(inner.withTypeProvider<ZodTypeProvider>()));
  const hasWeb = options.webFolder !== undefined && (await serveWeb(app, options.webFolder));
  app.setNotFoundHandler((request, reply) => {
    // The application's own addresses are known to the browser only: every page begins with the same file.
    const isPage = hasWeb && request.method === 'GET' && !request.url.startsWith('/api/') && !/\.[a-z0-9]{2,5}($|\?)/i.test(request.url);
    if (isPage) return reply.sendFile('index.html');
    return replyRefusal(reply, { code: 'not-found', says: '没有这个地址。请检查链接，或从首页重新进入。' });
  });
  return app;
}

/** Scripts, styles and data from ourselves only, nothing inline, no framing by others. */
function headers(): Parameters<typeof helmet>[1] & object {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    // Browsers heed it over https only, where a proxy in front ends the encryption.
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  };
}

async function limitRate(app: FastifyInstance, perMinute: number): Promise<void> {
  await app.register(rateLimit, {
    timeWindow: '1 minute',
    max: (request) => (request.whoAsks === null ? Math.ceil(perMinute / 4) : perMinute),
    keyGenerator: (request) => (request.whoAsks === null ? request.ip : `account ${request.whoAsks.accountId}`),
    // Pages and their parts are plain files; a whole office opens them from one address.
    allowList: (request) => !request.url.startsWith('/api/'),
    errorResponseBuilder: () => new RequestRefused({ code: 'too-many-requests', says: '操作过于频繁，请等一分钟再试。' }),
  });
}

function health(app: FastifyInstance, store: Store): void {
  app.get('/healthz', async () => ({ ok: true }));
  app.get('/readyz', async (_request, reply) => {
    try {
      await store.within({ role: 'app_signin' }, (tx) => tx.query('select 1'));
      return { ok: true };
    } catch {
      return replyRefusal(reply, { code: 'not-ready', says: '数据库暂时连不上，系统正在重试。' });
    }
  });
}

/** Causes of Fastify and its plugins that a user or a client can bring about. */
const CLIENT_FAULTS: Readonly<Record<string, Problem>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'bad-request', says: '请求内容不是有效的 JSON。' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'bad-request', says: '请求内容是空的。' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { code: 'unsupported-media', says: '不接受这种类型的内容。' },
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'too-large', says: '请求内容太大。' },
  // Before any route is found.
  FST_ERR_BAD_URL: { code: 'bad-request', says: '地址写得不对，系统无法理解。请检查链接。' },
  FST_ERR_MAX_PARAM_LENGTH: { code: 'not-found', says: '没有这个地址。请检查链接，或从首页重新进入。' },
  FST_REQ_FILE_TOO_LARGE: { code: 'too-large', says: '文件太大。请拆分后再上传。' },
  FST_FILES_LIMIT: { code: 'bad-request', says: '一次只能上传一个文件。' },
  FST_INVALID_MULTIPART_CONTENT_TYPE: { code: 'unsupported-media', says: '请选择要上传的文件。' },
};

/** What a client is told of a fault of its own that Fastify found; undefined when it is another's. */
export function clientFault(error: FastifyError): Problem | undefined {
  return CLIENT_FAULTS[error.code];
}

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof RequestRefused) return replyRefusal(reply, error.refusal);
  const wrong = badFields(error, '请改正后重新提交。');
  if (wrong !== undefined) return replyRefusal(reply, wrong);
  const fault = clientFault(error);
  if (fault !== undefined) return replyRefusal(reply, fault);
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return reply.code(error.statusCode).send({ code: 'bad-request', says: '请求有误，系统无法理解。' } satisfies Problem);
  }
  request.log.error({ err: error }, 'failed');
  return reply.code(500).send({
    code: 'unexpected',
    says: `系统出错了，您的操作没有生效。请稍后重试；仍不行时，把编号 ${request.id} 告诉系统管理员。`,
    reference: request.id,
  } satisfies Problem);
}

/** What a log may keep of an error. A database's message and detail can quote the row, so only its codes and names are told. */
function toldError(error: Error): { type: string; message: string; stack: string } {
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');
  if (error instanceof pg.DatabaseError) {
    const { code, schema, table, constraint, routine } = error;
    return { type: 'DatabaseError', message: [code, schema, table, constraint, routine].filter(Boolean).join(' '), stack: frames };
  }
  return { type: error.name, message: error.message, stack: frames };
}
