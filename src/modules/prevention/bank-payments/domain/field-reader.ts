import { addDays, type CivilDate, type CivilMonth, parseCivilDate, parseCivilMonth } from '#kernel/civil-date.ts';
import { type Fen, parseYuan } from '#kernel/fen.ts';

/** One thing wrong with what another system sent: where, what stands there, why, and how to mend it. */
export interface FieldFault {
  readonly path: string;
  /** Cut and without long digits: it is shown and logged. */
  readonly value: string;
  readonly says: string;
}

type Plain = Readonly<Record<string, unknown>>;

export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Longest list of lines in one message: the largest batch we make. */
export const LINES_AT_MOST = 20_000;

/**
 * Reads the fields of one object that came from outside. A fault is noted and an empty value handed on, so that one reading
 * tells everything that is wrong; whoever reads looks at `faults` before using anything.
 */
export function fieldsOf(source: Plain, at: string, faults: FieldFault[]) {
  const used = new Set<string>();
  const raw = (name: string): unknown => {
    used.add(name);
    return Object.hasOwn(source, name) ? source[name] : undefined;
  };
  const fault = (name: string, value: unknown, says: string): void => {
    if (faults.length < FAULTS_AT_MOST) faults.push({ path: at === '' ? name : `${at}.${name}`, value: shown(value), says });
  };
  const optionalText = (name: string, atMost: number): string | null => {
    const value = raw(name);
    if (value === undefined || value === null || value === '') return null;
    if (typeof value !== 'string') {
      fault(name, value, '应为文字（带引号）');
      return null;
    }
    if (value.length > atMost) {
      fault(name, value, `不能超过 ${atMost} 字`);
      return null;
    }
    if (/[\p{Cc}\p{Cs}\uFFFD]/u.test(value)) {
      fault(name, value, '含有控制字符或乱码，检查编码');
      return null;
    }
    return value.trim() === '' ? null : value.trim();
  };
  const missing = <T>(name: string, value: T | null, before: number): T | null => {
    if (value === null && faults.length === before) fault(name, raw(name), '必填');
    return value;
  };
  const optional = <T>(name: string, atMost: number, read: (text: string) => T | null, says: string): T | null => {
    const text = optionalText(name, atMost);
    if (text === null) return null;
    const value = read(text);
    if (value === null) fault(name, text, says);
    return value;
  };
  const needed =
    <T, More extends readonly unknown[]>(read: (name: string, ...more: More) => T | null) =>
    (name: string, ...more: More): T | null => {
      const before = faults.length;
      return missing(name, read(name, ...more), before);
    };
  const optionalDay = (name: string) => optional(name, 10, parseCivilDate, '应写成 2026-11-22');
  const optionalMoney = (name: string): Fen | null => {
    const text = optionalText(name, 20);
    if (text === null) return null;
    const amount = /^-?\d{1,13}(\.\d{1,2})?$/.test(text) ? parseYuan(text) : null;
    if (amount === null) fault(name, text, '金额写成以元为单位、最多两位小数的文字，例如 "6600.50"');
    return amount;
  };
  const optionalPositiveMoney = (name: string): Fen | null => {
    const amount = optionalMoney(name);
    if (amount === null || amount > 0n) return amount;
    fault(name, raw(name), '应大于 0');
    return null;
  };
  const optionalAccount = (name: string) =>
    optional(name, 40, (text) => (/^[0-9A-Za-z-]{4,40}$/.test(text) ? text : null), '应为 4 至 40 位账号，只含数字、字母、横线');
  const oneOf = <Value extends string>(name: string, values: readonly Value[]): Value | null =>
    optional(name, 40, (text) => values.find((one) => one === text) ?? null, `只能是 ${values.join('、')}`);
  const code = (name: string, form: RegExp, says: string) => optional(name, 64, (text) => (form.test(text) ? text : null), says);
  const wholeNumber = (name: string, atMost: number): number | null => {
    const value = raw(name);
    if (value === undefined || value === null || value === '') return null;
    const number = typeof value === 'number' ? value : typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
    if (Number.isSafeInteger(number) && number >= 0 && number <= atMost) return number;
    fault(name, value, `应为 0 至 ${atMost} 的整数`);
    return null;
  };
  return {
    optionalText,
    text: needed(optionalText),
    optionalDay,
    day: needed(optionalDay),
    moment: needed((name: string) => optional(name, 40, readMoment, '时间应写成 2026-11-22 09:30:00 或带时区的 2026-11-22T09:30:00+08:00')),
    optionalMoment: (name: string) => optional(name, 40, readMoment, '时间应写成 2026-11-22 09:30:00 或带时区的 2026-11-22T09:30:00+08:00'),
    clockTime: (name: string) => optional(name, 8, (text) => (/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(text) ? text : null), '应写成 09:30:00'),
    month: needed((name: string): CivilMonth | null => optional(name, 7, parseCivilMonth, '应写成 2026-10')),
    optionalMoney,
    money: needed(optionalMoney),
    optionalPositiveMoney,
    positiveMoney: needed(optionalPositiveMoney),
    optionalAccount,
    account: needed(optionalAccount),
    optionalCard: (name: string) => optional(name, 32, readCardDigits, '应为 12 至 32 位数字的卡号'),
    card: needed((name: string) => optional(name, 32, readCardDigits, '应为 12 至 32 位数字的卡号')),
    oneOf: needed(oneOf),
    optionalOneOf: oneOf,
    code: needed(code),
    optionalCode: code,
    wholeNumber: needed(wholeNumber),
    object(name: string): Plain | null {
      const value = raw(name);
      if (isPlain(value)) return value;
      fault(name, value, '必填，应为对象');
      return null;
    },
    objects(name: string, atLeast: number): readonly Plain[] {
      const value = raw(name);
      if (!Array.isArray(value) || value.length < atLeast || value.length > LINES_AT_MOST || !value.every(isPlain)) {
        fault(name, Array.isArray(value) ? `${value.length} 项` : value, `应为 ${atLeast} 至 ${LINES_AT_MOST} 项的列表`);
        return [];
      }
      return value;
    },
    fault,
    /** Whatever nobody asked for is a mistake of the sender's that should not pass in silence. */
    nothingElse(): void {
      for (const name of Object.keys(source)) if (!used.has(name)) fault(shown(name), '', '没有这个字段，检查字段名的大小写');
    },
  };
}

const FAULTS_AT_MOST = 50;

function readCardDigits(text: string): string | null {
  const plain = text.replace(/[\s-]/g, '');
  return /^\d{12,32}$/.test(plain) ? plain : null;
}

/** A moment as ISO in UTC to the millisecond; without a zone it is China's. */
export function readMoment(text: string): string | null {
  const match = /^(\d{4}-\d{2}-\d{2})[ T]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})?$/.exec(text);
  const day = match === null ? null : parseCivilDate(match[1] ?? '');
  if (match === null || day === null || Number(day.slice(0, 4)) < 2000) return null;
  const zone = match[6] ?? '+08:00';
  const offset = zone === 'Z' ? 0 : (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)));
  if (Math.abs(offset) > 14 * 60) return null;
  return isoOf(day, Number(match[2]) * 60 + Number(match[3]) - offset, match[4] ?? '00', (match[5] ?? '.').slice(1, 4).padEnd(3, '0'));
}

function isoOf(day: CivilDate, minute: number, second: string, milli: string): string {
  const shift = Math.floor(minute / 1440);
  const within = minute - shift * 1440;
  const on = shift === 0 ? day : addDays(day, shift);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${on}T${two(Math.floor(within / 60))}:${two(within % 60)}:${second}.${milli}Z`;
}

/** What stands there, cut, its long digits hidden: faults are shown, written into files and logged. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : value === undefined || value === null ? '' : typeof value === 'object' ? '（不是单个值）' : String(value);
  // Neither control characters nor halves of characters: no database and no other system would take them.
  const sound = text.slice(0, 40).replace(/[\p{Cc}\p{Cs}]/gu, '\ufffd');
  return sound.replace(/\d{9,}/g, (digits) => `${'*'.repeat(digits.length - 4)}${digits.slice(-4)}`);
}
