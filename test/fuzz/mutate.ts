import type { Chance } from '../../src/apps/simulate/random.ts';

/** Text, bytes and structures made wrong. Each function answers something else than it was given, nearly always malformed. */

/** What breaks readers: ends of ranges, look-alikes, control characters, other alphabets, words of other grammars. */
export const NASTY: readonly string[] = [
  '',
  ' ',
  '　',
  '	',
  '\r\n',
  '\0',
  '\xA0',
  '​',
  '‮',
  '﻿',
  '�',
  '\ud800',
  '\udfff',
  'İ',
  'ß',
  'İ',
  '👷‍♂️',
  '𠮷',
  'é',
  '﷽',
  '0',
  '-0',
  '-1',
  '1e308',
  '1E+17',
  '4.50102E+17',
  'NaN',
  'Infinity',
  '0x10',
  '9007199254740993',
  '9223372036854775808',
  '99999999999999999999',
  '0.1',
  '1,5',
  '１２３',
  '2026-02-30',
  '2026-13-01',
  '0000-00-00',
  '99999-1-1',
  '2026-9-1',
  '2026年9月1日',
  '20260901',
  '46266',
  '25:61',
  '2026-09-01T07:02:04Z',
  'true',
  'null',
  'undefined',
  '[object Object]',
  '{}',
  '[]',
  '__proto__',
  'constructor',
  'toString',
  '=1+1',
  '@SUM(A1)',
  '+cmd',
  "'",
  '"',
  '""',
  '\\',
  '\\N',
  '%00',
  '${x}',
  '<!--',
  '<![CDATA[',
  ']]>',
  '&amp;',
  '&#x0;',
  '../..',
  ';',
  '|',
  ',',
  '合计',
  '制表人：',
  '（300）',
  '￥',
  '万元',
  '无',
  '√',
  '△',
  '身份证号码',
  '姓名',
  '项目名称',
  '11010519491231002X',
  '6222020200112233445',
];

/** One to three changes to a text. */
export function mutateText(text: string, chance: Chance, words: readonly string[] = NASTY): string {
  let changed = text;
  for (let times = chance.between(1, 3); times > 0; times -= 1) changed = changeText(changed, chance, words);
  // What grows from change to change would only test memory.
  return changed.length > LONGEST ? changed.slice(0, LONGEST) : changed;
}

const LONGEST = 2_000;

function changeText(text: string, chance: Chance, words: readonly string[]): string {
  const at = chance.between(0, text.length);
  const until = Math.min(text.length, at + chance.between(1, 8));
  switch (chance.between(0, 10)) {
    case 0:
      return text.slice(0, at) + chance.pick(words) + text.slice(at);
    case 1:
      return text.slice(0, at) + text.slice(until);
    case 2:
      return text.slice(0, at) + text.slice(at, until) + text.slice(at);
    case 3:
      return text.slice(0, at);
    case 4:
      return chance.pick(words);
    case 5:
      return text.slice(0, at) + String.fromCharCode(chance.between(0, 0xffff)) + text.slice(at + 1);
    case 6:
      // Full-width forms of the same characters.
      return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
    case 7:
      return text.slice(0, at) + text.slice(at, until).repeat(chance.happens(0.05) ? 400 : chance.between(2, 20)) + text.slice(until);
    case 8:
      return text.slice(0, at) + Array.from(text.slice(at, until)).toReversed().join('') + text.slice(until);
    case 9:
      return text.replace(/\d/, () => String(chance.between(0, 9)));
    default:
      return text.slice(0, at) + String.fromCharCode((text.charCodeAt(at) || 0) ^ (1 << chance.between(0, 7))) + text.slice(at + 1);
  }
}

const NUMBERS = [
  0,
  -0,
  1,
  -1,
  0.5,
  31,
  32,
  255,
  256,
  65_535,
  65_536,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  -(2 ** 53),
  1e15,
  1e21,
  1e308,
  5e-324,
  Number.NaN,
  Infinity,
  -Infinity,
  46_266,
];

export function mutateNumber(number: number, chance: Chance): number {
  return chance.pick([chance.pick(NUMBERS), number + 1, -number, number * 1e6, number / 3, number + 0.001]);
}

/** One to eight changes to bytes; `words` are pieces of the format, put in as they are. */
export function mutateBytes(bytes: Buffer, chance: Chance, words: readonly string[] = NASTY): Buffer {
  let changed: Buffer = Buffer.from(bytes);
  for (let times = chance.between(1, 8); times > 0; times -= 1) changed = changeBytes(changed, chance, words);
  return changed;
}

function changeBytes(bytes: Buffer, chance: Chance, words: readonly string[]): Buffer {
  const at = chance.between(0, Math.max(0, bytes.length - 1));
  const until = Math.min(bytes.length, at + chance.between(1, 16));
  switch (chance.between(0, 7)) {
    case 0:
      if (bytes.length > 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.between(0, 7));
      return bytes;
    case 1:
      if (bytes.length > 0) bytes[at] = chance.pick([0, 1, 0x7f, 0x80, 0xff, chance.between(0, 255)]);
      return bytes;
    case 2:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(until)]);
    case 3:
      return Buffer.concat([bytes.subarray(0, until), bytes.subarray(at)]);
    case 4:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(chance.pick(words)), bytes.subarray(at)]);
    case 5:
      return bytes.subarray(0, at);
    case 6:
      // A length or a place somewhere in a header.
      if (bytes.length >= at + 4) bytes.writeUInt32LE(chance.pick([0, 1, 0x7fff_ffff, 0xffff_ffff, bytes.length, chance.between(0, 65_536)]), at);
      return bytes;
    default:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(chance.pick(words)), bytes.subarray(until)]);
  }
}

/** Longer ones are refused for their number alone, and cost a hundred times as much; a few are enough. */
const LONGEST_LIST = 2_100;

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A JSON value with one place changed: another type, a key missing, doubled or unknown, a list empty, long or nested. */
export function mutateJson(value: Json, chance: Chance, words: readonly string[] = NASTY): Json {
  if (isList(value)) {
    if (value.length > 0 && chance.happens(0.7)) return value.with(chance.between(0, value.length - 1), mutateJson(chance.pick(value), chance, words));
    // Made only when picked: most of the time of a run would go into lists nobody looks at.
    return chance.pick<() => Json>([
      () => [],
      () => value.slice(1),
      () => [...value, ...value].slice(0, LONGEST_LIST),
      () => [...value, null],
      () => Array.from({ length: chance.happens(0.05) ? LONGEST_LIST : 20 }, () => value[0] ?? null),
      () => ({ 0: value[0] ?? null }),
      () => null,
    ])();
  }
  if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value);
    const key = keys.length === 0 ? 'x' : chance.pick(keys);
    if (keys.length > 0 && chance.happens(0.75)) return { ...value, [key]: mutateJson(value[key] ?? null, chance, words) };
    const { [key]: gone = null, ...rest } = value;
    return chance.pick<() => Json>([
      () => rest,
      () => ({ ...rest, [key.toUpperCase()]: gone }),
      () => ({ ...value, [mutateText(key, chance, words)]: gone }),
      () => ({ ...value, [key]: value }),
      () => [value],
      () => null,
      () => key,
    ])();
  }
  if (typeof value === 'string' && chance.happens(0.7)) return mutateText(value, chance, words);
  if (typeof value === 'number' && chance.happens(0.6)) {
    const number = mutateNumber(value, chance);
    return Number.isFinite(number) ? number : String(number);
  }
  return chance.pick<Json>([null, true, false, 0, -1, 1e21, '', [], {}, [[[[value]]]], chance.pick(words), String(value)]);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** The rules of a small language: each name stands for one of its texts, in which `{name}` stands for another. */
export type Grammar = Readonly<Record<string, readonly string[]>>;

/** A text of the language, no deeper than `depth`; a name that is nowhere explained stands for itself. */
export function written(grammar: Grammar, start: string, chance: Chance, depth = 12): string {
  const texts = grammar[start];
  if (texts === undefined || depth === 0) return start;
  return chance.pick(texts).replace(/\{([a-z-]+)\}/g, (_, name: string) => written(grammar, name, chance, depth - 1));
}
