export { DICTIONARIES, headingsOf, IMPORT_KINDS, KIND_NAMES } from './columns.ts';
export type { CellError, ColumnGuess, ControlTotals, FieldChoice, ImportKind, ImportState, ImportView } from './wire.ts';
