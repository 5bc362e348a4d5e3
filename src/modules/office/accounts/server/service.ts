import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import { type Actor, record } from '#platform/audit/index.ts';
import type { Store } from '#platform/db/index.ts';
import type { SessionStore, SignedIn } from '#platform/http/index.ts';
import { checkPassword, isRole, type NewAccount, type OneTimePassword, ROLES, scopeOf } from '../domain/index.ts';
import { oneTimePassword, type Passwords } from './passwords.ts';
import {
  type Account,
  addAccount,
  countAttempt,
  FAILURES_TO_LOCK,
  findAccount,
  findByLogin,
  forgetFailures,
  keepPassword,
  passwordHash,
  plainLogin,
  regionExists,
  setDisabled,
  sweepFailures,
} from './store.ts';

export interface AccountServices {
  readonly store: Store;
  readonly sessions: SessionStore;
  readonly passwords: Passwords;
  /** The name of an enterprise; a later module keeps enterprises and plugs this in. */
  readonly enterpriseName: (id: string) => Promise<string | undefined>;
}

export interface Accounts {
  signIn(login: string, password: string): Promise<Result<Account>>;
  signedOut(who: SignedIn): Promise<void>;
  changePassword(who: SignedIn, sessionId: string, current: string, next: string): Promise<Result<null>>;
  create(by: Actor, account: NewAccount, given?: { readonly password: string; readonly isDemo: boolean }): Promise<Result<OneTimePassword>>;
  reset(by: Actor, id: string): Promise<Result<OneTimePassword>>;
  setDisabled(by: Actor, id: string, disabled: boolean): Promise<Result<null>>;
  /** The account, as it was at most a second ago. */
  find(id: string): Promise<Account | undefined>;
  whoIs(id: string): Promise<SignedIn | undefined>;
  /** Whether accounts stand that everybody knows the password of. */
  hasDemoAccounts(): Promise<boolean>;
  sweep(): Promise<void>;
}

const SIGNIN = { role: 'app_signin' } as const;
const ADMIN = { role: 'app_admin' } as const;
const REMEMBER_MS = 1000;

const REFUSED = { code: 'login-refused', says: '登录名或密码不对。请检查后重试；连续输错 5 次，会锁定 15 分钟。' };
const LOCKED = { code: 'login-locked', says: '输错次数过多，这个登录名已锁定 15 分钟。请稍后再试，或请系统管理员重置密码。' };
const UNKNOWN: Refusal = { code: 'account-not-found', says: '没有这个账号。请刷新列表后重试。' };

export function accounts(services: AccountServices): Accounts {
  const { store, sessions, passwords, enterpriseName } = services;
  const remembered = new Map<string, { readonly account: Account | undefined; readonly until: number }>();

  async function find(id: string): Promise<Account | undefined> {
    const known = remembered.get(id);
    if (known !== undefined && known.until > Date.now()) return known.account;
    const account = await store.reading(SIGNIN, (tx) => findAccount(tx, id));
    if (remembered.size > 10_000) remembered.clear();
    remembered.set(id, { account, until: Date.now() + REMEMBER_MS });
    return account;
  }

  /** Resets and disables: what it was is forgotten and its sessions end. */
  async function ended(id: string): Promise<void> {
    remembered.delete(id);
    await sessions.endAll(id);
  }

  return {
    find,
    async whoIs(id) {
      const account = await find(id);
      return account === undefined ? undefined : signedInOf(account);
    },

    async signIn(login, password) {
      const { locked, failures, account } = await store.within(SIGNIN, async (tx) => ({
        ...(await countAttempt(tx, login)),
        account: await findByLogin(tx, login),
      }));
      if (locked) return refuse(LOCKED);
      // An unknown login costs the same work as a known one, so that time tells nothing either.
      const matches = await passwords.matches(account?.password_hash ?? (await passwords.decoy), password);
      const who = account === undefined || !matches ? undefined : signedInOf(account);
      if (account === undefined || who === undefined) {
        await store.within(SIGNIN, (tx) =>
          // The login as typed is not written down: people type passwords there.
          record(tx, {
            by: NOBODY,
            action: 'session.refused',
            object: `account:${account?.id ?? 'unknown'}`,
            region: account?.region_code ?? null,
            detail: { failures },
          }),
        );
        return refuse(failures >= FAILURES_TO_LOCK ? LOCKED : REFUSED);
      }
      await store.within(SIGNIN, async (tx) => {
        await forgetFailures(tx, login);
        await record(tx, { by: who, action: 'session.begun', object: `account:${account.id}`, region: account.region_code });
      });
      return ok(account);
    },

    async signedOut(who) {
      await store.within(SIGNIN, (tx) => record(tx, { by: who, action: 'session.ended', object: `account:${who.accountId}`, region: who.regionCode }));
    },

    async changePassword(who, sessionId, current, next) {
      const account = await find(who.accountId);
      const stored = await store.within(SIGNIN, async (tx) => {
        // Whoever finds an open screen gets no more guesses than at the door.
        const attempt = await countAttempt(tx, account?.login ?? '');
        return attempt.locked ? undefined : passwordHash(tx, who.accountId);
      });
      if (stored === undefined) return refuse(LOCKED);
      if (!(await passwords.matches(stored, current))) return refuse({ code: 'password-wrong', says: '原密码不对。请重新输入。' });
      const checked = checkPassword(next, current, account?.login ?? '');
      const hash = checked.ok ? await passwords.hash(checked.value) : undefined;
      await store.within(SIGNIN, async (tx) => {
        await forgetFailures(tx, account?.login ?? '');
        if (hash === undefined) return;
        await keepPassword(tx, who.accountId, hash, false);
        await record(tx, { by: who, action: 'password.changed', object: `account:${who.accountId}`, region: who.regionCode });
      });
      if (!checked.ok) return checked;
      remembered.delete(who.accountId);
      await sessions.endAll(who.accountId, sessionId);
      return ok(null);
    },

    async create(by, account, given) {
      const post = scopeOf({
        accountId: '0',
        role: account.role,
        regionCode: account.regionCode ?? null,
        enterpriseId: account.enterpriseId ?? null,
        industry: account.industry ?? null,
      });
      if (!post.ok) return post;
      if (!/^[a-z0-9][a-z0-9._-]{1,59}$/.test(plainLogin(account.login))) {
        return refuse({ code: 'login-invalid', says: '登录名用 2 至 60 个小写字母、数字、点、横线或下划线，以字母或数字开头。请修改。' });
      }
      if (account.enterpriseId && (await enterpriseName(account.enterpriseId)) === undefined) {
        return refuse({ code: 'enterprise-not-found', says: '没有这家企业。请先导入项目台账，再给企业开账号。' });
      }
      const password = given?.password ?? oneTimePassword();
      const hash = await passwords.hash(password);
      return store.within(ADMIN, async (tx) => {
        if (account.regionCode && !(await regionExists(tx, account.regionCode))) {
          return refuse({ code: 'region-not-found', says: `没有行政区划 ${account.regionCode}。请从列表中选择，或先导入区划。` });
        }
        const id = await addAccount(tx, account, hash, { mustChange: given === undefined, isDemo: given?.isDemo ?? false });
        if (id === undefined) return refuse({ code: 'login-taken', says: '这个登录名已经有人用了。请换一个。' });
        await record(tx, { by, action: 'account.created', object: `account:${id}`, region: account.regionCode ?? null, detail: { role: account.role } });
        return ok({ accountId: id, login: plainLogin(account.login), password });
      });
    },

    async reset(by, id) {
      const password = oneTimePassword();
      const hash = await passwords.hash(password);
      const login = await store.within(ADMIN, async (tx) => {
        const account = await findAccount(tx, id);
        if (account === undefined) return undefined;
        await keepPassword(tx, id, hash, true);
        await forgetFailures(tx, account.login);
        await record(tx, { by, action: 'password.reset', object: `account:${id}`, region: account.region_code });
        return account.login;
      });
      if (login === undefined) return refuse(UNKNOWN);
      await ended(id);
      return ok({ accountId: id, login, password });
    },

    async setDisabled(by, id, disabled) {
      if (disabled && by.accountId === id) return refuse({ code: 'account-own', says: '不能停用自己的账号。请由另一位系统管理员操作。' });
      const found = await store.within(ADMIN, async (tx) => {
        const account = await findAccount(tx, id);
        if (account === undefined) return false;
        await setDisabled(tx, id, disabled);
        await record(tx, { by, action: disabled ? 'account.disabled' : 'account.enabled', object: `account:${id}`, region: account.region_code });
        return true;
      });
      if (!found) return refuse(UNKNOWN);
      await ended(id);
      return ok(null);
    },

    hasDemoAccounts: () =>
      store.within(SIGNIN, async (tx) => (await tx.query('select from office.account where is_demo and disabled_at is null limit 1')).length > 0),

    async sweep() {
      await sessions.sweep();
      await store.within(SIGNIN, sweepFailures);
    },
  };
}

/** Before anybody is known. */
const NOBODY: Actor = { accountId: '0', name: '未登录', role: 'nobody' };

function signedInOf(account: Account): SignedIn | undefined {
  if (account.disabled || !isRole(account.role)) return undefined;
  const scope = scopeOf({
    accountId: account.id,
    role: account.role,
    regionCode: account.region_code,
    enterpriseId: account.enterprise_id,
    industry: account.industry,
  });
  if (!scope.ok) return undefined;
  return {
    accountId: account.id,
    name: account.name,
    role: account.role,
    regionCode: account.region_code,
    enterpriseId: account.enterprise_id,
    scope: scope.value,
    permissions: ROLES[account.role].may,
    mustChangePassword: account.must_change_password,
  };
}
