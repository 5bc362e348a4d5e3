import type { FastifyRequest } from 'fastify';
import { RequestRefused } from './problem.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Asked by programs that prove themselves in the message, never by a cookie: where it comes from says nothing. */
    machine?: boolean;
  }
}

const CHANGING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Refuses a change that another site asks for with our user's cookie. Browsers say where a request comes from; a program
 * that says nothing must send JSON, which no foreign page can without asking first.
 */
export async function sameOriginOnly(request: FastifyRequest): Promise<void> {
  if (CHANGING.has(request.method) && request.routeOptions.config.machine !== true && !isOwn(request)) {
    throw new RequestRefused({ code: 'foreign-origin', says: '这个请求不是从本系统页面发出的，已拒绝。请回到系统页面重新操作。' });
  }
}

function isOwn(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin } = request.headers;
  if (origin !== undefined) return hostOf(origin) === request.host;
  return site === 'same-origin' || (request.headers['content-type'] ?? '').startsWith('application/json');
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
