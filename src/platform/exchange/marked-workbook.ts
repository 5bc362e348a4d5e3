import { PassThrough } from 'node:stream';
import type ExcelJS from '@protobi/exceljs';
import { openSheets } from './open-sheets.ts';
import { sniff } from './sniff.ts';
import type { Cell } from './table.ts';
import { readZipDirectory } from './zip.ts';

/** A cell to be marked, by its place in the file; column −1 marks no cell and only fills the last column. */
export interface MarkedCell {
  readonly row: number;
  readonly column: number;
  readonly says: string;
  readonly severity: 'error' | 'warning';
}

/** Loaded by the first workbook that is written: it takes as long as reading 10,000 rows, and the thread that reads files never writes one. */
const writer = async () => (await import('@protobi/exceljs')).default;

/** Up to here the sender's own workbook is edited, with its widths, styles and other sheets; above, a plain one is streamed. */
const EDIT_UP_TO_BYTES = 24 * 1024 * 1024;

const FILLS = { error: 'FFFFC7CE', warning: 'FFFFEB9C' } as const;
const HEADING = '错误说明';

/** The sender's file as a workbook in which the bad cells are filled and annotated, and a last column says what to do. */
export async function markedWorkbook(file: Buffer, sheetName: string, headingRow: number, marks: readonly MarkedCell[]): Promise<Buffer> {
  const byRow = new Map<number, MarkedCell[]>();
  for (const mark of marks) byRow.set(mark.row, [...(byRow.get(mark.row) ?? []), mark]);
  return isEditable(file) ? editOwn(file, sheetName, headingRow, byRow) : writeAnew(file, sheetName, headingRow, byRow);
}

function isEditable(file: Buffer): boolean {
  if (sniff(file) !== 'xlsx') return false;
  let unpacked = 0;
  for (const [name, entry] of readZipDirectory(file)) if (name.startsWith('xl/worksheets/') || name === 'xl/sharedStrings.xml') unpacked += entry.unpacked;
  return unpacked <= EDIT_UP_TO_BYTES;
}

type ByRow = ReadonlyMap<number, readonly MarkedCell[]>;

async function editOwn(file: Buffer, sheetName: string, headingRow: number, byRow: ByRow): Promise<Buffer> {
  const workbook = new (await writer()).Workbook();
  await workbook.xlsx.load(file as unknown as ExcelJS.Buffer);
  const sheet = workbook.getWorksheet(sheetName) ?? workbook.worksheets[0];
  if (sheet === undefined) return writeAnew(file, sheetName, headingRow, byRow);
  const last = sheet.columnCount + 1;
  heading(sheet.getCell(headingRow, last));
  sheet.getColumn(last).width = 60;
  for (const [row, marks] of byRow) {
    for (const mark of marks) if (mark.column >= 0) paint(sheet.getCell(row, mark.column + 1), mark);
    const note = sheet.getCell(row, last);
    note.value = remarks(marks);
    note.alignment = { wrapText: true, vertical: 'top' };
  }
  // Formulas of the sender stay theirs; what we add is text.
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function heading(cell: ExcelJS.Cell): void {
  cell.value = HEADING;
  cell.font = { bold: true, color: { argb: 'FF9C0006' } };
}

function paint(cell: ExcelJS.Cell, mark: MarkedCell): void {
  // A cell of a merged or shared style must not colour its neighbours.
  cell.style = { ...cell.style, fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: FILLS[mark.severity] } } };
  const before = typeof cell.note === 'string' ? `${cell.note}\n` : '';
  cell.note = before + mark.says;
}

function remarks(marks: readonly MarkedCell[]): string {
  return harmless(marks.map((mark) => mark.says).join('\n'));
}

async function writeAnew(file: Buffer, sheetName: string, headingRow: number, byRow: ByRow): Promise<Buffer> {
  const sheets = await openSheets(file);
  const source = sheets.find((sheet) => sheet.name === sheetName) ?? sheets[0];
  return streamed(async (workbook) => {
    const sheet = workbook.addWorksheet((sheetName || '数据').replace(/[\\/?*[\]:]/g, '').slice(0, 31) || '数据');
    let width = 1;
    let at = 0;
    for await (const rows of source?.rows ?? []) {
      for (const { no, cells } of rows) {
        for (; at + 1 < no; at += 1) sheet.addRow([]).commit();
        at += 1;
        width = Math.max(width, no <= headingRow ? cells.length : width);
        const row = sheet.addRow(cells.map(written));
        const marks = byRow.get(no) ?? [];
        for (const mark of marks) if (mark.column >= 0) paint(row.getCell(mark.column + 1), mark);
        if (no === headingRow) heading(row.getCell(width + 1));
        else if (marks.length > 0) row.getCell(width + 1).value = remarks(marks);
        row.commit();
      }
    }
    sheet.commit();
  });
}

/** What a cell of ours holds: long numbers stay text, days stay days, and nothing we write can begin a formula. */
function written(cell: Cell): string | number | Date | null {
  if (cell === null || typeof cell === 'number') return cell;
  if (typeof cell === 'string') return harmless(cell);
  if (cell.is === 'day') return new Date(Math.round((cell.serial - 25_569) * 86_400_000));
  return harmless(cell.text);
}

/** A text that a spreadsheet could take for a formula gets an apostrophe in front; full-width signs count too. */
export function harmless(text: string): string {
  return /^[=+\-@\t\r＝＋－＠]/.test(text) && !/^[+-]?[\d.,]+%?$/.test(text) ? `'${text}` : text;
}

/** A workbook of text rows, its first row the headings. */
export function plainWorkbook(sheetName: string, headings: readonly string[], rows: readonly (readonly string[])[] = []): Promise<Buffer> {
  return streamed(async (workbook) => {
    const sheet = workbook.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: 1 }] });
    // Text format for every column: identity numbers and cards typed into a template stay whole.
    sheet.columns = headings.map((name) => ({ header: name, width: Math.max(6, name.length * 2 + 4), style: { numFmt: '@' } }));
    for (const row of rows) sheet.addRow(row.map(harmless)).commit();
    sheet.commit();
  });
}

async function streamed(fill: (workbook: ExcelJS.stream.xlsx.WorkbookWriter) => Promise<void>): Promise<Buffer> {
  const out = new PassThrough();
  const chunks: Buffer[] = [];
  out.on('data', (chunk: Buffer) => chunks.push(chunk));
  const workbook = new (await writer()).stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  await fill(workbook);
  await workbook.commit();
  return Buffer.concat(chunks);
}
