import type { CivilMonth } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/db/index.ts';
import { anywhere } from './paging.ts';

/** Lists for other systems: by number, so that a page costs the same wherever it stands. All under the caller's scope. */
export interface After {
  /** The number of the last row had; '0' for the beginning. */
  readonly after: string;
  readonly limit: number;
}

export interface OpenProject {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly region_code: string;
  readonly industry: string;
  readonly state: 'building' | 'paused' | 'finished';
  readonly is_government: boolean | null;
  readonly gc_name: string;
  readonly gc_credit_code: string | null;
  readonly owner_name: string | null;
  readonly started_on: string | null;
  readonly finish_due_on: string | null;
  readonly pay_day: number | null;
  readonly on_site: number;
  readonly arrears_fen: string;
  readonly arrears_people: number;
}

export interface OpenProjectFilter extends After {
  /** Only this project; null for all in scope. */
  readonly projectId: string | null;
  readonly region: string | null;
  readonly state: OpenProject['state'] | null;
}

export function openProjects(tx: Tx, filter: OpenProjectFilter): Promise<OpenProject[]> {
  return tx.prepared<OpenProject>(
    'open-projects',
    `select p.id, p.code, p.name, p.region_code, p.industry, p.state, p.is_government, g.name as gc_name, g.credit_code as gc_credit_code, o.name as owner_name,
       p.started_on, p.finish_due_on, p.pay_day, coalesce(f.on_site, 0) as on_site, coalesce(f.arrears_fen, 0)::text as arrears_fen, coalesce(f.arrears_people, 0) as arrears_people
     from prevention.project p
       join prevention.enterprise g on g.id = p.gc_enterprise_id
       left join prevention.enterprise o on o.id = p.owner_enterprise_id
       left join prevention.project_fact f on f.project_id = p.id
     where p.id > $1 and ($2::bigint is null or p.id = $2) and ($3::text is null or p.region_code >= $3 and p.region_code < $3 || '~') and ($4::text is null or p.state = $4)
     order by p.id limit $5`,
    [filter.after, filter.projectId, filter.region, filter.state, filter.limit],
  );
}

export interface OpenRosterEntry {
  readonly id: string;
  readonly person_id: string;
  readonly name: string;
  readonly identity_mask: string;
  readonly phone_mask: string | null;
  readonly employer: string | null;
  readonly team: string | null;
  readonly job: string | null;
  readonly entered_on: string;
  readonly left_on: string | null;
  readonly contract_signed_on: string | null;
  readonly contract_until: string | null;
  readonly card_tail: string | null;
  readonly card_bank: string | null;
}

export function openRoster(tx: Tx, projectId: string, { after, limit }: After, onSiteOnly: boolean): Promise<OpenRosterEntry[]> {
  return tx.prepared<OpenRosterEntry>(
    'open-roster',
    `select r.id, r.person_id, r.name, r.identity_mask, r.phone_mask, e.name as employer, nullif(r.team, '') as team, r.job, r.entered_on, r.left_on,
       r.contract_signed_on, r.contract_until, r.card_tail, r.card_bank
     from prevention.roster_entry r left join prevention.enterprise e on e.id = r.employer_enterprise_id
     where r.project_id = $1 and r.superseded_at is null and r.id > $2 and (not $3 or r.left_on is null) order by r.id limit $4`,
    [projectId, after, onSiteOnly, limit],
  );
}

export interface OpenPayroll {
  readonly month: string;
  readonly team: string;
  readonly people: number;
  readonly lines: number;
  readonly due_fen: string;
  readonly deducted_fen: string;
  readonly net_fen: string;
  readonly signed_lines: number | null;
  readonly made_on: string;
  readonly recorded_at: Date;
}

/** 工资表 as sums of months and teams; no person can be told from it unless a team is one person. */
export function openPayrolls(tx: Tx, projectId: string, month: CivilMonth | null): Promise<OpenPayroll[]> {
  return tx.query<OpenPayroll>(
    `select to_char(month, 'YYYY-MM') as month, team, count(distinct person_id)::int as people, count(*)::int as lines, sum(due_fen)::text as due_fen,
       sum(advance_fen + withheld_fen + other_deduction_fen)::text as deducted_fen, sum(net_fen)::text as net_fen,
       case when count(signed) > 0 then count(*) filter (where signed)::int end as signed_lines, max(made_on) as made_on, max(recorded_at) as recorded_at
     from prevention.payroll_line where project_id = $1 and superseded_at is null and ($2::date is null or month = $2)
     group by 1, 2 order by 1 desc, 2 limit 1000`,
    [projectId, month === null ? null : `${month}-01`],
  );
}

export interface OpenPayment {
  readonly person_id: string;
  readonly name: string | null;
  readonly identity_mask: string | null;
  readonly team: string | null;
  readonly net_fen: string;
  readonly paid_fen: string;
  readonly refunded_fen: string;
  readonly open_refunds: number;
  readonly first_paid_on: string | null;
  readonly settled_on: string | null;
}

/** Whether each worker of a month has been paid. */
export function openPayments(tx: Tx, projectId: string, month: CivilMonth, { after, limit }: After): Promise<OpenPayment[]> {
  return tx.prepared<OpenPayment>(
    'open-payments',
    `select w.person_id, coalesce(l.name, r.name) as name, coalesce(l.identity_mask, r.identity_mask) as identity_mask, coalesce(nullif(l.team, ''), nullif(r.team, '')) as team,
       w.net_fen, w.paid_fen, w.refunded_fen, w.open_refunds, w.first_paid_on, w.settled_on
     from prevention.worker_month w
       left join lateral (select name, identity_mask, team from prevention.payroll_line l
         where l.project_id = w.project_id and l.month = w.month and l.person_id = w.person_id and l.superseded_at is null order by l.id limit 1) l on true
       left join lateral (select name, identity_mask, team from prevention.roster_entry r
         where r.project_id = w.project_id and r.person_id = w.person_id and r.superseded_at is null order by r.entered_on desc limit 1) r on true
     where w.project_id = $1 and w.month = $2 and w.person_id > $3 and (w.net_fen > 0 or w.paid_fen > 0) order by w.person_id limit $4`,
    [projectId, `${month}-01`, after, limit],
  );
}

/** Whether the project is there for the transaction's eyes. */
export async function seesProject(tx: Tx, projectId: string): Promise<boolean> {
  return (await tx.query('select from prevention.project where id = $1', [projectId])).length > 0;
}

/** Names by number, of what the transaction may see. */
export async function namesOf(
  tx: Tx,
  enterprises: readonly string[],
  projects: readonly string[],
): Promise<{ readonly enterprises: ReadonlyMap<string, string>; readonly projects: ReadonlyMap<string, string> }> {
  const named = async (table: 'enterprise' | 'project', ids: readonly string[]) => {
    if (ids.length === 0) return new Map<string, string>();
    const rows = await tx.query<{ id: string; name: string }>(`select id, name from prevention.${table} where id = any($1::bigint[])`, [ids]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  };
  return { enterprises: await named('enterprise', enterprises), projects: await named('project', projects) };
}

/** Where a project lies and whose it is; without one, the reader's own place, or that of the enterprise's first project. */
export async function placeOfProject(
  tx: Tx,
  projectId: string | null,
  by: { readonly regionCode: string | null; readonly enterpriseId: string | null },
): Promise<{ readonly regionCode: string; readonly enterpriseId: string | null } | undefined> {
  if (projectId === null && by.regionCode !== null) return { regionCode: by.regionCode, enterpriseId: null };
  const [row] = await tx.query<{ region_code: string; gc_enterprise_id: string }>(
    'select region_code, gc_enterprise_id from prevention.project where ($1::bigint is null or id = $1) order by id limit 1',
    [projectId],
  );
  return row === undefined ? undefined : { regionCode: row.region_code, enterpriseId: row.gc_enterprise_id };
}

/** Projects in the order of their numbers, for lists that are leafed through. */
export function projectsAfter(tx: Tx, { after, limit, q }: After & { readonly q: string }): Promise<{ readonly id: string; readonly name: string }[]> {
  return tx.query("select id, name from prevention.project where id > $1 and ($2 = '' or name ilike $3) and state <> 'finished' order by id limit $4", [
    after,
    q,
    anywhere(q),
    limit,
  ]);
}
