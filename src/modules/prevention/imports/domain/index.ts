export { type Cell, shownText } from './cell.ts';
export { DICTIONARIES, headingsOf, IMPORT_KINDS, KIND_NAMES } from './columns.ts';
export { asGuesses, findTable, type FoundRow, type FoundTable, headingSignature, type MappedColumn } from './find-table.ts';
export { flowKind, type FlowRow, flowRows, LEDGER_DAYS, type LedgerRow, ledgerRows, payMonthIn } from './money-rows.ts';
export { attendanceRows, type PayrollRow, payrollRows, type PunchRow, type RosterRow, rosterRows, type SheetRow } from './person-rows.ts';
export { fieldOfHeading, type ReadRecords, readRecords, type RecordCells, type RecordForm } from './record-rows.ts';
export { type CellFault, type ProjectReference, type ReadingSetting, type RowReader, rowReader, sortRow } from './row-reader.ts';
export { periodOf, type StatedPeriod } from './stated-period.ts';
export type { CellError, ColumnGuess, ControlTotals, FieldChoice, ImportKind, ImportState, ImportView } from './wire.ts';
