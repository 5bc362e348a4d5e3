/** What a cell holds, before anybody knows what its column means. */
export type Cell =
  | string
  | number
  | null
  /** A number under a date or time format: days since 1899-12-30. */
  | { readonly is: 'day'; readonly serial: number }
  /** A number of more than 15 digits exactly as the file writes it: a double would change it. */
  | { readonly is: 'digits'; readonly text: string }
  /** A formula without a kept result, or one whose result is an error. */
  | { readonly is: 'broken'; readonly text: string; readonly why: 'formula-without-value' | 'formula-error' };

/** One row of a sheet: its number as the spreadsheet shows it, and its cells from column A on. */
export interface TableRow {
  readonly no: number;
  readonly cells: readonly Cell[];
}

/** One sheet, read once from the front. */
export interface Sheet {
  readonly name: string;
  readonly rows: AsyncIterable<readonly TableRow[]>;
}

/** A file that is refused, with the words for the person who sent it. */
export class RefusedFile extends Error {
  readonly code: string;
  readonly says: string;
  constructor(code: string, says: string) {
    super(says);
    this.name = 'RefusedFile';
    this.code = code;
    this.says = says;
  }
}
