/** What travels between server and faces about forms that are written out. */

/** The eight forms: 花名册, 月考勤表, 工资支付表, 工资发放汇总表, 人工费拨付台账, 专户/保证金台账, 在建项目基础台账, 退场工资结清单. */
export const WORKBOOK_KINDS = ['roster', 'attendance', 'payroll', 'summary', 'labour-cost', 'accounts', 'ledger', 'leaving'] as const;
export type WorkbookKind = (typeof WORKBOOK_KINDS)[number];
/** What the book of exports keeps: the forms, and the payroll files of other countries. */
export type ExportedKind = WorkbookKind | 'abroad';
/** The forms that only repeat what other records say. */
export const REPORT_KINDS = ['summary', 'labour-cost', 'leaving'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** `POST /api/exports` → 201 ExportView, or a Problem: no such project, no reason, quota used up. */
export interface ExportOrder {
  readonly kind: WorkbookKind;
  readonly projectId?: string | undefined;
  readonly month?: string | undefined;
  /** Why: kept with the export, printed on it and in the audit. */
  readonly purpose: string;
  /** Identity numbers, cards and phones whole; needs worker.unmask and counts against the hour. */
  readonly whole: boolean;
  /** A form to be filled in: what is known stands there, what changes is left empty. */
  readonly isForm: boolean;
}

/**
 * `GET /api/exports/:id/file` streams the workbook, once, to the person who asked. `POST /api/exports/:id/cancel` stops it. `GET /api/exports?page=` → {items, total}:
 * the person's own, the newest first.
 */
export interface ExportView {
  readonly id: string;
  readonly kind: ExportedKind;
  readonly kindName: string;
  readonly fileName: string;
  readonly projectName: string | null;
  readonly month: string | null;
  readonly purpose: string;
  readonly whole: boolean;
  readonly isForm: boolean;
  readonly state: 'asked' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly rows: number;
  readonly askedAt: string;
}

/** `POST /api/workbook-checks` multipart {kind, projectId, month?, file}: a form that only repeats the records, held against them row by row. Keeps nothing. */
export interface WorkbookCheck {
  readonly rows: number;
  readonly equal: number;
  readonly differences: readonly WorkbookDifference[];
}

export interface WorkbookDifference {
  /** As the spreadsheet shows it; 0 for what the records hold and the sheet lacks. */
  readonly row: number;
  readonly column: string;
  readonly written: string;
  readonly held: string;
  readonly says: string;
  readonly cure: string;
}
