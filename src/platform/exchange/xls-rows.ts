import { readXls } from 'hucre';
import { LIMITS } from './limits.ts';
import { type Cell, RefusedFile, type Sheet, type TableRow } from './table.ts';

const EPOCH_SERIAL = 25_569; // 1970-01-01
const DAY_MS = 86_400_000;

/** Reads a legacy workbook (BIFF8). The format ends at 65,536 rows a sheet, so it is read whole, inside the bounded worker. */
export async function xlsSheets(file: Buffer): Promise<Sheet[]> {
  const workbook = await readXls(file).catch(() => {
    throw new RefusedFile('xls-damaged', '这个 .xls 文件打不开，可能损坏或是很老的版本。请用 Excel 打开它，另存为 .xlsx 再上传。');
  });
  return workbook.sheets.map((sheet) => ({
    name: sheet.name,
    // An empty row is a hole in the list: Array.from visits it, map would leave it.
    rows: once(
      Array.from(sheet.rows, (row: readonly unknown[] | undefined, index) => ({ no: index + 1, cells: (row ?? []).slice(0, LIMITS.columns).map(cellOf) })),
    ),
  }));
}

async function* once(rows: readonly TableRow[]): AsyncGenerator<readonly TableRow[]> {
  yield rows;
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return value;
  // A record may hold the bits of no number at all.
  if ((typeof value === 'number' && !Number.isFinite(value)) || (value instanceof Date && Number.isNaN(value.getTime())))
    return { is: 'broken', text: '#NUM!', why: 'formula-error' };
  if (typeof value === 'number') return Math.abs(value) >= 1e15 ? { is: 'digits', text: BigInt(Math.round(value)).toString() } : value;
  if (value instanceof Date) return { is: 'day', serial: value.getTime() / DAY_MS + EPOCH_SERIAL };
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
}
