import iconv from 'iconv-lite';
import { writeXlsx } from 'hucre/xlsx';
import { legacyWorkbook } from './legacy-xls.ts';
import type { Cell, FileFormat, Table } from './table.ts';

/** Puts a sheet into the bytes of a file. Numbers stay numbers in workbooks, identity and card numbers are texts already. */
export async function bytesOf(table: Table, format: FileFormat): Promise<Uint8Array> {
  switch (format) {
    case 'xlsx':
      return writeXlsx({
        sheets: [
          {
            name: table.sheetName,
            rows: table.rows.map((row) => [...row]),
            merges: table.merges.map((merge) => ({ startRow: merge.top, endRow: merge.bottom, startCol: merge.left, endCol: merge.right })),
          },
        ],
      });
    case 'xls':
      return legacyWorkbook(table.rows, table.merges);
    case 'csv-utf8':
      return Buffer.from(`\uFEFF${commaSeparated(table)}`, 'utf8');
    case 'csv-gb18030':
      return iconv.encode(commaSeparated(table), 'gb18030');
  }
}

function commaSeparated(table: Table): string {
  return table.rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

function quoted(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function extensionOf(format: FileFormat): string {
  return format.startsWith('csv') ? 'csv' : format;
}
