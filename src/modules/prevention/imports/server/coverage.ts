import type { CivilDate } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/db/index.ts';
import type { CheckOrder } from './check-order.ts';

/**
 * What each kind of file speaks for, project by project: $1 the import, $2 and $3 the stated period, $4 the day of taking over,
 * $5 whether every row was taken. A refused row may be the very payment or worker that seems missing, so that such a file
 * speaks for no more than the rows it brought.
 */
const SPEAKS_FOR = {
  flows: `
    select sp.project_id, coalesce(nullif(max(sp.account), ''), max(j.account_no), '') as account_no,
      least(case when $5 then $2::date end, min(s.happened_on)) as from_on, greatest(case when $5 then $3::date end, max(s.happened_on)) as through_on
    from exchange.staged_project sp join prevention.project j on j.id = sp.project_id
      left join exchange.staged_flow s on s.import_id = sp.import_id and s.project_ref = sp.ref and not s.refused
    where sp.import_id = $1 group by sp.project_id`,
  punch: `
    select sp.project_id, '' as account_no,
      least(case when $5 then $2::date end, min(s.happened_at)::date) as from_on, greatest(case when $5 then $3::date end, max(s.happened_at)::date) as through_on
    from exchange.staged_project sp join exchange.staged_punch s on s.import_id = sp.import_id and s.project_ref = sp.ref and not s.refused
    where sp.import_id = $1 group by sp.project_id`,
  sheet: `
    select sp.project_id, '' as account_no, s.month as from_on,
      greatest(case when $5 and ($3::date is not null or s.month + interval '1 month' <= $4::date) then least((s.month + interval '1 month')::date - 1, $3::date) end, prevention.last_day(bit_or(s.full_days | s.half_days), s.month)) as through_on
    from exchange.staged_project sp join exchange.staged_sheet s on s.import_id = sp.import_id and s.project_ref = sp.ref and not s.refused
    where sp.import_id = $1 and $2::date is not distinct from $2 group by sp.project_id, s.month`,
} as const;

/** Keeps what the file speaks for, also where all its rows were held already or it has none. */
export async function takeCoverage(tx: Tx, order: CheckOrder, wasTakenWhole: boolean): Promise<void> {
  if (order.kind !== 'flows' && order.kind !== 'attendance') return;
  const form = order.kind === 'flows' ? 'flows' : (order.form ?? 'sheet');
  const { from = null, until = null } = order.period ?? {};
  const covered = await tx.query<{ project_id: string }>(
    `insert into prevention.coverage (project_id, feed, account_no, from_on, through_on, import_id)
     select project_id, $6, account_no, from_on, least(through_on, $4::date), $1 from (${SPEAKS_FOR[form]}) c
     where project_id is not null and from_on <= least(through_on, $4::date) returning project_id`,
    [order.importId, from, until, order.on, wasTakenWhole, order.kind],
  );
  await markProjects(tx, covered, `import:${order.importId}`);
}

/** Keeps that all movements of an account from one day to another are held, on the word of whoever keeps the account. */
export async function coverFlows(
  tx: Tx,
  importId: string,
  of: { readonly projectId: string; readonly accountNo: string; readonly from: CivilDate; readonly through: CivilDate },
): Promise<void> {
  await tx.query("insert into prevention.coverage (project_id, feed, account_no, from_on, through_on, import_id) values ($1, 'flows', $2, $3, $4, $5)", [
    of.projectId,
    of.accountNo,
    of.from,
    of.through,
    importId,
  ]);
  await markProjects(tx, [{ project_id: of.projectId }], `import:${importId}`);
}

export async function undoCoverage(tx: Tx, importId: string, projects: readonly string[]): Promise<void> {
  const undone = await tx.query<{ project_id: string }>(
    'update prevention.coverage set undone_at = now() where project_id = any($2::bigint[]) and import_id = $1 and undone_at is null returning project_id',
    [importId, projects],
  );
  await markProjects(tx, undone, `undo:${importId}`);
}

/** Projects of which no row changed: the others are marked by month already. */
async function markProjects(tx: Tx, rows: readonly { readonly project_id: string }[], why: string): Promise<void> {
  await tx.query(
    `insert into prevention.dirty (project_id, month, why) select distinct p.id, null::date, $2 from unnest($1::bigint[]) p(id)
     where not exists (select from prevention.dirty d where d.project_id = p.id and d.why = $2)`,
    [rows.map((row) => row.project_id), why],
  );
}
