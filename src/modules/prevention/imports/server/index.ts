export { type Intake, intake, type IntakeOrder, type IntakeOutcome, type IntakeRows, type RowFault } from './intake.ts';
export { keepVersions } from './ledger.ts';
export { importNotices } from './notices.ts';
export { ROSTER_COLUMNS } from './plans.ts';
export { importRoutes } from './routes.ts';
export type { AlsoUndo } from './undoing.ts';
export type { Sender } from './sender.ts';
export { type Imports, imports, type ImportsOptions, type UploadedFile } from './service.ts';
