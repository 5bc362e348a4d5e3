import { parse } from 'node:querystring';
import fastify, { type FastifyError, type FastifyRequest, type RouteOptions } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { nationalCalendar } from '#law/calendars/index.ts';
import { integration } from '#modules/office/integration/server/index.ts';
import { intake } from '#modules/prevention/imports/server/index.ts';
import { fixedClock } from '#platform/clock.ts';
import { openStore } from '#platform/db/index.ts';
import { clientFault, type Problem, RequestRefused } from '#platform/http/index.ts';
import { readSignature, sign, signatureHeaders } from '#platform/signing/index.ts';
import { freshKeys, openVault } from '#platform/vault/index.ts';
import type { Chance } from '../../src/apps/simulate/random.ts';
import { afterOf } from '../../src/modules/governance/open-api/server/operation.ts';
import { FORMS, misreadRows, type Order } from '../../src/modules/governance/open-api/server/records.ts';
import { formProblem, openV1Routes } from '../../src/modules/governance/open-api/server/routes.ts';
import { addressOf, type ApiDocument, exampleOf, type Operation } from '../../src/modules/governance/open-api/web/document.ts';
import { type Json, mutateJson, mutateText, NASTY } from './mutate.ts';

/** One request to an operation, as wrong as it may be. The body of a write is text, so that it need not be JSON. */
export interface OpenRequest {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** An operation of the open interface, with the part of it that looks at a request before anything is looked up. */
export interface OpenOperation {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  readonly told: Operation;
  readonly sound: OpenRequest;
  /** The routes' own judgement: the reader of bodies, the forms, the readers of signatures, cursors and rows, and the refusal they make. */
  judge(request: OpenRequest): Judgement;
}

export type Judgement =
  | { readonly is: 'refused'; readonly problem: Problem }
  /** Let through, with what the forms made of it. */
  | { readonly is: 'passed'; readonly parts: readonly unknown[] };

const CLOCK = fixedClock('2026-10-20');
const SIGNED = signatureHeaders(sign({ method: 'GET', path: '/', body: '' }, { app: 'fuzz', secret: 'fuzz' }));

/** The routes themselves, over a database that is never asked; `person` is whom the examples speak of. */
export async function openOperations(person: string): Promise<readonly OpenOperation[]> {
  z.config(z.locales.zhCN());
  const app = fastify();
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => void routes.push(route));
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const store = openStore('postgres://nobody@127.0.0.1:1/none');
  const vault = openVault(freshKeys());
  await app.register(
    openV1Routes({
      store,
      clock: CLOCK,
      integration: integration({ store, vault }),
      intake: intake({ store, clock: CLOCK, vault }),
      projects: {
        store,
        clock: CLOCK,
        vault,
        calendar: nationalCalendar,
        levelName: String,
        usualPayDay: () => 15,
        openWarnings: async () => new Map(),
        overdueCells: () => new Map(),
      },
      onProblem: (problem) => {
        throw problem;
      },
    }),
  );
  const doc = (await app.inject({ url: '/open/v1/openapi.json' })).json<ApiDocument>();
  const readBody = app.getDefaultJsonParser('error', 'error');
  const operations = Object.entries(doc.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, told]): OpenOperation => {
      const route = routes.find((one) => one.schema?.operationId === told.operationId && one.method !== 'HEAD');
      if (route === undefined) throw new Error(`no route of ${told.operationId}`);
      return {
        id: told.operationId,
        method: method === 'get' ? 'GET' : 'POST',
        told,
        sound: soundOf(doc, path, told, person),
        judge: judgeOf(route, readBody),
      };
    }),
  );
  await app.close();
  await store.close();
  return operations;
}

function soundOf(doc: ApiDocument, path: string, operation: Operation, person: string): OpenRequest {
  const schema = operation.requestBody?.content['application/json']?.schema;
  const body = schema === undefined ? '' : JSON.stringify(exampleOf(doc, schema)).replaceAll('371526199003076614', person);
  return {
    url: addressOf(doc, path, operation).replace('/1024', '/1'),
    body,
    headers: schema === undefined ? {} : { 'idempotency-key': 'roster-2026-10-15-001' },
  };
}

type ReadBody = ReturnType<ReturnType<typeof fastify>['getDefaultJsonParser']>;

/** In the order the server asks: body, signature, then the forms as Fastify holds them against a request, then what handlers read. */
function judgeOf(route: RouteOptions, readBody: ReadBody): OpenOperation['judge'] {
  const { params, body: bodyForm, querystring, headers: headerForm, operationId = '' } = route.schema ?? {};
  const validator = (schema: unknown, httpPart: string) =>
    schema === undefined ? undefined : validatorCompiler({ schema: schema as z.ZodType, method: String(route.method), url: route.url, httpPart });
  const forms = {
    params: validator(params, 'params'),
    body: validator(bodyForm, 'body'),
    query: validator(querystring, 'querystring'),
    headers: validator(headerForm, 'headers'),
  };
  const place = route.url.split('/').findIndex((part) => part.startsWith(':'));
  const name = route.url.split('/')[place]?.slice(1) ?? '';
  const form = FORMS[operationId];
  return ({ url, body, headers }) => {
    const cut = url.indexOf('?');
    const path = cut === -1 ? url : url.slice(0, cut);
    let given: unknown = null;
    let misread: FastifyError | null = null;
    if (body !== '') void readBody(NO_REQUEST, body, (error: Error | null, value?: unknown) => ([misread, given] = [error as FastifyError | null, value]));
    if (misread !== null) return refused(clientFault(misread));
    const signature = readSignature({ ...SIGNED, ...headers });
    if (!signature.ok) return refused(signature.refusal);
    const parts: unknown[] = [];
    const asked: readonly (readonly [string, ((value: unknown) => unknown) | undefined, unknown])[] = [
      ['params', forms.params, place === -1 ? {} : { [name]: decodeURIComponent(path.split('/')[place] ?? '') }],
      ['body', forms.body, given],
      ['querystring', forms.query, { ...parse(cut === -1 ? '' : url.slice(cut + 1)) }],
      ['headers', forms.headers, headers],
    ];
    for (const [context, form, value] of asked) {
      if (form === undefined) continue;
      const made = form(value) as { readonly error?: readonly object[]; readonly value?: unknown };
      if (made.error !== undefined) return refused(formProblem({ validation: made.error, validationContext: context }));
      parts.push(made.value);
    }
    try {
      const query = parts.find((part) => typeof part === 'object' && part !== null && 'cursor' in part);
      if (query !== undefined && 'cursor' in query && typeof query.cursor === 'string') afterOf(query.cursor);
    } catch (problem) {
      if (problem instanceof RequestRefused) return refused(problem.refusal);
      throw problem;
    }
    const misreadRow = form === undefined ? undefined : misreadRows(CLOCK, { form, body: parts[1] } as Order);
    return misreadRow === undefined ? { is: 'passed', parts } : refused(misreadRow);
  };
}

/** The reader of bodies is handed the request and does not look at it. */
const NO_REQUEST = {} as FastifyRequest;

function refused(problem: Problem | undefined): Judgement {
  if (problem === undefined) throw new Error('an error that no answer is made of');
  return { is: 'refused', problem };
}

// Making requests wrong -----------------------------------------------------------------------------------------------------

export function mutateRequest(sound: OpenRequest, chance: Chance): OpenRequest {
  const { url, body } = sound;
  const kind = chance.between(0, 9);
  if (body !== '' && kind < 6) return { ...sound, body: JSON.stringify(mutateJson(parsed(body), chance)) };
  if (body !== '' && kind === 6) return { ...sound, body: mutateText(body, chance) };
  if (kind === 7) return { ...sound, headers: { ...sound.headers, [chance.pick(HEADERS)]: headerText(chance) } };
  const [path = '', query = ''] = url.split('?');
  const parts = path.split('/');
  const wrong = (part: string) => encodeURIComponent(sendable(mutateText(unescaped(part), chance)));
  // The number in the path, where there is one.
  if (kind === 8 && parts.length > 4)
    return { ...sound, url: [...parts.slice(0, 4), wrong(parts[4] ?? '1') || '0', ...parts.slice(5)].join('/') + (query === '' ? '' : `?${query}`) };
  const pairs = query === '' ? [] : query.split('&');
  if (pairs.length > 0 && chance.happens(0.3)) return { ...sound, url: `${path}?${mutateText(query, chance, QUERY_WORDS).replace(/[^!-~]|#/gu, '')}` };
  const name = chance.happens(0.8) ? chance.pick(QUERIES) : encodeURIComponent(sendable(mutateText('limit', chance)));
  const value = chance.happens(0.3) ? chance.pick(VALUES) : mutateText(chance.pick(VALUES), chance);
  return { ...sound, url: `${path}?${[...pairs, `${name}=${encodeURIComponent(sendable(value))}`].slice(-6).join('&')}` };
}

const HEADERS = [
  'idempotency-key',
  'content-type',
  'if-none-match',
  'accept',
  'x-anxin-nonce',
  'x-anxin-timestamp',
  'x-anxin-signature',
  'x-anxin-app',
  'authorization',
];
const QUERIES = ['cursor', 'limit', 'region', 'state', 'month', 'from', 'until', 'project', 'level', 'open', 'onSite'];
const VALUES = ['1', '50', '2026-10', 'building', '371526', 'true', 'YWZ0ZXI6MQ', 'YWZ0ZXI6OTk5OTk5OTk5OTk5OTk5OTk5'];
const QUERY_WORDS = ['&', '=', '%', '%00', '%u4e00', '[]', '[a]', '+', 'limit=1', 'limit', '&&', '__proto__=1', 'cursor='];

/** Half a character cannot be put into an address. */
function sendable(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '\ufffd');
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function headerText(chance: Chance): string {
  const text = chance.happens(0.5)
    ? chance.pick(NASTY)
    : mutateText(chance.pick(['roster-2026-10-15-001', '1793000000', `hmac-sha256=${'0'.repeat(64)}`]), chance);
  return text
    .replaceAll(/[^\x20-\x7e]/g, '')
    .trim()
    .slice(0, 200);
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
