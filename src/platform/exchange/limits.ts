/**
 * What one file may be. Each number has its reason; the messages name them, so that people know what to change.
 */
export const LIMITS = {
  /** 64 MB as uploaded: a 100,000-row payroll is 8-12 MB, and the whole file is held in memory once. */
  fileBytes: 64 * 1024 * 1024,
  /** Parts of one workbook. A workbook with hundreds of sheets has some 700. */
  parts: 2_000,
  /** One sheet after unpacking: 100,000 rows of 20 columns are about 85 MB. */
  sheetBytes: 180 * 1024 * 1024,
  /** All parts after unpacking. */
  unpackedBytes: 320 * 1024 * 1024,
  /** Unpacked over packed. Sheets reach 10-40; only what is large after unpacking is held against it. */
  ratio: 200,
  ratioFromBytes: 16 * 1024 * 1024,
  /** Small parts (workbook, styles) that are read whole. */
  smallPartBytes: 24 * 1024 * 1024,
  rows: 200_000,
  /** Columns beyond are never headings of an office's form. */
  columns: 256,
  /** One cell; longer text is cut by Excel itself at 32,767. */
  cellCharacters: 32_767,
} as const;

export function inMegabytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1024 / 1024))} MB`;
}
