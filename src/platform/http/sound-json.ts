import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RequestRefused } from './problem.ts';

/**
 * Bodies in JSON, as Fastify reads them, but for text that holds a NUL or half of a character: no database keeps either, and
 * half of a character comes from a program that cut a text in two.
 */
export function readSoundJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = typeof body === 'string' ? body : body.toString('utf8');
    void parse(request, text, (error: Error | null, value?: unknown) => {
      // What is sent as it is arrives whole: only an escape can stand for what is no text.
      const isUnsound = error === null && /\\u(?:0000|d[89a-f])/i.test(text) && !isSoundText(value);
      done(isUnsound ? new RequestRefused({ code: 'bad-request', says: '内容里有空字符或不完整的字符。请删去后重新提交。' }) : error, value);
    });
  });
}

/** The same for addresses, where only a NUL can be written. */
export async function soundAddressOnly(request: FastifyRequest): Promise<void> {
  if (request.url.includes('%00')) throw new RequestRefused({ code: 'bad-request', says: '地址里有空字符。请检查链接。' });
}

/** Whether every key and every text within is one a database can keep. */
export function isSoundText(value: unknown): boolean {
  if (typeof value === 'string') return !/[\0\p{Cs}]/u.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isSoundText(key) && isSoundText(inner));
}
