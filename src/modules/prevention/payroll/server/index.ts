export { payrollSheetFields } from './payroll-sheet.ts';
