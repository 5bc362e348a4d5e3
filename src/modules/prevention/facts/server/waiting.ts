import { parseCivilMonth } from '#kernel/civil-date.ts';
import type { Store, Tx } from '#platform/db/index.ts';
import { markDirty, rebuildAttendanceMonth } from './attendance-month.ts';

/** Projects brought up in one transaction: what else writes into them waits no longer than that. */
const PROJECTS_AT_ONCE = 20;

/** Two that write into one project take their turns; in one order, so that they cannot wait for each other. */
export async function takeTurns(tx: Tx, projects: readonly string[]): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(7210005, (id % 2147483647)::int) from (select id from unnest($1::bigint[]) id order by id) turn', [projects]);
}

/** Notes, in the transaction that took the punches (as app_ingest), that the summary of these months is to be brought up. */
export async function markWaiting(tx: Tx, projectId: string, months: readonly string[]): Promise<void> {
  await tx.prepared('attendance-waiting', 'insert into prevention.attendance_waiting (project_id, month) select $1, m from unnest($2::date[]) m', [
    projectId,
    months.map((month) => `${month}-01`),
  ]);
}

/**
 * Brings 考勤月汇总 up to the punches that came without it and marks the months for the next sweep. A rebuild reads a whole
 * project-month, which a batch of twenty punches cannot wait for. Answers how many project-months there were; called by the
 * round of a serving process and before a sweep reads facts, by any number of processes.
 */
export async function settleAttendance(store: Store): Promise<number> {
  let settled = 0;
  for (;;) {
    const done = await store.within({ role: 'app_job' }, async (tx) => {
      const waiting = await tx.query<{ project_id: string }>(
        `select project_id from prevention.attendance_waiting group by project_id order by min(id) limit ${PROJECTS_AT_ONCE}`,
      );
      if (waiting.length === 0) return null;
      const projects = waiting.map((row) => row.project_id);
      await takeTurns(tx, projects);
      // Marks and punches were committed together: whose mark is seen here, their punches are seen by the next statement.
      const months = await tx.query<{ project_id: string; month: string }>(
        `with gone as (delete from prevention.attendance_waiting where project_id = any($1::bigint[]) returning project_id, month)
         select distinct project_id, to_char(month, 'YYYY-MM') as month from gone`,
        [projects],
      );
      const keys = months.map((row) => ({ projectId: row.project_id, month: parseCivilMonth(row.month) }));
      await rebuildAttendanceMonth(tx, keys);
      await markDirty(tx, keys, 'punches');
      return keys.length;
    });
    if (done === null) return settled;
    settled += done;
  }
}
