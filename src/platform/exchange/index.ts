export { LIMITS } from './limits.ts';
export { type FileFormat, sniff } from './sniff.ts';
export { type Cell, columnLetters, RefusedFile, type Sheet, type TableRow } from './table.ts';
export { openSheets } from './open-sheets.ts';
