import { parseCivilDate, parseCivilMonth } from '#kernel/civil-date.ts';

/** A whole number from a number or a text; null when it is none. `1.0` is whole. */
export function readInteger(text: string): string | null {
  const plain = expanded(text);
  const match = /^([+-]?)0*(\d{1,15})(?:\.0*)?$/u.exec(plain);
  if (match === null) return null;
  return `${match[1] === '-' && match[2] !== '0' ? '-' : ''}${match[2]}`;
}

/** A decimal number, digit for digit and never through a float; null when it is none or finer than `fraction` digits. */
export function readDecimal(text: string, fraction: number): string | null {
  const match = /^([+-]?)0*(\d{0,16})(?:\.(\d*?)0*)?$/u.exec(expanded(text));
  if (match === null) return null;
  const [, sign, whole = '', part = ''] = match;
  if (!/\d/u.test(text) || part.length > fraction) return null;
  const number = `${whole === '' ? '0' : whole}${part === '' ? '' : `.${part}`}`;
  return sign === '-' && /[1-9]/u.test(number) ? `-${number}` : number;
}

/** A number in plain digits against its bounds. Digits decide first, so that what is compared fits a float. */
export function isWithin(number: string, { whole = 15, from, to }: { readonly whole?: number; readonly from?: number; readonly to?: number }): boolean {
  if ((/^-?(\d+)/u.exec(number)?.[1] ?? '').length > whole) return false;
  return (from === undefined || Number(number) >= from) && (to === undefined || Number(number) <= to);
}

/** `2007年08月22日-2027年08月22日`, as one place writes the days of a certificate; a missing or 长期 end is none. */
export function readPeriod(text: string): { readonly from: string | null; readonly until: string | null } {
  const days = text.match(/\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?/gu) ?? [];
  const [from, until] = days.map(readDate);
  return { from: from ?? null, until: until ?? null };
}

/** `1E+4`, as Java writes large decimals, in plain digits. */
function expanded(text: string): string {
  const match = /^([+-]?)(\d{1,16})(?:\.(\d{0,20}))?[eE]([+-]?\d{1,2})$/u.exec(text.trim());
  if (match === null) return text.trim();
  const [, sign = '', whole = '', part = '', power = '0'] = match;
  const digits = whole + part;
  const point = whole.length + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return point >= digits.length ? `${sign}${digits}${'0'.repeat(point - digits.length)}` : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Nothing this protocol speaks of happened before; the database has no year 0. */
const EARLIEST_YEAR = 1900;

const WHEN = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d{1,9})?)?)?$/u;

/** A day, also where a time of it is given, `2026/1/5` and `2026年1月5日`; null when the calendar has no such day. */
export function readDate(text: string): string | null {
  const match = WHEN.exec(text.trim());
  if (match === null || Number(match[1]) < EARLIEST_YEAR) return null;
  return parseCivilDate(`${match[1]}-${two(match[2])}-${two(match[3])}`);
}

/** `YYYY-MM-DD HH:MM:SS`; a day alone is its first second, parts of a second are dropped. */
export function readTime(text: string): string | null {
  const day = readDate(text);
  const match = WHEN.exec(text.trim());
  if (day === null || match === null) return null;
  const [, , , , hour = '0', minute = '0', second = '0'] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return `${day} ${two(hour)}:${two(minute)}:${two(second)}`;
}

/** `YYYY-MM`, also where a day of it is given. */
export function readMonth(text: string): string | null {
  const day = readDate(text);
  if (day !== null) return day.slice(0, 7);
  const match = /^(\d{4})[-/.年]?(\d{1,2})月?$/u.exec(text.trim());
  return match === null || Number(match[1]) < EARLIEST_YEAR ? null : parseCivilMonth(`${match[1]}-${two(match[2])}`);
}

export function readFlag(text: string): string | null {
  return { '1': '1', '0': '0', true: '1', false: '0', '1.0': '1', '0.0': '0', 是: '1', 否: '0' }[text.trim().toLowerCase()] ?? null;
}

function two(digits = ''): string {
  return digits.padStart(2, '0');
}

/** What is said about the bytes of a file without decoding it: its size and kind, by the first characters of its Base64. */
export interface FileReading {
  /** Base64 of the standard alphabet without prefix and white space; null for an address or what is no Base64. */
  readonly base64: string | null;
  readonly bytes: number;
  readonly kind: 'jpg' | 'png' | 'address' | 'other' | 'not-base64';
}

export function readFile(text: string): FileReading {
  if (/^https?:\/\//iu.test(text)) return { base64: null, bytes: 0, kind: 'address' };
  const comma = text.startsWith('data:') ? text.indexOf(',') + 1 : 0;
  const plain = text.slice(comma).replace(/\s+/gu, '').replaceAll('-', '+').replaceAll('_', '/');
  const body = plain.replace(/=+$/u, '');
  if (body === '' || body.length % 4 === 1 || !/^[A-Za-z0-9+/]+$/u.test(body)) return { base64: null, bytes: 0, kind: 'not-base64' };
  const kind = body.startsWith('/9j/') ? 'jpg' : body.startsWith('iVBORw0KGgo') ? 'png' : 'other';
  return { base64: body + '='.repeat((4 - (body.length % 4)) % 4), bytes: Math.floor((body.length * 3) / 4), kind };
}
