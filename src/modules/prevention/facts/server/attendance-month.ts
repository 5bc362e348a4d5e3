import type { CivilMonth } from '#kernel/civil-date.ts';
import type { Tx } from '#platform/db/index.ts';
import { statement } from './statement.ts';

/** One project and one work month. A null month speaks of the project as a whole. */
export interface ProjectMonthKey {
  readonly projectId: string;
  readonly month: CivilMonth | null;
}

/**
 * Brings 考勤月汇总 of the touched project-months up to what punches and sheets say now. Called in the transaction that
 * changed them, as app_ingest (or app_job): an acknowledged import never stands beside an old summary.
 */
export async function rebuildAttendanceMonth(tx: Tx, keys: readonly ProjectMonthKey[]): Promise<void> {
  const months = keys.filter((key) => key.month !== null);
  if (months.length === 0) return;
  await tx.query(statement('attendance-month'), [months.map((key) => key.projectId), months.map((key) => `${key.month}-01`)]);
}

/** Notes which project-months the next recompute must look at. Same transaction as the change. */
export async function markDirty(tx: Tx, keys: readonly ProjectMonthKey[], why: string): Promise<void> {
  if (keys.length === 0) return;
  await tx.query(
    'insert into prevention.dirty (project_id, month, why) select distinct k.project_id, k.month, $3 from unnest($1::bigint[], $2::date[]) as k(project_id, month)',
    [keys.map((key) => key.projectId), keys.map((key) => (key.month === null ? null : `${key.month}-01`)), why],
  );
}
