import type { Tx } from '#platform/db/index.ts';
import type { SpreadEvent } from '#platform/outbox/index.ts';
import type { Happened } from '#modules/office/notifications/server/index.ts';

/** Tells who made a document that it waits to be served: only the last version counts, and none that was served or withdrawn meanwhile. */
export async function documentNotices(tx: Tx, events: readonly SpreadEvent[]): Promise<readonly Happened[]> {
  const last = new Map(events.filter((event) => event.kind === 'document.to-serve').map((event) => [event.subject.split(':')[1] ?? '', event]));
  if (last.size === 0) return [];
  const rows = await tx.query<{ id: string; title: string; number_text: string | null; version: number; made_by: string; region_code: string }>(
    `select d.id, d.title, d.number_text, v.version, v.made_by, d.region_code from documents.document d
       join lateral (select version, made_by from documents.version v where v.document_id = d.id order by version desc limit 1) v on true
     where d.id = any($1::bigint[]) and not exists (select from documents.withdrawal w where w.document_id = d.id)
       and not exists (select from documents.service s where s.document_id = d.id and s.version = v.version)`,
    [[...last.keys()]],
  );
  return rows.flatMap((row): Happened[] => {
    const event = last.get(row.id);
    if (event === undefined || event.body['version'] !== row.version) return [];
    return [
      {
        key: `document.to-serve:${row.id}:${row.version}`,
        event: 'document.to-serve',
        kind: 'todo',
        title: `待送达：${row.title}`,
        says: `${row.number_text === null ? '' : `${row.number_text}，`}${row.version > 1 ? '更正后的，' : ''}送达以后登记送达方式和日期`,
        link: `/documents/${row.id}`,
        at: event.at,
        accountIds: [row.made_by],
        regionCode: null,
      },
    ];
  });
}
