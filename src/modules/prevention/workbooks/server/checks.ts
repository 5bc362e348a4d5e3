import type { CivilMonth } from '#kernel/civil-date.ts';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import type { Sender } from '#modules/prevention/imports/server/index.ts';
import { record } from '#platform/audit/index.ts';
import { inBoundedThread } from '#platform/bounded-thread.ts';
import type { Clock } from '#platform/clock.ts';
import { rowsByCursor, type Store } from '#platform/db/index.ts';
import type { TableRow } from '#platform/exchange/index.ts';
import { checkForm, type FormRecord, FORMS, type ReportKind, type WorkbookCheck } from '../domain/index.ts';
import { sourceOf } from './sources.ts';
import { maskedRecords, type SourceRow } from './whole-numbers.ts';

export interface ReportSent {
  readonly kind: ReportKind;
  readonly projectId: string;
  readonly month: CivilMonth | null;
  readonly content: Buffer;
}

export interface Checks {
  check(by: Sender, sent: ReportSent): Promise<Result<WorkbookCheck>>;
}

/** A report of one project and month; larger ones are no report. */
const MOST_ROWS = 20_000;
const READING_MEGABYTES = 256;
const READING_SECONDS = 30;

/** Reports are held against the records and not taken in. */
export function workbookChecks({ store, clock }: { readonly store: Store; readonly clock: Clock }): Checks {
  return {
    async check(by, { kind, projectId, month, content }) {
      if (FORMS[kind].of === 'project-month' && month === null) return refuse({ code: 'bad-request', says: `${FORMS[kind].title}要先选定月份。` });
      const [project] = await store.within(by.scope, (tx) =>
        tx.query<{ region_code: string }>('select region_code from prevention.project where id = $1', [projectId]),
      );
      if (project === undefined) return refuse({ code: 'project-not-found', says: '没有找到这个项目，或不在您的管辖范围内。请重新选择。' });
      const rows = await rowsOf(content);
      if (!rows.ok) return rows;
      const source = sourceOf({ kind, projectId, month, isForm: false, on: clock.today() });
      const held: FormRecord[] = [];
      for await (const batch of rowsByCursor<SourceRow>(store, by.scope, source.sql, source.values)) held.push(...maskedRecords(batch));
      const checked = checkForm(kind, rows.value, held);
      if (checked.ok) {
        const { rows: read, equal, differences } = checked.value;
        await store.within(by.scope, (tx) =>
          record(tx, {
            by,
            action: 'report.checked',
            object: `project:${projectId}`,
            region: project.region_code,
            detail: { kind, month, rows: read, equal, differences: differences.length },
          }),
        );
      }
      return checked;
    },
  };
}

/** The rows of the file, read in a thread whose memory and time are bounded. */
async function rowsOf(content: Buffer): Promise<Result<readonly TableRow[]>> {
  const data = { file: content, most: MOST_ROWS };
  const limits = { seconds: READING_SECONDS, megabytes: READING_MEGABYTES };
  const read = await inBoundedThread<{ readonly rows: readonly TableRow[]; readonly refusal: Refusal | null }>(
    new URL('./rows-thread.ts', import.meta.url),
    data,
    limits,
  );
  if (read === 'too-long' || read === 'broken') return refuse(UNREADABLE);
  return read.refusal === null ? ok(read.rows) : refuse(read.refusal);
}

const UNREADABLE: Refusal = { code: 'file-unsupported', says: '这个文件读不出来。请在 Excel 里打开它，另存为 .xlsx 后再传。' };
