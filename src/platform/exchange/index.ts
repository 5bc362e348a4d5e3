export { copyBytes, copyField, copyFlag, copyHex, type CopyLines, copyLines, hashedLines } from './copy-lines.ts';
export { inMegabytes, LIMITS } from './limits.ts';
export { type MarkedCell, markedWorkbook, plainWorkbook } from './marked-workbook.ts';
export { openSheets } from './open-sheets.ts';
export { type FileFormat, sniff } from './sniff.ts';
export { type Cell, RefusedFile, type Sheet, type TableRow } from './table.ts';
export { type SheetColumn, type WrittenBook, type WrittenRow, type WrittenSheet, workbookStream } from './workbook-stream.ts';
