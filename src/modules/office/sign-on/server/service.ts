import { createHash, createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Accounts } from '#modules/office/accounts/server/index.ts';
import { isRole, type NewAccount } from '#modules/office/accounts/domain/index.ts';
import { type Actor, record } from '#platform/audit/index.ts';
import type { Store, Tx } from '#platform/db/index.ts';
import { announce } from '#platform/outbox/index.ts';
import { maskPhone, type Vault } from '#platform/vault/index.ts';
import { type Admission, type Connector, type IdentityRow, ownPath, type Person, type SignOnOffer } from '../domain/index.ts';
import { ended, oidc, type Voucher } from './oidc.ts';
import type { SignOnSettings } from './settings.ts';
import { ticket } from './ticket.ts';

export interface SignOnDeps {
  readonly store: Store;
  readonly vault: Vault;
  readonly accounts: Accounts;
  readonly settings: SignOnSettings;
}

/** The browser on its way: where to, and the cookie by which it is known again. */
export interface Departure {
  readonly to: string;
  readonly cookie: string;
}

export interface SignOn {
  readonly offered: readonly SignOnOffer[];
  begin(connector: Connector, returnTo: string | undefined): Promise<Result<Departure>>;
  /** Who came back, by `query` as it stands in the address. Refused with one of the ends a person can meet. */
  finish(connector: Connector, query: string, cookie: string | undefined): Promise<Result<{ readonly accountId: string; readonly returnTo: string }>>;
  /** Where to go after sign-out, so that the session over there ends too. */
  leave(connector: string | undefined): Promise<string | null>;
  list(state: IdentityRow['state']): Promise<readonly IdentityRow[]>;
  admit(by: Actor, id: string, admission: Admission): Promise<Result<null>>;
  turnDown(by: Actor, id: string, reason: string): Promise<Result<null>>;
  sweep(): Promise<void>;
}

const SIGNIN = { role: 'app_signin' } as const;
const ADMIN = { role: 'app_admin' } as const;
const GOING = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });
/** Before anybody is known. */
const NOBODY: Actor = { accountId: '0', name: '未登录', role: 'nobody' };

export function signOn({ store, vault, accounts, settings }: SignOnDeps): SignOn {
  const vouchers: Partial<Record<Connector, Voucher>> = {
    ...(settings.oidc !== null && { oidc: oidc(settings.oidc) }),
    ...(settings.ticket !== null && { ticket: ticket(settings.ticket) }),
  };
  const subjectKey = vault.secret('sign-on subject');
  const backTo = (connector: Connector) => `${settings.publicUrl}/api/sign-on/${connector}/back`;
  const random = () => randomBytes(32).toString('base64url');
  const hash = (text: string) => createHash('sha256').update(text).digest();

  /** The attempt this browser began, taken out so that it serves once. */
  async function takeAttempt(connector: Connector, cookie: string) {
    const [row] = await store.within(SIGNIN, (tx) =>
      tx.query<{ secret_cipher: Buffer; return_to: string; alive: boolean }>(
        'delete from office.sign_on_attempt where cookie_hash = $1 and connector = $2 returning secret_cipher, return_to, expires_at > now() as alive',
        [hash(cookie), connector],
      ),
    );
    if (row?.alive !== true) return undefined;
    return { going: GOING.parse(JSON.parse(vault.decrypt(row.secret_cipher, `sign-on:${hash(cookie).toString('hex')}`))), returnTo: row.return_to };
  }

  /** The account the person has here, or why there is none. */
  async function meet(connector: Connector, issuer: string, person: Person): Promise<Result<string>> {
    const known = await store.within(SIGNIN, (tx) => upsert(tx, connector, issuer, person));
    if (known.account_id === null) return refuse(ended(known.refused_reason === null ? 'waiting' : 'turned-down'));
    const accountId = known.account_id;
    const who = await accounts.whoIs(accountId);
    if (who === undefined) return refuse(ended('disabled'));
    await store.within(SIGNIN, (tx) =>
      record(tx, { by: who, action: 'session.begun', object: `account:${accountId}`, region: who.regionCode, detail: { by: connector, identity: known.id } }),
    );
    return ok(accountId);
  }

  async function upsert(tx: Tx, connector: Connector, issuer: string, person: Person) {
    const subject = createHmac('sha256', subjectKey).update(`${issuer}\n${person.subject}`).digest();
    const [row] = await tx.query<{ id: string; account_id: string | null; refused_reason: string | null; is_new: boolean }>(
      `insert into office.identity as i (issuer, subject_index, connector, name, mobile_mask, org_code, org_name, post) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (issuer, subject_index) do update set name = excluded.name, mobile_mask = excluded.mobile_mask, org_code = excluded.org_code, org_name = excluded.org_name,
         post = excluded.post, last_at = now()
       returning id, account_id, refused_reason, xmax = 0 as is_new`,
      [issuer, subject, connector, person.name, person.mobile === null ? null : maskPhone(person.mobile), person.orgCode, person.orgName, person.post],
    );
    if (row === undefined) throw new Error('an identity that was just written is gone');
    if (row.is_new) {
      await record(tx, { by: NOBODY, action: 'identity.waiting', object: `identity:${row.id}`, detail: { connector } });
      await announce(tx, { kind: 'account.waiting', subject: `identity:${row.id}`, regionCode: null, enterpriseId: null, projectId: null });
    }
    return row;
  }

  return {
    offered: (['oidc', 'ticket'] as const)
      .filter((connector) => vouchers[connector] !== undefined)
      .map((connector, place) => ({ connector, name: place === 0 ? settings.name : `${settings.name}（省平台）`, href: `/api/sign-on/${connector}/begin` })),

    async begin(connector, returnTo) {
      const voucher = vouchers[connector];
      if (voucher === undefined) return refuse(ended('away'));
      const going = { state: random(), nonce: random(), verifier: random() };
      const to = await voucher.begin(backTo(connector), going);
      if (!to.ok) return to;
      const cookie = random();
      await store.within(SIGNIN, (tx) =>
        tx.query(
          "insert into office.sign_on_attempt (cookie_hash, connector, secret_cipher, return_to, expires_at) values ($1, $2, $3, $4, now() + interval '10 minutes')",
          [hash(cookie), connector, vault.encrypt(JSON.stringify(going), `sign-on:${hash(cookie).toString('hex')}`), ownPath(returnTo)],
        ),
      );
      return ok({ to: to.value.href, cookie });
    },

    async finish(connector, query, cookie) {
      const voucher = vouchers[connector];
      if (voucher === undefined) return refuse(ended('away'));
      if (cookie === undefined) return refuse(ended('mismatch'));
      const attempt = await takeAttempt(connector, cookie);
      if (attempt === undefined) return refuse(ended('expired'));
      const returned = new URL(backTo(connector));
      returned.search = query;
      if ((returned.searchParams.get('state') ?? '') !== attempt.going.state) return refuse(ended('mismatch'));
      const person = await voucher.finish(returned, attempt.going);
      if (!person.ok) {
        await store.within(SIGNIN, (tx) =>
          record(tx, { by: NOBODY, action: 'session.refused', object: 'account:unknown', detail: { by: connector, why: person.refusal.code } }),
        );
        return person;
      }
      const account = await meet(connector, voucher.issuer, person.value);
      return account.ok ? ok({ accountId: account.value, returnTo: attempt.returnTo }) : account;
    },

    leave: async (connector) =>
      connector === 'oidc' || connector === 'ticket' ? ((await vouchers[connector]?.leave(`${settings.publicUrl}/`)) ?? null) : null,

    list: (state) => store.reading(ADMIN, (tx) => listed(tx, state)),

    async admit(by, id, admission) {
      const standing = await store.reading(ADMIN, (tx) =>
        tx.query<{ account_id: string | null }>('select account_id from office.identity where id = $1', [id]),
      );
      if (standing[0] === undefined) return refuse(UNKNOWN);
      if (standing[0].account_id !== null) return refuse(ADMITTED);
      const account = await accountFor(by, admission);
      if (!account.ok) return account;
      return store.within(ADMIN, async (tx) => {
        const [row] = await tx.query<{ id: string }>(
          'update office.identity set account_id = $2, decided_at = now(), decided_by = $3, refused_reason = null where id = $1 and account_id is null returning id',
          [id, account.value, by.accountId],
        );
        if (row === undefined) return refuse(ADMITTED);
        await record(tx, { by, action: 'identity.admitted', object: `identity:${id}`, detail: { account: account.value } });
        return ok(null);
      });
    },

    async turnDown(by, id, reason) {
      return store.within(ADMIN, async (tx) => {
        const [row] = await tx.query(
          'update office.identity set refused_reason = $2, decided_at = now(), decided_by = $3 where id = $1 and account_id is null returning id',
          [id, reason, by.accountId],
        );
        if (row === undefined) return refuse(UNKNOWN);
        await record(tx, { by, action: 'identity.turned-down', object: `identity:${id}`, detail: { reason } });
        return ok(null);
      });
    },

    async sweep() {
      await store.within(SIGNIN, (tx) => tx.query("delete from office.sign_on_attempt where expires_at < now() - interval '1 hour'"));
    },
  };

  /** The account that is there, or a new one whose password nobody knows: it opens by the sign-on alone until an administrator resets it. */
  async function accountFor(by: Actor, admission: Admission): Promise<Result<string>> {
    if ('accountId' in admission) {
      const found = await accounts.find(admission.accountId);
      return found === undefined || found.disabled ? refuse({ code: 'account-not-found', says: '没有这个账号，或已停用。换一个再开通。' }) : ok(found.id);
    }
    const { role, ...rest } = admission;
    if (!isRole(role)) return refuse({ code: 'bad-fields', says: '没有这个岗位。请重新选择。' });
    const account: NewAccount = {
      ...rest,
      role,
      regionCode: rest.regionCode ?? null,
      enterpriseId: rest.enterpriseId ?? null,
      industry: rest.industry ?? null,
    };
    const made = await accounts.create(by, account, { password: random(), isDemo: false });
    return made.ok ? ok(made.value.accountId) : made;
  }
}

const UNKNOWN = { code: 'identity-not-found', says: '没有这个人，或已经办过了。请刷新列表。' };
const ADMITTED = { code: 'identity-admitted', says: '这个人已经开通过了。请刷新列表。' };

/** A page of an administrator; a county has some dozen. */
const AT_MOST = 200;

async function listed(tx: Tx, state: IdentityRow['state']): Promise<readonly IdentityRow[]> {
  const where = {
    waiting: 'i.account_id is null and i.refused_reason is null',
    admitted: 'i.account_id is not null',
    'turned-down': 'i.account_id is null and i.refused_reason is not null',
  }[state];
  const rows = await tx.query<{
    id: string;
    connector: Connector;
    name: string;
    mobile_mask: string | null;
    org_code: string | null;
    org_name: string | null;
    post: string | null;
    first_at: Date;
    last_at: Date;
    login: string | null;
    refused_reason: string | null;
  }>(
    `select i.id, i.connector, i.name, i.mobile_mask, i.org_code, i.org_name, i.post, i.first_at, i.last_at, a.login, i.refused_reason
     from office.identity i left join office.account a on a.id = i.account_id where ${where} order by i.last_at desc limit ${AT_MOST}`,
  );
  return rows.map((row) => ({
    id: row.id,
    connector: row.connector,
    name: row.name,
    mobileMask: row.mobile_mask,
    orgCode: row.org_code,
    orgName: row.org_name,
    post: row.post,
    firstAt: row.first_at.toISOString(),
    lastAt: row.last_at.toISOString(),
    state,
    login: row.login,
    reason: row.refused_reason,
  }));
}
