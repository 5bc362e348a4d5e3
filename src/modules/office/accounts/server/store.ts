import { createHash } from 'node:crypto';
import type { Tx } from '#platform/db/index.ts';
import type { AccountRow, AuditRow, NewAccount, Region } from '../domain/index.ts';
import { isRole, ROLES } from '../domain/index.ts';

/** An account as sign-in needs it. */
export interface Account {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
  readonly region_code: string | null;
  readonly region_name: string | null;
  readonly enterprise_id: string | null;
  readonly industry: string | null;
  readonly must_change_password: boolean;
  readonly is_demo: boolean;
  readonly disabled: boolean;
}

const ACCOUNT = `a.id, a.login, a.name, a.role, a.organisation, a.region_code, r.name as region_name, a.enterprise_id, a.industry,
  a.must_change_password, a.is_demo, a.disabled_at is not null as disabled`;
const FROM_ACCOUNT = 'from office.account a left join office.region r on r.code = a.region_code';

export async function findAccount(tx: Tx, id: string): Promise<Account | undefined> {
  return (await tx.prepared<Account>('account-find', `select ${ACCOUNT} ${FROM_ACCOUNT} where a.id = $1`, [id]))[0];
}

export async function findByLogin(tx: Tx, login: string): Promise<(Account & { password_hash: string }) | undefined> {
  return (await tx.query<Account & { password_hash: string }>(`select ${ACCOUNT}, a.password_hash ${FROM_ACCOUNT} where a.login = $1`, [plainLogin(login)]))[0];
}

export async function passwordHash(tx: Tx, id: string): Promise<string> {
  const [row] = await tx.query<{ password_hash: string }>('select password_hash from office.account where id = $1', [id]);
  if (row === undefined) throw new Error(`account ${id} is gone`);
  return row.password_hash;
}

export async function keepPassword(tx: Tx, id: string, hash: string, mustChange: boolean): Promise<void> {
  await tx.query('update office.account set password_hash = $2, must_change_password = $3, password_changed_at = now() where id = $1', [id, hash, mustChange]);
}

export async function listAccounts(tx: Tx, like: string): Promise<AccountRow[]> {
  const rows = await tx.query<Account>(
    `select ${ACCOUNT} ${FROM_ACCOUNT} where $1 = '' or position($1 in a.login) > 0 or position($1 in a.name) > 0 or position($1 in a.organisation) > 0 order by a.login limit 500`,
    [like],
  );
  return rows.flatMap((row) =>
    isRole(row.role)
      ? [
          {
            accountId: row.id,
            login: row.login,
            name: row.name,
            role: row.role,
            roleName: ROLES[row.role].name,
            organisation: row.organisation,
            regionCode: row.region_code,
            regionName: row.region_name,
            enterpriseId: row.enterprise_id,
            industry: row.industry,
            mustChangePassword: row.must_change_password,
            isDemo: row.is_demo,
            isDisabled: row.disabled,
          },
        ]
      : [],
  );
}

/** Undefined when the login is taken. */
export async function addAccount(tx: Tx, account: NewAccount, hash: string, options: { mustChange: boolean; isDemo: boolean }): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(
    `insert into office.account (login, name, role, organisation, region_code, enterprise_id, industry, password_hash, must_change_password, is_demo)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (login) do nothing returning id`,
    [
      plainLogin(account.login),
      account.name,
      account.role,
      account.organisation,
      account.regionCode ?? null,
      account.enterpriseId ?? null,
      account.industry ?? null,
      hash,
      options.mustChange,
      options.isDemo,
    ],
  );
  return row?.id;
}

export async function setDisabled(tx: Tx, id: string, disabled: boolean): Promise<void> {
  await tx.query('update office.account set disabled_at = case when $2 then coalesce(disabled_at, now()) end where id = $1', [id, disabled]);
}

export async function regionExists(tx: Tx, code: string): Promise<boolean> {
  return (await tx.query('select from office.region where code = $1', [code])).length > 0;
}

/** Failures that lock a login, and for how long. */
export const FAILURES_TO_LOCK = 5;
const LOCKED_FOR = "interval '15 minutes'";

/**
 * Counts this attempt as a failure before the password is looked at, in one statement: a hundred guesses at once, over
 * any number of processes, get five looks. Says whether the login was locked already.
 */
export async function countAttempt(tx: Tx, login: string): Promise<{ readonly locked: boolean; readonly failures: number }> {
  const [row] = await tx.query<{ failures: number }>(
    `insert into office.sign_in_failure as f (login_hash, failures) values ($1, 1)
     on conflict (login_hash) do update set
       failures = case when f.last_at < now() - ${LOCKED_FOR} then 1 else f.failures + 1 end,
       locked_until = case when f.last_at >= now() - ${LOCKED_FOR} and f.failures + 1 >= ${FAILURES_TO_LOCK} then now() + ${LOCKED_FOR} end,
       last_at = now()
     where f.locked_until is null or f.locked_until <= now()
     returning failures`,
    [loginHash(login)],
  );
  return { locked: row === undefined, failures: row?.failures ?? FAILURES_TO_LOCK };
}

export async function forgetFailures(tx: Tx, login: string): Promise<void> {
  await tx.query('delete from office.sign_in_failure where login_hash = $1', [loginHash(login)]);
}

export async function sweepFailures(tx: Tx): Promise<void> {
  await tx.query("delete from office.sign_in_failure where last_at < now() - interval '1 day'");
}

export function plainLogin(login: string): string {
  return login.trim().normalize('NFKC').toLowerCase();
}

function loginHash(login: string): Buffer {
  return createHash('sha256').update(plainLogin(login)).digest();
}

export interface AuditFilter {
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly from: string | null;
  readonly until: string | null;
}

const COUNT_AT_MOST = 10_000;

export async function auditRows(tx: Tx, filter: AuditFilter, page: number, size: number): Promise<{ items: AuditRow[]; total: number }> {
  // Days are days in China. An empty filter lets everything through the policy lets through.
  const where = `where ($1 = '' or position($1 in actor_name) > 0) and ($2 = '' or starts_with(action, $2)) and ($3 = '' or starts_with(object, $3))
    and ($4::date is null or at >= $4::date::timestamp at time zone 'Asia/Shanghai') and ($5::date is null or at < ($5::date + 1)::timestamp at time zone 'Asia/Shanghai')`;
  const values = [filter.actor, filter.action, filter.object, filter.from, filter.until];
  const [count] = await tx.query<{ total: number }>(`select count(*)::int as total from (select from audit.entry ${where} limit ${COUNT_AT_MOST}) few`, values);
  const rows = await tx.query<{
    seq: string;
    at: Date;
    actor_name: string;
    actor_role: string;
    action: string;
    object: string;
    region: string | null;
    detail: unknown;
    seal: string | null;
  }>(
    `select seq, at, actor_name, actor_role, action, object, region, detail,
       (select n from audit.seal s where s.upto_seq >= e.seq order by s.upto_seq limit 1) as seal
     from audit.entry e ${where} order by seq desc limit $6 offset $7`,
    [...values, size, (page - 1) * size],
  );
  const items = rows.map((row) => ({
    seq: row.seq,
    at: row.at.toISOString(),
    actorName: row.actor_name,
    actorRole: isRole(row.actor_role) ? ROLES[row.actor_role].name : row.actor_name,
    action: row.action,
    object: row.object,
    regionCode: row.region,
    detail: row.detail,
    seal: row.seal,
  }));
  return { items, total: count?.total ?? 0 };
}

export async function regions(tx: Tx, parent: string | null, own: string | null): Promise<Region[]> {
  return tx.query<Region>(
    `select code, name, level, parent, exists (select from office.region c where c.parent = r.code) as "hasParts"
     from office.region r where replaced_by is null and case when $1::text is not null then parent = $1 when $2::text is not null then code = $2 else parent is null end order by code`,
    [parent, own],
  );
}
