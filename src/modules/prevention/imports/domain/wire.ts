/** What travels between server and faces about imports. */

export type ImportKind = 'ledger' | 'roster' | 'attendance' | 'payroll' | 'flows';

/** reading → (needs-mapping → reading) → checked → importing → done → undone; or failed, refused, cancelled. */
export type ImportState = 'reading' | 'needs-mapping' | 'checked' | 'importing' | 'done' | 'failed' | 'cancelled' | 'undone';

export interface ColumnGuess {
  /** Position in the file, 0-based, and the heading as written. */
  readonly column: number;
  readonly heading: string;
  /** Field key of the dictionary, or null. */
  readonly field: string | null;
  readonly sure: boolean;
  readonly samples: readonly string[];
}

export interface FieldChoice {
  readonly key: string;
  readonly name: string;
  readonly required: boolean;
}

export interface ControlTotals {
  readonly rows: number;
  readonly people: number;
  readonly projects: number;
  readonly amountFen: string;
  /** Month range for payroll/attendance, day range for flows. */
  readonly from: string | null;
  readonly until: string | null;
}

export interface CellError {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
  readonly cure: string;
  readonly severity: 'error' | 'warning';
}

/**
 * `POST /api/imports` multipart {kind?, projectId?, file} → 201 ImportView (state reading), 409 when the same content was imported (says which),
 * 413/415/422 Problem for what is refused at once.
 * `GET /api/imports?state=&kind=&page=` → {items: ImportView[], total}. `GET /api/imports/:id` → ImportView.
 * `POST /api/imports/:id/mapping` {columns: {column, field}[], kind?, month?, projectId?} → ImportView.
 * `POST /api/imports/:id/confirm` {acceptValidRowsOnly: boolean} → ImportView (importing).
 * `POST /api/imports/:id/undo` {reason} → ImportView. `POST /api/imports/:id/cancel` → ImportView.
 * `GET /api/imports/:id/errors?page=` → {items: CellError[], total}. `GET /api/imports/:id/errors.xlsx` → the user's own file with bad cells marked.
 * `GET /api/imports/:id/preview` → {headings: string[], rows: string[][]} the first 20 rows as understood (masked).
 * `GET /api/import-templates/:kind.xlsx` → an empty template with the usual headings.
 */
export interface ImportView {
  readonly id: string;
  readonly kind: ImportKind | null;
  readonly kindName: string;
  readonly state: ImportState;
  readonly fileName: string;
  readonly size: number;
  readonly uploadedBy: string;
  readonly uploadedAt: string;
  /** 0..1 of the work in the present state, for the progress bar. */
  readonly progress: number;
  readonly rowsRead: number;
  readonly totals: ControlTotals | null;
  /** Totals of the rows that would be (or were) taken over. */
  readonly accepted: ControlTotals | null;
  readonly errorRows: number;
  readonly errorCells: number;
  readonly warningCells: number;
  /** New, changed, unchanged rows against what is already held. */
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly mapping: readonly ColumnGuess[];
  readonly fields: readonly FieldChoice[];
  readonly project: { readonly id: string; readonly name: string } | null;
  readonly month: string | null;
  readonly problem: string | null;
  readonly mayUndo: boolean;
  /** Warnings raised or cleared by the recompute that followed. */
  readonly effect: { readonly raised: number; readonly cleared: number; readonly grown: number } | null;
}
