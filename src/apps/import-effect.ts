import type { ImportView } from '#modules/prevention/imports/domain/wire.ts';
import type { Store } from '#platform/db/index.ts';

/**
 * What an import did to the warnings of its projects, counted from the steps the data took since. Not from the sweep that follows it: the
 * watch, here or in another process, may have swept first.
 */
export async function effectOf(store: Store, importId: string): Promise<ImportView['effect']> {
  const [taken] = await store.within({ role: 'app_ingest', projectIds: [] }, (tx) =>
    tx.query<{ projects: string[]; done_at: string | null }>('select projects::text[] as projects, done_at::text from exchange.import where id = $1', [
      importId,
    ]),
  );
  if (taken === undefined || taken.done_at === null) return null;
  const [counted] = await store.within({ role: 'app_job' }, (tx) =>
    tx.query<{ raised: number; grown: number; cleared: number }>(
      `select (count(*) filter (where step in ('raised', 'reopened', 'stands-again')))::integer as raised,
         (count(*) filter (where step = 'grown'))::integer as grown, (count(*) filter (where step = 'cleared'))::integer as cleared
       from monitoring.step where project_id = any ($1::bigint[]) and recorded_at >= $2::timestamptz and by_account_id is null`,
      [taken.projects, taken.done_at],
    ),
  );
  return counted ?? null;
}
