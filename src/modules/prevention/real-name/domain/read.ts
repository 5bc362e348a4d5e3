import { type IdentityNumber, readIdentityNumber } from '#kernel/identifiers/index.ts';
import { DICTIONARIES, nationOf } from './dictionaries.ts';
import type { Field, Method } from './field.ts';
import { faultText, type FaultPlace, joinFaults } from './messages.ts';
import { isWithin, readDate, readDecimal, readFile, readFlag, readInteger, readMonth, readTime } from './scalar.ts';
import { type Values, values } from './values.ts';

/** What a message is read by, besides itself. */
export interface Reading {
  /** `YYYY-MM-DD HH:MM:SS`, China's wall clock. */
  readonly now: string;
  /** Opens an enciphered value; null when it does not open. One text for every cause, so that nobody learns from it. */
  readonly decipher: (text: string) => string | null;
  /** Some old clients forget to encipher; a place may let an app through. */
  readonly allowsPlain: boolean;
  /** Unknown codes are refused instead of kept. */
  readonly refusesUnknownCodes: boolean;
  /** What a missing field is, by its credential: the project of an app with one project, 01 for the kind of certificate. */
  readonly defaults: ReadonlyMap<string, string>;
  /** Fields this place or this kind of app may leave out. */
  readonly mayLack: ReadonlySet<string>;
}

export type MethodReading = { readonly ok: true; readonly values: Values } | { readonly ok: false; readonly says: string };

/** Nobody's message nests deeper; a deeper one is an attack on the stack. */
const MOST_DEPTH = 32;

/** A bare number that a double may not give back digit for digit: sixteen characters and more, or with a power. */
const INEXACT = /[:,[]\s*-?\d(?:[\d.]{15,}|[\d.]*[eE])/u;

/**
 * Reads the text of `data`. Numbers keep the digits they were written with: an amount never passes through a float.
 * Undefined when it is no JSON object.
 */
export function parseData(text: string): ReadonlyMap<string, unknown> | undefined {
  if (isTooDeep(text)) return undefined;
  // PHP writes an object without properties as a list.
  if (/^\s*\[\s*\]\s*$/u.test(text)) return new Map();
  try {
    const parsed: unknown = INEXACT.test(text)
      ? JSON.parse(text, (_key: string, value: unknown, context?: { readonly source?: string }) =>
          typeof value === 'number' ? (context?.source ?? String(value)) : value,
        )
      : JSON.parse(text);
    return propertiesOf(parsed);
  } catch {
    return undefined;
  }
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (inText) {
      if (letter === BACKSLASH) at += 1;
      else if (letter === QUOTE) inText = false;
    } else if (letter === QUOTE) inText = true;
    else if (letter === OPEN_OBJECT || letter === OPEN_LIST) {
      depth += 1;
      if (depth > MOST_DEPTH) return true;
    } else if (letter === CLOSE_OBJECT || letter === CLOSE_LIST) depth -= 1;
  }
  return false;
}

const [QUOTE, BACKSLASH, OPEN_OBJECT, OPEN_LIST, CLOSE_OBJECT, CLOSE_LIST] = [34, 92, 123, 91, 125, 93];

/** Properties by lower-case name; of two spellings of one name the first that says something counts. */
export function propertiesOf(parsed: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
  const found = new Map<string, unknown>();
  for (const [name, value] of Object.entries(parsed)) {
    const key = name.toLowerCase();
    const before = found.get(key);
    if (before === undefined || before === null || before === '') found.set(key, value);
  }
  return found;
}

/** Reads a message by its method: every fault is named in the grammar of the protocol, unknown properties are passed over. */
export function readMessage(method: Method, data: ReadonlyMap<string, unknown>, reading: Reading): MethodReading {
  const faults: string[] = [];
  const root = readObject(method.fields, withFlat(method, data), reading, faults, null);
  return faults.length > 0 ? { ok: false, says: joinFaults(faults) } : { ok: true, values: root };
}

/** One worker a call: what stands at the top is the one member of the list. */
function withFlat(method: Method, data: ReadonlyMap<string, unknown>): ReadonlyMap<string, unknown> {
  if (method.flat === undefined || data.has(method.flat.toLowerCase())) return data;
  return new Map([...data, [method.flat.toLowerCase(), [Object.fromEntries(data)]]]);
}

/** 补发 names its month, a member of the trade union the day of joining. */
const NEEDED_WHEN = [
  ['isBackPay', 'backPayMonth'],
  ['isJoined', 'joinedTime'],
] as const;

type Place = Omit<FaultPlace, 'field'> | null;

function readObject(fields: readonly Field[], data: ReadonlyMap<string, unknown>, reading: Reading, faults: string[], place: Place): Values {
  const scalars = new Map<string, string>();
  const lists = new Map<string, readonly Values[]>();
  const fault = (field: string, message: string) => faults.push(faultText({ list: place?.list ?? null, index: place?.index ?? 0, field }, message));
  for (const field of fields) {
    if (field.kind === 'list') {
      const members = readList(field, data, reading, faults, fault);
      if (members !== null) lists.set(field.name, members);
      continue;
    }
    const said = saidIn(field, data) ?? reading.defaults.get(field.name) ?? '';
    if (said === '') {
      if (field.required === true && !reading.mayLack.has(field.name)) fault(field.name, '不能为空!');
      continue;
    }
    const read = readScalar(field, said, reading);
    if (typeof read === 'string') scalars.set(field.name, read);
    else fault(field.name, read.message);
  }
  for (const [flag, then] of NEEDED_WHEN) {
    if (scalars.get(flag) === '1' && !scalars.has(then) && fields.some((field) => field.name === then)) fault(then, '不能为空!');
  }
  return values(scalars, lists);
}

/** The text of a property under any of its spellings; numbers and booleans as the text they are. */
function saidIn(field: Field, data: ReadonlyMap<string, unknown>): string | null {
  for (const name of [field.name, ...(field.also ?? [])]) {
    const value = data.get(name.toLowerCase());
    if (typeof value === 'string') {
      const plain = field.kind === 'file' || field.kind === 'image' ? value : value.trim();
      if (plain !== '') return plain;
    } else if (typeof value === 'number') return String(value);
    else if (typeof value === 'boolean') return value ? 'true' : 'false';
    else if (value !== undefined && value !== null) return '{}';
  }
  return null;
}

function readList(
  field: Field,
  data: ReadonlyMap<string, unknown>,
  reading: Reading,
  faults: string[],
  fault: (field: string, message: string) => void,
): readonly Values[] | null {
  const value = data.get(field.name.toLowerCase());
  const members = Array.isArray(value) ? value : typeof value === 'object' && value !== null ? [value] : null;
  if (members === null || members.length === 0) {
    if (value !== undefined && value !== null && value !== '' && members === null) fault(field.name, '格式不正确!');
    else if (field.required === true) fault(field.name, '不能为空!');
    return null;
  }
  if (field.max !== undefined && members.length > field.max) {
    fault(field.name, `数量不能超过${field.max}!`);
    return null;
  }
  return members.map((member: unknown, index) => {
    const properties = propertiesOf(member);
    if (properties !== undefined) return readObject(field.fields ?? [], properties, reading, faults, { list: field.name, index });
    faults.push(faultText({ list: field.name, index, field: field.name }, '格式不正确!'));
    return values(new Map(), new Map());
  });
}

interface Wrong {
  readonly message: string;
}

const WRONG_FORM: Wrong = { message: '格式不正确!' };

/** Numbers, days and codes are short; a pattern is not let loose on a megabyte of zeros. */
const MOST_DIGITS = 40;
const LONG: ReadonlySet<Field['kind']> = new Set(['text', 'image', 'file']);

function readScalar(field: Field, said: string, reading: Reading): string | Wrong {
  const text = field.aes === true ? deciphered(said, reading) : said;
  if (text === null) return { message: 'AES解密失败!' };
  if (text.length > MOST_DIGITS && !LONG.has(field.kind)) return WRONG_FORM;
  switch (field.kind) {
    case 'text':
      return field.name === 'idCardNumber' ? identityOf(text) : shortText(field, text);
    case 'integer':
      return within(field, readInteger(text));
    case 'decimal':
      return within(field, readDecimal(text, field.fraction ?? 0));
    case 'flag':
      return readFlag(text) ?? { message: '值不正确!' };
    case 'code':
      return readCode(field, text, reading);
    case 'date':
      return notAfter(field, readDate(field.name === 'expiryDate' && text === '长期' ? FOR_EVER : text), reading.now.slice(0, 10));
    case 'time':
      return notAfter(field, readTime(text), reading.now);
    case 'month':
      return notAfter(field, readMonth(text), reading.now.slice(0, 7));
    case 'image':
    case 'file':
      return fileOf(field, text);
    case 'list':
      return WRONG_FORM;
  }
}

/** 长期 in the way of the protocol. */
const FOR_EVER = '9999-12-31';

function within(field: Field, read: string | null): string | Wrong {
  if (read === null) return WRONG_FORM;
  if (field.from === 0 && read.startsWith('-')) return { message: '不能小于0!' };
  return isWithin(read, field) ? read : { message: '超出范围!' };
}

function deciphered(said: string, { decipher, allowsPlain }: Reading): string | null {
  const opened = decipher(said);
  if (opened !== null) return opened.trim();
  return allowsPlain && /^[0-9A-Za-z-]{1,50}$/u.test(said) ? said : null;
}

/** Whoever is spoken of is a person of the register: the number must be one, and is kept in its one spelling. */
function identityOf(text: string): string | Wrong {
  const read = readIdentityNumber(text);
  return read.ok ? (read.number satisfies IdentityNumber) : { message: '身份证号码格式不正确!' };
}

function shortText(field: Field, text: string): string | Wrong {
  if (text.length > 4_000) return { message: `长度不能超过${field.max ?? 4_000}!` };
  if (hasControl(text)) return WRONG_FORM;
  if (field.max !== undefined && [...text].length > field.max) return { message: `长度不能超过${field.max}!` };
  if (field.name === 'nation') return nationOf(text);
  if (field.name === 'projectCode' && !/^[0-9A-Za-z-]{6,32}$/u.test(text)) return WRONG_FORM;
  if (field.name === 'areaCode' && !/^\d{6}(\d{3}|\d{6})?$/u.test(text)) return { message: '参数值不正确,请参见行政区划字典表!' };
  if (field.name === 'webSite' && !/^(https?:\/\/)?[\w-]+(\.[\w-]+)+\S*$/iu.test(text)) return WRONG_FORM;
  return text;
}

/** A character no record may hold: the database takes no zero, and lone halves of a pair are no text. */
function hasControl(text: string): boolean {
  return /[^\P{Cc}\t\n\r]|\p{Surrogate}/u.test(text);
}

function readCode(field: Field, said: string, reading: Reading): string | Wrong {
  const name = field.codes;
  if (name === undefined || said.length > (field.max ?? 10) || !/^[0-9A-Za-z]+$/u.test(said)) return { message: '值不正确!' };
  const words = DICTIONARIES[name].words;
  const padded = [said, said.padStart(2, '0'), said.padStart(3, '0')].find((one) => words.has(one));
  if (field.name === 'idCardType' && padded !== '01') return { message: '异常,目前只支持身份证类型的证件!' };
  if (padded !== undefined) return padded;
  if (field.closed === true || reading.refusesUnknownCodes) return { message: `值不正确，请参见[${DICTIONARIES[name].title}]字典` };
  return said;
}

function notAfter(field: Field, read: string | null, latest: string): string | Wrong {
  if (read === null) return WRONG_FORM;
  return field.past !== undefined && read > latest ? { message: field.past } : read;
}

/** An address is kept as text and never fetched: whoever sends it must not be able to make us call somewhere. */
function fileOf(field: Field, text: string): string | Wrong {
  const read = readFile(text);
  if (read.kind === 'address') return text.length <= 500 && !hasControl(text) ? text : WRONG_FORM;
  if (read.base64 === null) return field.kind === 'image' ? { message: '格式无效,目前仅支持:jpg,jpeg,png,jpeg' } : WRONG_FORM;
  if (field.kb !== undefined && read.bytes > field.kb * 1024) return { message: `大小超过限制${field.kb}KB!` };
  if (field.kind === 'image' && read.kind === 'other') return { message: '格式无效,目前仅支持:jpg,jpeg,png,jpeg' };
  return read.base64;
}
