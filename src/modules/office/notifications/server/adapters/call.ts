import type { Outcome } from './adapter.ts';

/** What came of a request to another side. */
export type Answer =
  | { readonly kind: 'answer'; readonly status: number; readonly body: unknown }
  /** Certainly not taken: no connection was made. */
  | { readonly kind: 'not-sent'; readonly code: string }
  /** The request went out and no whole answer came back. */
  | { readonly kind: 'unknown'; readonly code: string };

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
/** Their answers are some hundred bytes; more is not an answer. */
const LONGEST_ANSWER = 64 * 1024;
const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Asks another side, within a time and a size, following no redirect: the address is the one an operator wrote down. */
export async function call(url: string, { method, headers, body, timeoutMs = TIMEOUT_MS }: Call): Promise<Answer> {
  try {
    const answer = await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      ...(headers && { headers }),
      ...(body !== undefined && { body }),
    });
    return { kind: 'answer', status: answer.status, body: parsed(await bounded(answer)) };
  } catch (problem) {
    // The message of a failed fetch holds the address, and some addresses hold a token: only its code is kept.
    const code = codeOf(problem);
    return { kind: NOT_CONNECTED.has(code) ? 'not-sent' : 'unknown', code };
  }
}

async function bounded(answer: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    size += part.length;
    if (size > LONGEST_ANSWER) throw Object.assign(new Error('too long'), { code: 'ANSWER_TOO_LONG' });
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function codeOf(problem: unknown): string {
  if (!(problem instanceof Error)) return 'FAILED';
  if (problem.name === 'TimeoutError') return 'TIMEOUT';
  const { cause } = problem;
  for (const one of [cause, problem]) if (typeof one === 'object' && one !== null && 'code' in one && typeof one.code === 'string') return one.code;
  return problem.name;
}

/** What every adapter makes of an answer that is not the other side's own; null when it is. */
export function failed(answer: Answer): Outcome | null {
  if (answer.kind === 'not-sent') return { kind: 'later', code: answer.code, cause: '连不上对方' };
  if (answer.kind === 'unknown') return { kind: 'unknown', cause: `对方没有答复（${answer.code}）` };
  // A gateway that gave up waiting says nothing about what stands behind it.
  if (answer.status === 504) return { kind: 'unknown', cause: '对方网关超时（504）' };
  if (answer.status === 429) return { kind: 'later', code: '429', cause: '对方说发得太快', waitMs: 60_000 };
  if (answer.status >= 500) return { kind: 'later', code: String(answer.status), cause: '对方系统出错' };
  return null;
}

/** A field of an answer as text: vendors write numbers sometimes so, sometimes so. */
export function field(body: unknown, path: string): string {
  let at: unknown = body;
  for (const name of path.split('.')) {
    if (typeof at !== 'object' || at === null) return '';
    // An array's places are its keys.
    at = Object.entries(at).find(([key]) => key === name)?.[1];
  }
  return typeof at === 'string' ? at : typeof at === 'number' || typeof at === 'boolean' ? String(at) : '';
}
