import type { FastifyPluginAsync } from 'fastify';
import { failed, NATIONAL, type Profile, PROFILES, writeAnswer } from '../domain/index.ts';
import type { RealName } from './service.ts';

export interface OpenApiOptions {
  /** More addresses, each with the profile its clients speak. */
  readonly aliases?: readonly { readonly path: string; readonly profile: string }[];
}

/** 20 MB: ten attachments of 1 MB in Base64, escaped. */
const BODY_LIMIT = 20 * 1024 * 1024;
/** Old clients take another status for silence. */
const ALWAYS = 200;

/**
 * `POST /open.api` and its aliases. The body is read here and not by a plugin: the platform's own Java demo sends
 * `Content-Encoding: UTF-8`, which is no coding, and some clients send no content type at all.
 */
export function openApiRoutes(service: RealName, options: OpenApiOptions = {}): FastifyPluginAsync {
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) => done(null, body));
    app.setErrorHandler(async (error: { readonly code?: string }, request, reply) => {
      const tooLarge = error.code === 'FST_ERR_CTP_BODY_TOO_LARGE';
      if (!tooLarge) request.log.error({ code: error.code }, 'open.api failed');
      const answer = tooLarge ? failed('-1', '请求超过20MB,请分批上报!') : failed('9999', '系统错误,请稍后用相同的请求重试');
      return reply.code(ALWAYS).type('application/json; charset=utf-8').send(writeAnswer(answer, NATIONAL));
    });
    for (const { path, profile } of addressesOf(options)) {
      app.post(path, { bodyLimit: BODY_LIMIT, config: { machine: true } }, async (request, reply) => {
        const text = await service.answer({ parameters: parametersOf(request.body), ip: request.ip, profile });
        return reply.code(ALWAYS).type('application/json; charset=utf-8').send(text);
      });
    }
  };
}

function addressesOf({ aliases = [] }: OpenApiOptions): readonly { readonly path: string; readonly profile: Profile }[] {
  const own = Object.values(PROFILES).flatMap((profile) => profile.paths.map((path) => ({ path, profile })));
  const more = aliases.map(({ path, profile }) => ({ path, profile: PROFILES[profile] ?? NATIONAL }));
  return [...new Map([...own.toReversed(), ...more].map((one) => [one.path, one])).values()];
}

/** The form as sent; of a name that comes twice the first counts, so that nobody can put a second value behind a signed one. */
function parametersOf(body: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (!Buffer.isBuffer(body)) return found;
  for (const [name, value] of new URLSearchParams(body.toString('utf8'))) if (!found.has(name) && found.size < 64) found.set(name, value);
  return found;
}
