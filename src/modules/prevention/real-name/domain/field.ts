import type { DictionaryName } from './dictionaries.ts';

/** One property of a message, as data. Names are matched without regard to letter case. */
export interface Field {
  readonly name: string;
  /** Other spellings that clients in the field use. */
  readonly also?: readonly string[];
  readonly kind: 'text' | 'integer' | 'decimal' | 'code' | 'flag' | 'date' | 'time' | 'month' | 'image' | 'file' | 'list';
  readonly required?: boolean;
  /** Characters of a text, members of a list. */
  readonly max?: number;
  /** Digits after the point that are kept; more are refused. */
  readonly fraction?: number;
  /** Digits before the point, as the data standard has its columns; more are refused. */
  readonly whole?: number;
  /** Least and most a number may be; both are in. */
  readonly from?: number;
  readonly to?: number;
  /** Travels enciphered under the sender's secret. */
  readonly aes?: boolean;
  readonly codes?: DictionaryName;
  /** A code outside the table is refused: what follows from it could not be decided. */
  readonly closed?: boolean;
  /** Decoded size of a file, in KB of 1024. */
  readonly kb?: number;
  /** No later than today, with the words clients look for. */
  readonly past?: string;
  readonly fields?: readonly Field[];
}

/** One call of the protocol, as data. */
export interface Method {
  readonly name: string;
  readonly kind: 'change' | 'query';
  /** What its serials begin with. */
  readonly prefix: string;
  /** Speaks about one project, which must be one the app may speak for. */
  readonly ofProject: boolean;
  /** Pages through rows. */
  readonly paged: boolean;
  /** A list whose members may also stand at the top, one a call. */
  readonly flat?: string;
  readonly fields: readonly Field[];
}

type More = Omit<Partial<Field>, 'name' | 'kind'>;
const field =
  (kind: Field['kind']) =>
  (name: string, more: More = {}): Field => ({ name, kind, ...more });

export const text = (name: string, max: number, more: More = {}): Field => ({ name, kind: 'text', max, ...more });
export const secret = (name: string, more: More = {}): Field => ({ name, kind: 'text', max: 50, aes: true, ...more });
/** `decimal(18,4)` of the data standard: eighteen digits, four of them after the point. */
export const decimal = (name: string, digits: number, fraction: number, more: More = {}): Field => ({
  name,
  kind: 'decimal',
  whole: digits - fraction,
  fraction,
  ...more,
});
export const code = (name: string, codes: DictionaryName, more: More = {}): Field => ({ name, kind: 'code', max: 10, codes, ...more });
export const image = (name: string, kb: number, more: More = {}): Field => ({ name, kind: 'image', kb, ...more });
export const file = (name: string, kb: number, more: More = {}): Field => ({ name, kind: 'file', kb, ...more });
export const list = (name: string, max: number, fields: readonly Field[], more: More = {}): Field => ({ name, kind: 'list', max, fields, ...more });
export const integer = field('integer');
export const flag = field('flag');
export const date = field('date');
export const time = field('time');
export const month = field('month');
/** The same field, not to be left out. */
export const must = (one: Field): Field => ({ ...one, required: true });
