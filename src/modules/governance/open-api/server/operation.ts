import type { FastifyRequest } from 'fastify';
import { API_SCOPES } from '#modules/office/integration/domain/index.ts';
import { RequestRefused } from '#platform/http/index.ts';
import type { Caller } from './caller.ts';
import { problem } from './schemas.ts';

const WHY: Readonly<Record<number, string>> = {
  400: '请求读不懂：不是 JSON，或请求头写得不对',
  401: '应用编号、密钥或签名不对，或时钟相差太多',
  403: '没有这项权限，或 IP 不在名单内',
  404: '没有，或不在本应用的范围内',
  409: '前一次同键请求还在处理，或随机数用过',
  413: '内容太大',
  415: '内容不是 application/json',
  422: '字段不对、有不认识的字段，或行有错',
  429: '超过每分钟上限；Retry-After 说几秒后再来',
  500: '系统出错，没有生效；reference 是报障编号',
};

interface Refused {
  readonly description: string;
  readonly content: { readonly 'application/json': { readonly schema: typeof problem } };
}

/** What an operation may answer besides success, each with the same form. */
export function refusals(...codes: readonly number[]): Readonly<Record<number, Refused>> {
  return Object.fromEntries(codes.map((code) => [code, { description: WHY[code] ?? '拒绝', content: { 'application/json': { schema: problem } } }]));
}

/** The part of a route's schema that speaks of it. */
export function told(operationId: string, tag: string, summary: string, description: string, scope: string | null, write = false) {
  const name = API_SCOPES.find((one) => one.scope === scope)?.name;
  const wanted = scope === null ? [] : [scope];
  return {
    operationId,
    tags: [tag],
    summary,
    description: scope === null ? description : `${description}\n\n需要权限：${scope}（${name}）。`,
    security: write ? [{ signature: wanted }] : [{ key: wanted }, { signature: wanted }],
  };
}

export function callerOf(request: FastifyRequest): Caller {
  // Without a caller no handler is reached; a route that forgets its scope says so in its first test.
  if (request.caller === null) throw new RequestRefused({ code: 'key-wrong', says: '没有说明是哪个应用。' });
  return request.caller;
}

/** The place in a list, as text nobody has to understand. */
export function cursorOf(id: string): string {
  return Buffer.from(`after:${id}`).toString('base64url');
}

export function afterOf(cursor: string | undefined): string {
  if (cursor === undefined) return '0';
  const id = /^after:(\d{1,18})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'))?.[1];
  if (id === undefined) throw new RequestRefused({ code: 'cursor-invalid', says: 'cursor 不是上一页答复中的 next。请原样带回。' });
  return id;
}

/** One more row than asked for was fetched: its presence is the next page. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  idOf: (row: Row) => string,
  toItem: (row: Row) => Item,
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(toItem), next: rows.length > limit && last !== undefined ? cursorOf(idOf(last)) : null };
}
