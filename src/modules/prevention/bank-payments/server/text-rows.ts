import type { TableRow } from '#platform/exchange/index.ts';
import type { TextRow } from '../domain/index.ts';

export const LIMITED_ROWS = 20_200;
const DAY_MS = 86_400_000;
/** Days of a spreadsheet are counted from 1899-12-30. */
const SPREADSHEET_EPOCH = 25_569;

/** A row of a sheet as the texts a person sees. */
export function textRow(row: TableRow): TextRow {
  return {
    no: row.no,
    cells: row.cells.map((cell) => {
      if (cell === null) return '';
      if (typeof cell === 'string') return cell;
      if (typeof cell === 'number') return Number.isInteger(cell) ? String(cell) : String(Math.round(cell * 10_000) / 10_000);
      if (cell.is === 'day')
        return Number.isFinite(cell.serial) && Math.abs(cell.serial) < 100_000
          ? new Date((cell.serial - SPREADSHEET_EPOCH) * DAY_MS).toISOString().slice(0, 10)
          : '';
      return cell.text;
    }),
  };
}
