/** What one template and one document may be. Each number has its reason. */
export const LIMITS = {
  /** As uploaded: a form of an office with its emblem is 20-300 KB. */
  fileBytes: 4 * 1024 * 1024,
  /** Parts of one .docx: Word writes about 15, with pictures and themes some 40. */
  parts: 200,
  partBytes: 8 * 1024 * 1024,
  unpackedBytes: 24 * 1024 * 1024,
  /** A part of a filled document: a template times its rows. */
  filledBytes: 128 * 1024 * 1024,
  /** Elements inside one another: a table in a table with a picture is 24. */
  depth: 40,
  /** Elements of one part: the longest form has some 5,000; a payroll sheet of 2,000 rows, once filled, some 400,000. */
  templateElements: 60_000,
  filledElements: 1_500_000,
  /** Rows of one list: beyond this a sheet is printed by team. */
  rows: 2_000,
  /** Characters the repeated rows may come to. */
  repeatedCharacters: 120 * 1024 * 1024,
  pages: 400,
  /** Making one document: inspected, filled, read back and printed. */
  milliseconds: 60_000,
  memoryMegabytes: 768,
} as const;
