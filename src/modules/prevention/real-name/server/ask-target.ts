import { randomUUID } from 'node:crypto';
import type { Outbound } from '#platform/outbound/index.ts';
import { type Came, isObject, readVerdict, type Verdict } from '../domain/index.ts';
import { encipher, signatureOf } from './cipher.ts';
import type { OpenTarget } from './targets.ts';

/** The body of a call, signed: kept as it is sent, so that a repeat is byte for byte the same. */
export function requestBody(target: OpenTarget, method: string, data: unknown, now: string): string {
  const timestamp = now.replace(/[^0-9]/g, '');
  const parameters = new Map([
    ['method', method],
    ['version', '1.0'],
    ['appid', target.appid],
    ['format', 'json'],
    ['timestamp', timestamp],
    ['nonce', randomUUID().replaceAll('-', '')],
    ['data', JSON.stringify(data)],
    ...(target.corpSecret === null ? [] : [['corpsign', encipher(`${target.corpSecret}${timestamp}`, target.secret)] as const]),
  ]);
  return new URLSearchParams([...parameters, ['sign', signatureOf(parameters, target.secret)]]).toString();
}

/** Sends a body once and says what came back. Only through the guarded door: the address was written down by somebody. */
export async function send(outbound: Outbound, target: OpenTarget, body: string): Promise<Came> {
  const answered = await outbound.call({
    method: 'POST',
    url: target.url,
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8', accept: 'application/json' },
    body,
  });
  if (answered.ok) return { is: 'answer', status: answered.value.status, text: answered.value.body.toString('utf8') };
  return { is: answered.refusal.code === 'call-unknown' ? 'unknown' : 'not-sent', says: answered.refusal.says };
}

/** A query: asks anew whenever it is needed, because asking twice does no harm. */
export async function askTarget(outbound: Outbound, target: OpenTarget, method: string, data: unknown, now: string): Promise<Verdict> {
  return readVerdict(await send(outbound, target, requestBody(target, method, data, now)));
}

/** At most this many pages are read: 50,000 rows. */
const MOST_PAGES = 1_000;

/** All rows of a query, page by page; null when the target does not answer one of them. */
export async function allRows(
  outbound: Outbound,
  target: OpenTarget,
  method: string,
  data: Readonly<Record<string, unknown>>,
  now: () => string,
): Promise<readonly Readonly<Record<string, unknown>>[] | null> {
  const found: Readonly<Record<string, unknown>>[] = [];
  for (let pageIndex = 0; pageIndex < MOST_PAGES; pageIndex += 1) {
    const answer = await askTarget(outbound, target, method, { ...data, pageIndex, pageSize: 50 }, now());
    if (answer.is !== 'answered') return null;
    const rows = rowsOf(answer.data);
    found.push(...rows);
    if (rows.length < 50) return found;
  }
  return found;
}

export function rowsOf(data: unknown): readonly Readonly<Record<string, unknown>>[] {
  const rows = isObject(data) ? (data['rows'] ?? data['detailList']) : undefined;
  return Array.isArray(rows) ? rows.filter(isObject) : [];
}
