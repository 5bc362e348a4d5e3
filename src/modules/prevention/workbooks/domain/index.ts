export { checkForm } from './check-form.ts';
export { formBlock, type FormHead, type FormRecord, formRow, type FormShow, formTitle, formTotals } from './form-rows.ts';
export { HOURLY, overQuota } from './quota.ts';
export { type Form, type FormColumn, FORMS } from './templates.ts';
export {
  type ExportedKind,
  type ExportOrder,
  type ExportView,
  REPORT_KINDS,
  type ReportKind,
  type WorkbookCheck,
  type WorkbookDifference,
  WORKBOOK_KINDS,
  type WorkbookKind,
} from './wire.ts';
