import type { Clock } from '#platform/clock.ts';
import type { Store } from '#platform/db/index.ts';
import { byClock, type OfficeDays } from '../domain/index.ts';
import { momentNow, type PlaceOf } from './place.ts';
import { LIFE_COLUMNS, type LifeRow, type ProjectRow, warningOf, write, type Write } from './store.ts';

export interface TickDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly placeOf: PlaceOf;
  readonly days: OfficeDays;
}

/** Warnings moved in one transaction. */
const PER_TRANSACTION = 2_000;

/** Moves every warning whose limit has passed up its chain, once a level. Returns how many moved. */
export async function escalateLate(deps: TickDeps): Promise<number> {
  let moved = 0;
  for (;;) {
    const done = await deps.store.within({ role: 'app_job' }, async (tx) => {
      const now = momentNow(deps.clock);
      // A level that was left once is not left again, so those rows are not even read.
      const rows = await tx.query<LifeRow & Omit<ProjectRow, 'id'> & { name: string }>(
        `select ${LIFE_COLUMNS}, w.industry, w.gc_enterprise_id, w.gc_name, w.project_name as name from monitoring.warning w
         where w.state <> 'closed' and w.level > 0 and w.act_until < $1 and (w.escalated_from & (1 << w.level)) = 0 order by w.id limit ${PER_TRANSACTION} for update of w skip locked`,
        [now],
      );
      const writes = rows.flatMap((row): Write[] => {
        const change = byClock(warningOf(row), { now, ladder: deps.placeOf(row.region_code).ladder, days: deps.days });
        return change === null ? [] : [{ known: row, project: { ...row, id: row.project_id }, change, outcome: null }];
      });
      const { written } = await write(tx, writes, { at: deps.clock.now(), on: deps.clock.today(), profile: '' });
      return written;
    });
    moved += done;
    if (done < PER_TRANSACTION) return moved;
  }
}
