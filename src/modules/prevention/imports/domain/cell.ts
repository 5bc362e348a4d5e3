import { type CivilDate, fromDayNumber } from '#kernel/civil-date.ts';

/** What a cell of a file holds, before anybody knows what its column means; the readers of files make it. */
export type Cell =
  | string
  | number
  | null
  /** A number under a date or time format: days since 1899-12-30. */
  | { readonly is: 'day'; readonly serial: number }
  /** A number of more than 15 digits as the file writes it. */
  | { readonly is: 'digits'; readonly text: string }
  /** A formula without a kept result, or one whose result is an error. */
  | { readonly is: 'broken'; readonly text: string; readonly why: 'formula-without-value' | 'formula-error' };

/** Why a cell cannot be taken: what is wrong, and what to do about it. Both are read by the person who made the file. */
export interface Fault {
  readonly reason: string;
  readonly cure: string;
}

/** The cell as text, full-width forms made plain and outer space gone. */
export function plainText(cell: Cell): string {
  if (typeof cell === 'string') return tidy(cell);
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return cell.is === 'day' ? String(cell.serial) : cell.text;
}

// Full-width letters, digits, punctuation and spaces; most cells have none of them and are left as they are.
const UNUSUAL = /[\u3000\uff01-\uff5e\u00a0\u200b-\u200f\u2028-\u202f\ufeff\r\n\t]/;
const INVISIBLE = /[\u200b-\u200f\u2028-\u202e\ufeff]/g;

/** The apostrophe that our own exports put before what a spreadsheet could take for a formula. */
const GUARDED = /^'(?=[=+\-@\t\r＝＋－＠])/;

function tidy(written: string): string {
  const text = written.charCodeAt(0) === 39 ? written.replace(GUARDED, '') : written;
  if (!UNUSUAL.test(text)) return text.trim();
  return text.replace(INVISIBLE, '').normalize('NFKC').replace(/\s+/g, ' ').trim();
}

/** The cell as its reader sees it in the spreadsheet, for messages and samples. */
export function shownText(cell: Cell): string {
  if (cell !== null && typeof cell === 'object' && cell.is === 'day') {
    const whole = Math.floor(cell.serial);
    return whole > 0 ? (serialDay(whole) ?? String(cell.serial)) : String(cell.serial);
  }
  return plainText(cell).slice(0, 60);
}

/** Day 25,569 of the spreadsheet's count is 1970-01-01. */
const EPOCH_SERIAL = 25_569;

/** The day of a serial number between 1950 and 2099; null outside, where it is no date of a building site. */
export function serialDay(serial: number): CivilDate | null {
  const whole = Math.floor(serial);
  return whole >= 18_264 && whole <= 73_050 ? fromDayNumber(whole - EPOCH_SERIAL) : null;
}
