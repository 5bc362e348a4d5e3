import { markDirty, type ProjectMonthKey, rebuildAttendanceMonth, takeTurns } from '#modules/prevention/facts/server/index.ts';
import type { Tx } from '#platform/db/index.ts';
import type { ImportKind } from '../domain/index.ts';
import { undoCoverage } from './coverage.ts';
import { keysOf, tellWhose } from './taking.ts';

/** Why an import cannot be undone, or what undoing it did. */
export type Undoing = { readonly refusal: string } | { readonly refusal: null; readonly removed: number; readonly restored: number };

const SUPERSEDED: Readonly<Partial<Record<ImportKind, string>>> = { roster: 'prevention.roster_entry', payroll: 'prevention.payroll_line' };

/**
 * What a channel keeps beside the records of files, taken back in the same transaction and before them. Answers why it cannot be;
 * then the whole undo is off.
 */
export type AlsoUndo = (
  tx: Tx,
  one: { readonly importId: string; readonly channel: string; readonly kind: ImportKind; readonly projects: readonly string[] },
) => Promise<string | null>;

/** Puts back what one import replaced and puts out of force what it brought, as app_ingest for its projects. */
export async function undoRecords(tx: Tx, importId: string, kind: ImportKind, form: 'punch' | 'sheet' | null, projects: readonly string[]): Promise<Undoing> {
  await takeTurns(tx, projects);
  const table = kind === 'attendance' && form === 'sheet' ? 'prevention.attendance_sheet' : SUPERSEDED[kind];
  const undoing =
    table !== undefined
      ? await undoSuperseding(tx, importId, kind, table, projects)
      : kind === 'flows'
        ? await undoFlows(tx, importId, projects)
        : await undoPunches(tx, importId, projects);
  if (undoing.refusal === null) await undoCoverage(tx, importId, projects);
  return undoing;
}

async function undoSuperseding(tx: Tx, importId: string, kind: ImportKind, table: string, projects: readonly string[]): Promise<Undoing> {
  const [later] = await tx.query<{ rows: string }>(
    // What it replaced of its own, two words about one person in one message, is no later import.
    `select count(*) as rows from ${table} where project_id = any($2::bigint[]) and import_id = $1 and superseded_at is not null and superseded_by_import is distinct from $1`,
    [importId, projects],
  );
  if (Number(later?.rows ?? 0) > 0) return { refusal: `其中 ${later?.rows} 行已被之后的导入替换。请先撤销后来的导入。` };
  const touched = kind === 'roster' ? projects.map((projectId) => ({ projectId, month: null })) : await touchedMonths(tx, table, importId, projects, 't.month');
  const removed = await tx.client.query(
    `update ${table} set superseded_at = now(), superseded_by_import = $1 where project_id = any($2::bigint[]) and import_id = $1 and superseded_at is null`,
    [importId, projects],
  );
  const restored = await tx.client.query(
    `update ${table} set superseded_at = null, superseded_by_import = null where project_id = any($2::bigint[]) and superseded_by_import = $1 and import_id <> $1`,
    [importId, projects],
  );
  if (kind === 'attendance') await rebuildAttendanceMonth(tx, touched);
  else await tellAgainWhose(tx, projects);
  await markDirty(tx, touched, `undo:${importId}`);
  return { refusal: null, removed: removed.rowCount ?? 0, restored: restored.rowCount ?? 0 };
}

async function touchedMonths(tx: Tx, table: string, importId: string, projects: readonly string[], months: string): Promise<readonly ProjectMonthKey[]> {
  return keysOf(
    await tx.query<{ project_id: string; month: string }>(
      `select distinct t.project_id, to_char(m.month, 'YYYY-MM') as month from ${table} t cross join unnest(array[${months}]) m(month) where t.project_id = any($2::bigint[]) and t.import_id = $1 and m.month is not null`,
      [importId, projects],
    ),
  );
}

/** Whose card a payment went to is worked out again from what is in force now. */
async function tellAgainWhose(tx: Tx, projects: readonly string[]): Promise<void> {
  await tx.query('update prevention.account_flow set person_id = null where project_id = any($1::bigint[]) and person_id is not null and undone_at is null', [
    projects,
  ]);
  await tellWhose(tx, projects, 'true');
}

async function undoFlows(tx: Tx, importId: string, projects: readonly string[]): Promise<Undoing> {
  const [later] = await tx.query<{ rows: string }>(
    'select count(*) as rows from prevention.account_flow where project_id = any($2::bigint[]) and import_id = $1 and undone_at is not null',
    [importId, projects],
  );
  if (Number(later?.rows ?? 0) > 0) return { refusal: `其中 ${later?.rows} 笔已被之后的导入替换。请先撤销后来的导入。` };
  const touched = await touchedMonths(tx, 'prevention.account_flow', importId, projects, 't.month, t.pay_month');
  const removed = await tx.client.query(
    'update prevention.account_flow set undone_at = now() where project_id = any($2::bigint[]) and import_id = $1 and undone_at is null',
    [importId, projects],
  );
  const restored = await tx.client.query(
    'update prevention.account_flow f set undone_at = null from exchange.replaced_flow r where r.import_id = $1 and f.project_id = r.project_id and f.month = r.month and f.id = r.flow_id',
    [importId],
  );
  await tx.query('delete from exchange.replaced_flow where import_id = $1', [importId]);
  await markDirty(tx, touched, `undo:${importId}`);
  return { refusal: null, removed: removed.rowCount ?? 0, restored: restored.rowCount ?? 0 };
}

async function undoPunches(tx: Tx, importId: string, projects: readonly string[]): Promise<Undoing> {
  const touched = await touchedMonths(tx, 'prevention.punch', importId, projects, 't.month');
  const removed = await tx.client.query('delete from prevention.punch where project_id = any($2::bigint[]) and import_id = $1', [importId, projects]);
  await rebuildAttendanceMonth(tx, touched);
  await markDirty(tx, touched, `undo:${importId}`);
  return { refusal: null, removed: removed.rowCount ?? 0, restored: 0 };
}
