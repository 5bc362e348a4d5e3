import type { Scope } from '#platform/db/index.ts';
import {
  type ColumnGuess,
  type ControlTotals,
  DICTIONARIES,
  type FieldChoice,
  type ImportKind,
  type ImportState,
  type ImportView,
  KIND_NAMES,
} from '../domain/index.ts';
import type { Preview } from './reading.ts';
import type { Sender } from './sender.ts';

/** One row of exchange.import as read. */
export interface ImportRow {
  readonly id: string;
  /** Null for what came by machine. */
  readonly upload_id: string | null;
  /** `file`, or how a machine sent it. */
  readonly channel: string;
  readonly kind: ImportKind | null;
  readonly chosen_kind: ImportKind | null;
  readonly chosen_columns: readonly { readonly column: number; readonly field: string | null }[] | null;
  readonly state: ImportState;
  readonly file_name: string;
  readonly size: number;
  readonly account_id: string;
  readonly account_name: string;
  readonly account_role: string;
  readonly region_code: string | null;
  readonly enterprise_id: string | null;
  readonly scope: Scope;
  readonly project_id: string | null;
  readonly project_name: string | null;
  readonly month: string | null;
  readonly mapping: readonly ColumnGuess[];
  readonly preview: Preview | null;
  readonly signature: string | null;
  readonly problem: string | null;
  readonly progress: number;
  readonly rows_read: number;
  readonly staged_rows: number | null;
  readonly content_hash: Buffer | null;
  readonly totals: ControlTotals | null;
  readonly accepted: ControlTotals | null;
  readonly error_rows: number;
  readonly error_cells: number;
  readonly warning_cells: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly projects: readonly string[];
  readonly effect: ImportView['effect'];
  readonly attempts: number;
  readonly uploaded_at: Date;
}

export function viewOf(row: ImportRow, by: Sender): ImportView {
  return {
    id: row.id,
    kind: row.kind,
    kindName: row.kind === null ? '待识别' : KIND_NAMES[row.kind],
    state: row.state,
    fileName: row.file_name,
    size: row.size,
    uploadedBy: row.account_name,
    uploadedAt: row.uploaded_at.toISOString(),
    progress: row.progress,
    rowsRead: row.rows_read,
    totals: row.totals,
    accepted: row.accepted,
    errorRows: row.error_rows,
    errorCells: row.error_cells,
    warningCells: row.warning_cells,
    added: row.added,
    changed: row.changed,
    unchanged: row.unchanged,
    mapping: row.mapping,
    fields: row.kind === null ? [] : fieldsOf(row.kind),
    project: row.project_id === null ? null : { id: row.project_id, name: row.project_name ?? '' },
    month: row.month,
    problem: row.problem,
    mayUndo: row.state === 'done' && by.permissions.includes('import.undo'),
    effect: row.effect,
  };
}

function fieldsOf(kind: ImportKind): readonly FieldChoice[] {
  const needed = new Set(DICTIONARIES[kind].needs.flat());
  return DICTIONARIES[kind].columns.map(({ key, name }) => ({ key, name, required: needed.has(key) }));
}
