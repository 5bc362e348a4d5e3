import { createDecipheriv, timingSafeEqual } from 'node:crypto';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { personOf, textAt } from '../domain/index.ts';
import { ended, type Voucher } from './oidc.ts';
import type { TicketSettings } from './settings.ts';

const TIMEOUT_MS = 10_000;
const LONGEST_ANSWER = 64 * 1024;
const LONGEST_TICKET = 2_000;

/**
 * The provincial way: the browser comes back with a ticket, and we ask behind its back whose it is. The ticket is kept
 * nowhere. Our own state travels in the address to come back to, because the other side knows none.
 */
export function ticket(settings: TicketSettings): Voucher {
  return {
    issuer: new URL(settings.checkUrl).origin,

    async begin(back, { state }) {
      const withState = new URL(back);
      withState.searchParams.set('state', state);
      return ok(new URL(settings.loginUrl.replace('{back}', encodeURIComponent(withState.href))));
    },

    async finish(returned, { state }) {
      if (!same(returned.searchParams.get('state') ?? '', state)) return refuse(ended('mismatch'));
      const given = returned.searchParams.get(settings.parameter) ?? '';
      if (given === '') return refuse(ended('cancelled'));
      if (given.length > LONGEST_TICKET) return refuse(ended('bad-proof'));
      const answer = await whose(settings, given);
      if (!answer.ok) return answer;
      const found = textAt(answer.value, settings.ok.path);
      if (found === null || !settings.ok.values.includes(found)) return refuse(ended('bad-proof'));
      const opened = openEnvelope(answer.value, settings);
      if (!opened.ok) return opened;
      if (settings.level !== null && !settings.level.values.includes(textAt(opened.value, settings.level.path) ?? '')) return refuse(ended('low-level'));
      return personOf(opened.value, settings.fields);
    },

    leave: async () => null,
  };
}

async function whose({ checkUrl, body, format, secret }: TicketSettings, given: string): Promise<Result<unknown>> {
  const fields = Object.fromEntries(Object.entries(body).map(([name, text]) => [name, text.replaceAll('{ticket}', given).replaceAll('{secret}', secret)]));
  try {
    const answer = await fetch(checkUrl, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { 'content-type': format === 'json' ? 'application/json; charset=utf-8' : 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: format === 'json' ? JSON.stringify(fields) : new URLSearchParams(fields).toString(),
    });
    if (answer.status >= 500) return refuse(ended('away'));
    const text = await answer.text();
    if (!answer.ok || text.length > LONGEST_ANSWER) return refuse(ended('bad-proof'));
    const parsed: unknown = JSON.parse(text);
    return ok(parsed);
  } catch (problem) {
    return refuse(ended(problem instanceof SyntaxError ? 'bad-proof' : 'away'));
  }
}

/** Puts what was sealed under SM4 in place of its cipher; without an envelope the answer stands as it is. */
function openEnvelope(answer: unknown, { sm4 }: TicketSettings): Result<unknown> {
  if (sm4 === null) return ok(answer);
  try {
    const opening = createDecipheriv('sm4-cbc', Buffer.from(sm4.key, 'hex'), Buffer.from(sm4.iv, 'hex'));
    const sealed = Buffer.from(cipherAt(answer, sm4.path), 'base64');
    const inside: unknown = JSON.parse(Buffer.concat([opening.update(sealed), opening.final()]).toString('utf8'));
    return ok(sm4.path.split('.').reduceRight<unknown>((value, name) => ({ [name]: value }), inside));
  } catch {
    return refuse(ended('bad-proof'));
  }
}

/** A cipher is longer than any claim. */
function cipherAt(answer: unknown, path: string): string {
  let at: unknown = answer;
  for (const name of path.split('.')) at = typeof at === 'object' && at !== null ? Object.entries(at).find(([key]) => key === name)?.[1] : undefined;
  return typeof at === 'string' ? at : '';
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
