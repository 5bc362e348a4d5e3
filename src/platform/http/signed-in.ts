import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Scope } from '../db/index.ts';
import { RequestRefused } from './problem.ts';

/** Who asks. Read anew for each second of requests, so that a change of role or a disabled account works at once. */
export interface SignedIn {
  readonly accountId: string;
  readonly name: string;
  readonly role: string;
  readonly regionCode: string | null;
  readonly enterpriseId: string | null;
  /** What the person's transactions may see. */
  readonly scope: Scope;
  readonly permissions: readonly string[];
  readonly mustChangePassword: boolean;
}

/** Given by the module that keeps accounts; undefined when the account is disabled or gone. */
export type WhoIs = (accountId: string) => Promise<SignedIn | undefined>;

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks. Reading it where nobody is signed in refuses the request. */
    readonly signedIn: SignedIn;
    whoAsks: SignedIn | null;
  }
}

const NOT_SIGNED_IN = { code: 'not-signed-in', says: '还没有登录，或登录已过期。请重新登录。' };

export function decorateSignedIn(app: FastifyInstance, whoIs: WhoIs): void {
  app.decorateRequest('whoAsks', null);
  app.decorateRequest('signedIn', {
    getter(this: FastifyRequest) {
      if (this.whoAsks === null) throw new RequestRefused(NOT_SIGNED_IN);
      return this.whoAsks;
    },
  });
  app.addHook('onRequest', async (request) => {
    const accountId = request.session.accountId;
    if (accountId !== undefined) request.whoAsks = (await whoIs(accountId)) ?? null;
  });
}

/** A hook for routes: somebody is signed in, has changed a first password, and may do this. */
export function requireSignedIn(permission?: string, options: { readonly beforePasswordChange?: boolean } = {}): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    const who = request.signedIn;
    if (who.mustChangePassword && options.beforePasswordChange !== true) {
      throw new RequestRefused({ code: 'password-change-required', says: '这是一次性密码，请先设置您自己的密码，再继续使用。' });
    }
    if (permission !== undefined && !who.permissions.includes(permission)) {
      throw new RequestRefused({ code: 'not-allowed', says: '您的岗位没有这项权限。需要办理时，请联系本单位系统管理员。' });
    }
  };
}
