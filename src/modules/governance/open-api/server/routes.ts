import swagger from '@fastify/swagger';
import { createHash } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { createJsonSchemaTransform, createJsonSchemaTransformObject, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { API_SCOPES } from '#modules/office/integration/domain/index.ts';
import type { MessageEntry } from '#modules/office/integration/server/index.ts';
import { badFields, type Problem, RequestRefused, replyRefusal } from '#platform/http/index.ts';
import { callers, quietLog } from './caller.ts';
import { ABOUT, TAGS } from './about.ts';
import type { OpenApiDeps } from './ports.ts';
import { readingRoutes } from './reading.ts';
import { writingRoutes } from './writing.ts';

/** Rows come by the thousand; more goes in several requests. */
const BODY_LIMIT = 4 * 1024 * 1024;
/** The registry of shared forms is zod's own; forms stand in the document once and are pointed to. */
const transform = createJsonSchemaTransform({});
const transformObject = createJsonSchemaTransformObject({});

/** 开放接口: what other systems read and send, under `/open/v1`, and its document. */
export function openV1Routes(deps: OpenApiDeps): FastifyPluginAsync {
  return async (plain) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    let document: object | undefined;
    const log = quietLog(deps.integration, deps.onProblem);
    keepRawBody(app);
    callers(deps).register(app);
    app.setErrorHandler((error: FastifyError, request, reply) => answerProblem(error, request, reply));
    app.addHook('preSerialization', async (request, reply, payload) => {
      if (reply.statusCode >= 400 && isProblem(payload)) request.told = payload;
      return payload;
    });
    app.addHook('onSend', async (request, reply, payload) => tagged(request, reply, payload));
    app.addHook('onResponse', async (request, reply) => {
      const entry = request.isLogged ? undefined : messageOf(request, reply);
      if (entry !== undefined) log.add(entry);
    });
    app.addHook('onClose', () => log.close());
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: { title: '安薪开放接口', version: '1.0.0', description: ABOUT },
        servers: [{ url: '/', description: '本系统' }],
        tags: [...TAGS],
        components: {
          securitySchemes: {
            key: { type: 'http', scheme: 'bearer', description: '应用编号.密钥；只能用于读取' },
            signature: { type: 'apiKey', in: 'header', name: 'X-Anxin-Signature', description: '第二种签名：四个请求头，见说明；读写都可以用，写入必须用' },
          },
        },
      },
      transform,
      transformObject,
    });
    await app.register(async (inner) => {
      readingRoutes(inner.withTypeProvider<ZodTypeProvider>(), deps);
      writingRoutes(inner.withTypeProvider<ZodTypeProvider>(), deps);
    });
    app.get('/open/v1/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
      void reply.header('cache-control', 'no-cache');
      document ??= { ...pruned(app.swagger()), 'x-scopes': API_SCOPES };
      return document;
    });
  };
}

/** Forms that no operation points to are left out: each comes in the two shapes of asking and answering, of which one is used. */
function pruned(document: ReturnType<FastifyInstance['swagger']>): object {
  if (typeof document === 'string' || !('openapi' in document)) throw new Error('the document is no OpenAPI object');
  const { components, ...rest } = document;
  const schemas: Readonly<Record<string, unknown>> = components?.schemas ?? {};
  const used = new Map<string, unknown>();
  const follow = (part: unknown): void => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (used.has(name)) continue;
      used.set(name, schemas[name]);
      follow(schemas[name]);
    }
  };
  follow(rest.paths ?? {});
  return { ...rest, components: { ...components, schemas: Object.fromEntries([...used].sort(([a], [b]) => (a < b ? -1 : 1))) } };
}

/** The signature covers the body as sent, so it is kept beside what it says. */
function keepRawBody(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  // Nothing but JSON is read: another content is refused as such, not for the signature that would cover it.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (request, body, done) => {
    const raw = Buffer.isBuffer(body) ? body : Buffer.from(body);
    request.rawBody = raw;
    void parse(request, raw.toString('utf8'), done);
  });
}

function isProblem(payload: unknown): payload is Problem {
  return typeof payload === 'object' && payload !== null && 'code' in payload && 'says' in payload;
}

/** What is told of a request whose form is wrong; undefined when it is something else. */
export function formProblem(error: unknown): Problem | undefined {
  return badFields(error, '请对照文档改正后重新发送。');
}

/** 400 is a request that cannot be read; one that can be read and is wrong is 422, as is an unknown field. */
function answerProblem(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  void reply.serializer(JSON.stringify);
  const problem = formProblem(error);
  if (problem !== undefined) {
    request.told = problem;
    return reply.code(422).send(problem);
  }
  if (error instanceof RequestRefused) {
    request.told = error.refusal;
    if (error.refusal.code === 'too-many-requests') void reply.header('retry-after', 60 - Math.floor((Date.now() / 1000) % 60));
    if (error.refusal.code === 'idempotency-in-flight') void reply.header('retry-after', 5);
    return replyRefusal(reply, error.refusal);
  }
  // A bug or a broken machine: told where everything's is.
  throw error;
}

/** A weak tag over what was answered: a reader that has it already gets nothing again. */
function tagged(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  if (request.caller !== null) void reply.header('cache-control', 'private, no-cache');
  if (request.method !== 'GET' || reply.statusCode !== 200 || typeof payload !== 'string') return payload;
  const tag = `W/"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`;
  void reply.header('etag', tag);
  const known = (request.headers['if-none-match'] ?? '').split(',').map((one) => one.trim());
  if (!known.includes(tag) && !known.includes('*')) return payload;
  void reply.code(304).removeHeader('content-length').removeHeader('content-type');
  return '';
}

const CURES: Readonly<Record<string, string>> = {
  'bad-fields': '请对方按文档核对字段名、类型和长度。',
  'scope-not-allowed': '确有需要时，在接口应用中开通这项权限。',
  'ip-not-allowed': '核对发送方的出口地址，或修改 IP 名单。',
  'too-many-requests': '请对方放慢发送，或调高每分钟上限。',
  'signature-required': '请对方写入数据时改用签名。',
  'nonce-used': '请对方每个请求换新的随机数。',
  'rows-refused': '请对方按逐行原因改正；错误行多数是花名册没有先报。',
};

function messageOf(request: FastifyRequest, reply: FastifyReply): MessageEntry | undefined {
  const { caller, told } = request;
  const method = request.routeOptions.schema?.operationId;
  if (caller === null || method === undefined) return undefined;
  const { app } = caller;
  const status = reply.statusCode;
  const outcome = status < 400 ? 'ok' : status < 500 ? 'refused' : 'failed';
  const cure = told === null ? undefined : CURES[told.code];
  const params = request.params;
  const projectId = typeof params === 'object' && params !== null && 'projectId' in params && typeof params.projectId === 'string' ? params.projectId : null;
  return {
    appid: app.appid,
    channel: 'open-api',
    direction: 'in',
    method,
    outcome,
    code: told?.code ?? String(status),
    ...(told !== null && { cause: [told.says, ...(told.fields ?? []).slice(0, NAMED_IN_CAUSE).map((field) => `${field.path}：${field.says}`)].join('\n') }),
    ...(cure !== undefined && { cure }),
    tookMs: performance.now() - caller.beganAt,
    records: 0,
    projectId: projectId !== null && /^\d{1,18}$/.test(projectId) ? projectId : null,
    regionCode: app.regionCode,
    enterpriseId: app.enterpriseId,
    ...(status >= 400 && request.method === 'POST' && request.rawBody !== null && request.rawBody.length <= KEPT_BODY && keptBody(request)),
  };
}

/** The first few places that were wrong say what kind of mistake it is. They quote no value. */
const NAMED_IN_CAUSE = 5;

/** A refused write is kept to be looked at and sent again; the larger ones are with their sender. */
const KEPT_BODY = 256 * 1024;

function keptBody(request: FastifyRequest): { readonly body: string } {
  return { body: JSON.stringify({ url: request.url, body: request.rawBody?.toString('utf8') ?? '' }) };
}
