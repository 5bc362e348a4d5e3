import { createHash } from 'node:crypto';
import type { CivilDate } from '#kernel/civil-date.ts';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import { record } from '#platform/audit/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Scope, Store, Tx } from '#platform/db/index.ts';
import { copyLines, hashedLines } from '#platform/exchange/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import type { FlowRow, ImportKind, PayrollRow, PunchRow, RosterRow, SheetRow, StatedPeriod } from '../domain/index.ts';
import { announceTaken } from './announcing.ts';
import type { CheckOrder } from './check-order.ts';
import { checkStaged } from './checking.ts';
import { coverFlows, undoCoverage } from './coverage.ts';
import { copyReferences, serials, STAGING_TABLES } from './reading.ts';
import type { Sender } from './sender.ts';
import { flowLine, type LineMaker, payrollLine, punchLine, type References, references, rosterLine, sheetLine } from './staged-lines.ts';
import { takeStaged } from './taking.ts';

/** Rows that came by machine, already read: of one kind, numbered by `no` as their sender numbers them. */
export type IntakeRows =
  | { readonly kind: 'roster'; readonly rows: readonly RosterRow[] }
  | { readonly kind: 'payroll'; readonly rows: readonly PayrollRow[] }
  | { readonly kind: 'flows'; readonly rows: readonly FlowRow[]; readonly period?: StatedPeriod }
  | { readonly kind: 'attendance'; readonly form: 'sheet'; readonly rows: readonly SheetRow[]; readonly period?: StatedPeriod }
  | { readonly kind: 'attendance'; readonly form: 'punch'; readonly rows: readonly PunchRow[]; readonly period?: StatedPeriod };

export interface IntakeOrder {
  readonly channel: 'real-name' | 'device' | 'bank' | 'open-api';
  /** Shown where a file has its name: the method or message that brought the rows. */
  readonly name: string;
  /** All rows or none; otherwise rows with errors are left out and the others taken. */
  readonly allOrNothing: boolean;
  /** Rows that name no project are of this one. */
  readonly projectId?: string | null;
}

export interface RowFault {
  readonly row: number;
  readonly heading: string;
  readonly value: string;
  readonly reason: string;
  readonly cure: string;
  readonly severity: 'error' | 'warning';
}

export interface IntakeOutcome {
  /** The import the records carry; null when nothing was taken. */
  readonly importId: string | null;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly projects: readonly string[];
  readonly faults: readonly RowFault[];
}

export interface Intake {
  /** Puts the rows through the checks of a file and takes them over in one transaction. `more` joins that transaction, as app_ingest. */
  take(by: Sender, order: IntakeOrder, rows: IntakeRows, more?: (tx: Tx, importId: string) => Promise<void>): Promise<Result<IntakeOutcome>>;
  /** Keeps what a statement without rows keeps: that all movements of these days are held. Days that are not over are left out; null when none is left. */
  cover(by: Sender, order: IntakeOrder, days: CoveredFlows): Promise<Result<string | null>>;
  /** Takes such a word back, when what it rested on no longer holds. */
  uncover(projectId: string, importId: string): Promise<void>;
}

export interface CoveredFlows {
  readonly projectId: string;
  readonly accountNo: string;
  readonly from: CivilDate;
  readonly through: CivilDate;
}

const INGEST = (projectIds: readonly string[]): Scope => ({ role: 'app_ingest', projectIds });
const NOT_ALLOWED: Refusal = { code: 'not-allowed', says: '这个接口应用没有上报这类数据的权限。请在对接管理中核对。' };
/** More come in several messages: each holds the projects it writes into. */
const ROWS_AT_ONCE = 20_000;

/** What arrives by machine lands where files land: the same staging, the same checks, the same records. */
export function intake({ store, clock, vault }: { readonly store: Store; readonly clock: Clock; readonly vault: Vault }): Intake {
  async function opened(by: Sender, order: IntakeOrder, kind: ImportKind): Promise<string> {
    // Until it is taken it counts as given up: whatever stops the process, nothing has to be tidied to be right.
    const [row] = await store.within(by.scope, (tx) =>
      tx.query<{ id: string }>(
        `insert into exchange.import (channel, file_name, kind, state, account_id, account_name, account_role, region_code, enterprise_id, scope, project_id)
         values ($1, $2, $3, 'cancelled', $4, $5, $6, $7, $8, $9, $10) returning id`,
        [
          order.channel,
          order.name,
          kind,
          by.accountId,
          by.name,
          by.role,
          by.enterpriseId === null ? by.regionCode : null,
          by.enterpriseId,
          JSON.stringify(by.scope),
          order.projectId ?? null,
        ],
      ),
    );
    return row?.id ?? '';
  }

  async function stage(importId: string, given: IntakeRows): Promise<void> {
    await store.within(INGEST([]), async (tx) => {
      const refs = references(vault);
      await copyRows(tx, importId, given, refs);
      await copyReferences(tx.client, vault, importId, refs, hashedLines(createHash('sha256')));
    });
  }

  async function copyRows(tx: Tx, importId: string, given: IntakeRows, refs: References): Promise<void> {
    switch (given.kind) {
      case 'roster':
        return copyAll(tx, importId, rosterLine(vault, refs), given.rows);
      case 'payroll':
        return copyAll(tx, importId, payrollLine(vault, refs), given.rows);
      case 'flows':
        return copyAll(tx, importId, flowLine(vault, refs, serials()), given.rows);
      case 'attendance':
        return given.form === 'sheet' ? copyAll(tx, importId, sheetLine(refs), given.rows) : copyAll(tx, importId, punchLine(refs), given.rows);
    }
  }

  async function forget(tx: Tx, importId: string): Promise<void> {
    for (const table of STAGING_TABLES) await tx.query(`delete from exchange.${table} where import_id = $1`, [importId]);
  }

  return {
    async cover(by, order, { projectId, accountNo, from, through }) {
      if (!by.permissions.includes('import.records')) return refuse(NOT_ALLOWED);
      const today = clock.today();
      const until = through < today ? through : today;
      if (until < from) return ok(null);
      const importId = await opened(by, { ...order, projectId }, 'flows');
      return store.within(INGEST([projectId]), async (tx) => {
        await coverFlows(tx, importId, { projectId, accountNo, from, through: until });
        await tx.query(
          "update exchange.import set state = 'done', done_at = now(), changed_at = now(), progress = 1, rows_read = 0, added = 0, changed = 0, unchanged = 0, projects = $2, error_rows = 0, accepted = $3 where id = $1",
          [importId, [projectId], JSON.stringify({ rows: 0, people: 0, projects: 1, amountFen: '0', from, until })],
        );
        await record(tx, {
          by: { accountId: by.accountId, name: by.name, role: by.role },
          action: 'import.accepted',
          object: `import:${importId}`,
          region: by.regionCode,
          detail: { kind: 'flows', channel: order.channel, from, until },
        });
        return ok(importId);
      });
    },
    async uncover(projectId, importId) {
      await store.within(INGEST([projectId]), (tx) => undoCoverage(tx, importId, [projectId]));
    },
    async take(by, order, given, more) {
      if (!by.permissions.includes('import.records')) return refuse(NOT_ALLOWED);
      if (given.rows.length > ROWS_AT_ONCE) {
        return refuse({ code: 'intake-too-large', says: `一次最多 ${ROWS_AT_ONCE} 行，这次有 ${given.rows.length} 行。请分几次发送。` });
      }
      const importId = await opened(by, order, given.kind);
      await stage(importId, given);
      const form = given.kind === 'attendance' ? given.form : null;
      const check: CheckOrder = {
        importId,
        kind: given.kind,
        form,
        period: given.kind === 'flows' || given.kind === 'attendance' ? (given.period ?? null) : null,
        scope: by.scope,
        projectId: order.projectId ?? null,
        on: clock.today(),
      };
      const found = await checkStaged(store, check);
      return store.within(INGEST(found.projects), async (tx) => {
        const faults = await tx.query<RowFault>(
          'select row_no as row, heading, value, reason, cure, severity from exchange.cell_error where import_id = $1 order by row_no, column_no',
          [importId],
        );
        const refused = new Set(faults.filter((fault) => fault.severity === 'error').map((fault) => fault.row)).size;
        const takesAny = order.allOrNothing ? refused === 0 : refused < given.rows.length;
        const nothing = { importId: null, added: 0, changed: 0, unchanged: 0, projects: found.projects, faults };
        if (!takesAny || given.rows.length === 0) {
          await forget(tx, importId);
          return ok(nothing);
        }
        const taken = await takeStaged(tx, check, found.projects, refused);
        await more?.(tx, importId);
        await tx.query(
          `update exchange.import set state = 'done', done_at = now(), changed_at = now(), progress = 1, rows_read = $2, added = $3, changed = $4, unchanged = $5, projects = $6, error_rows = $7, accepted = $8,
             region_code = coalesce(region_code, (select min(region_code) from prevention.project where id = any($6::bigint[])))
           where id = $1`,
          [importId, given.rows.length, taken.added, taken.changed, taken.unchanged, found.projects, refused, JSON.stringify(found.accepted)],
        );
        await forget(tx, importId);
        await announceTaken(tx, { importId, kind: given.kind, channel: order.channel, projects: found.projects, ...taken, refusedRows: refused });
        await record(tx, {
          by: { accountId: by.accountId, name: by.name, role: by.role },
          action: 'import.accepted',
          object: `import:${importId}`,
          region: by.regionCode,
          detail: { kind: given.kind, channel: order.channel, ...taken, refusedRows: refused },
        });
        return ok({ importId, ...taken, projects: found.projects, faults });
      });
    },
  };
}

async function copyAll<Row extends { readonly no: number }>(tx: Tx, importId: string, maker: LineMaker<Row>, rows: readonly Row[]): Promise<void> {
  const copy = copyLines(tx.client, maker.table, ['import_id', 'row_no', ...maker.columns]);
  for (const row of rows) {
    copy.add(`${importId}\t${row.no}\t`, maker.meaning(row), maker.ciphers === undefined ? '' : `\t${maker.ciphers(row)}`);
    await copy.drain();
  }
  await copy.end();
}
