import type { Tx } from '#platform/db/index.ts';
import { announce } from '#platform/outbox/index.ts';

export interface TakenOver {
  readonly importId: string;
  readonly kind: string;
  readonly channel: string;
  readonly projects: readonly string[];
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refusedRows: number;
}

/** A file of a county touches thousands of projects: whoever listens hears of the import of each up to here, beyond it of the import once by place. */
const PROJECTS_NAMED = 100;

/** Tells that records arrived, once a project, in the transaction that took them over. */
export async function announceTaken(tx: Tx, taken: TakenOver): Promise<void> {
  const { importId, kind, channel, added, changed, unchanged, refusedRows, projects } = taken;
  const rows = await tx.query<{ id: string | null; region_code: string; gc_enterprise_id: string | null }>(
    projects.length <= PROJECTS_NAMED
      ? 'select id, region_code, gc_enterprise_id from prevention.project where id = any($1::bigint[]) order by id'
      : 'select null::bigint as id, left(min(region_code), 6) as region_code, null::bigint as gc_enterprise_id from prevention.project where id = any($1::bigint[])',
    [projects],
  );
  await announce(
    tx,
    ...rows.map((row) => ({
      kind: 'import.done',
      subject: `import:${importId}`,
      regionCode: row.region_code,
      enterpriseId: row.gc_enterprise_id,
      projectId: row.id,
      body: { kind, channel, added, changed, unchanged, refusedRows, projects: projects.length },
    })),
  );
}
