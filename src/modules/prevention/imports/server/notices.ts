import type { Happened } from '#modules/office/notifications/server/index.ts';
import type { Tx } from '#platform/db/index.ts';
import type { SpreadEvent } from '#platform/outbox/index.ts';

/** Tells who sent a file that it was taken over or could not be read, in case the page was left meanwhile. */
export async function importNotices(tx: Tx, events: readonly SpreadEvent[]): Promise<readonly Happened[]> {
  const byImport = new Map(
    events.filter((event) => event.kind === 'import.done' || event.kind === 'import.failed').map((event) => [event.subject.split(':')[1] ?? '', event]),
  );
  if (byImport.size === 0) return [];
  const rows = await tx.query<{
    id: string;
    file_name: string;
    account_id: string;
    problem: string | null;
    added: number;
    changed: number;
    error_rows: number;
    attempts: number;
  }>(`select id, file_name, account_id, problem, added, changed, error_rows, attempts from exchange.import where id = any($1::bigint[]) and channel = 'file'`, [
    [...byImport.keys()],
  ]);
  return rows.flatMap((row): Happened[] => {
    const event = byImport.get(row.id);
    if (event === undefined) return [];
    const done = event.kind === 'import.done';
    const left = row.error_rows > 0 ? `，${row.error_rows} 行没收` : '';
    return [
      {
        // Told once an import, though it is announced once a project.
        key: `${event.kind}:${row.id}:${row.attempts}`,
        event: 'import.finished',
        kind: 'progress',
        title: `${done ? '导入完成' : '导入没成'}：${row.file_name}`,
        says: done ? `新增 ${row.added} 条，更改 ${row.changed} 条${left}` : (row.problem ?? ''),
        link: `/imports/${row.id}`,
        at: event.at,
        accountIds: [row.account_id],
        regionCode: null,
      },
    ];
  });
}
