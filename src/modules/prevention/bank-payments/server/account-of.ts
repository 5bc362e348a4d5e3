import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import { type Actor, record } from '#platform/audit/index.ts';
import type { Tx } from '#platform/db/index.ts';
import type { BankLink } from './ports.ts';

/** What a message did: the project it was about, and whether it waits for what it speaks of. */
export interface Effect {
  readonly waits: boolean;
  readonly projectId: string | null;
}

export type Taking = Promise<Result<Effect, Refusal>>;

export function taken(projectId: string | null): Result<Effect, Refusal> {
  return ok({ waits: false, projectId });
}

export function actorOf(link: BankLink): Actor {
  return { accountId: link.by.accountId, name: link.by.name, role: link.by.role };
}

export const NOT_YOURS: Refusal = { code: 'account-not-allowed', says: '这个专户是另一家银行报来的，不接受本行对它的消息。' };

/** What the bank's own place or enterprise covers; $2 the place or null, $3 the enterprise or null. */
const IN_SIGHT = `(($2::text is not null and p.region_code >= $2 and p.region_code < $2 || '~') or p.gc_enterprise_id = $3::bigint)`;

function sightOf(link: BankLink): readonly [string | null, string | null] {
  return [link.by.enterpriseId === null ? link.by.regionCode : null, link.by.enterpriseId];
}

/** Which project an account is of, when this bank may speak of it: it opened the account, or the ledger names it and no other bank has spoken. */
export async function accountOf(tx: Tx, link: BankLink, accountNo: string): Promise<Result<string, Refusal>> {
  const [bound] = await tx.query<{ project_id: string; appid: string }>('select project_id, appid from prevention.bank_account where account_no = $1', [
    accountNo,
  ]);
  if (bound !== undefined) return bound.appid === link.appid ? ok(bound.project_id) : refuse(NOT_YOURS);
  const [project] = await tx.query<{ id: string }>(`select p.id from prevention.project p where p.account_no = $1 and ${IN_SIGHT} order by p.id limit 1`, [
    accountNo,
    ...sightOf(link),
  ]);
  if (project === undefined)
    return refuse({ code: 'account-not-found', says: '没有找到这个专户属于哪个项目。先报 AccountOpened，或由主管部门在台账里填上专户账号。' });
  await tx.query('insert into prevention.bank_account (account_no, project_id, appid) values ($1, $2, $3) on conflict do nothing', [
    accountNo,
    project.id,
    link.appid,
  ]);
  await record(tx, { by: actorOf(link), action: 'bank-account.bound', object: `project:${project.id}`, detail: { tail: accountNo.slice(-4) } });
  return ok(project.id);
}

export interface NamedProject {
  readonly id: string;
  readonly region_code: string;
  readonly credit_code: string | null;
  readonly contractor: string;
  readonly account_no: string | null;
  readonly account_name: string | null;
  readonly closing_notice_on: string | null;
  readonly deposit_fen: string | null;
}

const NAMED = `select p.id, p.region_code, g.credit_code, g.name as contractor, p.account_no, p.account_name, p.closing_notice_on, p.deposit_fen
  from prevention.project p join prevention.enterprise g on g.id = p.gc_enterprise_id`;

export async function projectByCode(tx: Tx, link: BankLink, code: string): Promise<Result<NamedProject, Refusal>> {
  const [project] = await tx.query<NamedProject>(`${NAMED} where p.code = $1 and ${IN_SIGHT}`, [code, ...sightOf(link)]);
  return project === undefined
    ? refuse({ code: 'project-not-found', says: '没有找到这个项目代码，或不归本行对接的地区（企业）。核对项目代码。' })
    : ok(project);
}

export async function projectById(tx: Tx, id: string): Promise<NamedProject> {
  const [project] = await tx.query<NamedProject>(`${NAMED} where p.id = $1`, [id]);
  if (project === undefined) throw new Error(`no project ${id}`);
  return project;
}

/** A difference between what the bank says and what is held, for a person to settle. Said again it is the same difference. */
export async function noteDifference(
  tx: Tx,
  of: {
    readonly projectId: string;
    readonly accountNo: string;
    readonly on: string;
    readonly kind: string;
    readonly ref: string;
    readonly expectedFen?: bigint;
    readonly foundFen?: bigint;
    readonly says: string;
  },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into prevention.bank_difference (project_id, account_no, on_day, kind, ref, expected_fen, found_fen, says) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict do nothing returning id`,
    [of.projectId, of.accountNo, of.on, of.kind, of.ref, (of.expectedFen ?? 0n).toString(), (of.foundFen ?? 0n).toString(), of.says],
  );
  return rows.length > 0;
}
