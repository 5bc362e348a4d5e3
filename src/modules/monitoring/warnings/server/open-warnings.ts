import type { Tx } from '#platform/db/index.ts';

/** Open warnings by project, of the projects named or of all the transaction may see: how many, and the worst level among them. */
export async function openWarningsByProject(
  tx: Tx,
  projectIds: readonly string[] | null,
): Promise<ReadonlyMap<string, { readonly open: number; readonly worst: number }>> {
  const rows = await tx.query<{ project_id: string; open: number; worst: number }>(
    `select project_id, count(*)::integer as open, max(level) as worst from monitoring.warning
     where state <> 'closed' and ($1::bigint[] is null or project_id = any ($1)) group by project_id`,
    [projectIds],
  );
  return new Map(rows.map((row) => [row.project_id, { open: row.open, worst: row.worst }]));
}
