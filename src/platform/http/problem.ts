import type { FastifyReply } from 'fastify';
import type { Refusal } from '#kernel/result.ts';

/** A refusal on its way out: the shape of every answer that is not the one asked for. */
export interface Problem {
  readonly code: string;
  /** Chinese: what is wrong and what to do next. */
  readonly says: string;
  readonly fields?: readonly { readonly path: string; readonly says: string }[];
  readonly reference?: string;
}

/** The one table from refusal codes to statuses. A refusal that is not listed is an act that cannot be done now: 409. */
const STATUSES: Readonly<Record<string, number>> = {
  'bad-request': 400,
  'bad-fields': 400,
  'password-weak': 400,
  'password-same': 400,
  'not-signed-in': 401,
  'login-refused': 401,
  'key-wrong': 401,
  'signature-required': 401,
  'signature-missing': 401,
  'signature-wrong': 401,
  'signature-stale': 401,
  'password-wrong': 403,
  'password-change-required': 403,
  'not-allowed': 403,
  'foreign-origin': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'too-large': 413,
  'command-reused': 422,
  'unsupported-media': 415,
  'rows-refused': 422,
  'idempotency-key-reused': 422,
  'login-locked': 429,
  'too-many-requests': 429,
  unexpected: 500,
  'not-ready': 503,
};

/** Endings that mean the same in every module: `warning-not-found`, `import-too-large`, `file-unsupported`, `step-not-allowed`. */
const ENDINGS: readonly (readonly [string, number])[] = [
  ['-not-found', 404],
  ['-not-allowed', 403],
  ['-too-large', 413],
  ['-unsupported', 415],
  ['-invalid', 400],
];

export function statusOf(code: string): number {
  return STATUSES[code] ?? ENDINGS.find(([ending]) => code.endsWith(ending))?.[1] ?? 409;
}

/** Answers with the refusal of a domain function or a service, under the status its code has. */
export function replyRefusal(reply: FastifyReply, refusal: Refusal & Partial<Pick<Problem, 'fields' | 'reference'>>): FastifyReply {
  const problem: Problem = {
    code: refusal.code,
    says: refusal.says,
    ...(refusal.fields && { fields: refusal.fields }),
    ...(refusal.reference && { reference: refusal.reference }),
  };
  return reply.code(statusOf(refusal.code)).send(problem);
}

/** Stops a request from a hook; everywhere else refusals are values. */
export class RequestRefused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

export function notFound(says = '没有找到，或不在您的管辖范围内。请返回列表重新选择。'): Refusal {
  return { code: 'not-found', says };
}
