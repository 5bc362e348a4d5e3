import { addDays, civilDate, civilMonth, parseCivilDate, shiftMonth } from '#kernel/civil-date.ts';
import { addHours, civilMoment } from '#kernel/civil-moment.ts';
import type { FactField } from '#law/facts.ts';
import type { Answer } from '#law/rule.ts';
import type { Reckoning } from '#law/sheet.ts';
import { inFull } from './in-full.ts';

/** A question that differs from another in one thing: 「存储之日 缺少」. */
interface Differing<Facts> {
  readonly what: string;
  readonly facts: Facts;
  readonly on: string;
}

/**
 * 一项不同: how the answer changes when one fact is missing, is nothing, lies a step lower or higher, or is the other way round, and when the question
 * is asked a day earlier or later; when something came to pass on that day or on the next. One line for each change, none for what changes nothing. So a case holds also what stands beside it.
 */
export function oneDiffers<Facts extends object>(
  fields: readonly FactField[],
  facts: Facts,
  on: string,
  answer: (facts: Facts, on: string) => Answer | Reckoning | string,
): string {
  const written = (one: Answer | Reckoning | string) => (typeof one === 'string' ? one : inFull(one)).split('\n');
  const usual = written(answer(facts, on));
  const lines: string[] = [];
  for (const one of differing(fields, facts, on)) {
    const other = written(answer(one.facts, one.on));
    const fresh = other.filter((line) => !usual.includes(line));
    const gone = usual.filter((line) => !other.includes(line)).length;
    if (fresh.length > 0 || gone > 0) lines.push(`${one.what} → ${briefly(fresh)}${gone > fresh.length ? `（少 ${gone - fresh.length} 行）` : ''}`);
  }
  return lines.join('\n');
}

/** A finding where there was none is told by its words and its second line; where something changed, by the changed lines; steps only when nothing else did. */
function briefly(lines: readonly string[]): string {
  const told = lines.filter((line) => !line.startsWith('算 '));
  const [first = '', second = ''] = told;
  if (told.length > 4 && /^\d级/u.test(first)) return `${first} ｜ ${second}`;
  return (told.length === 0 ? lines : told).join(' ｜ ');
}

function* differing<Facts extends object>(fields: readonly FactField[], facts: Facts, on: string): Generator<Differing<Facts>> {
  const held = new Map<string, unknown>(Object.entries(facts));
  yield { what: '早一日', facts, on: addDays(civilDate(on), -1) };
  yield { what: '晚一日', facts, on: addDays(civilDate(on), 1) };
  for (const field of fields) {
    for (const [how, value] of [...othersOf(field, held.get(field.name)), ...onTheDay(field, held.get(field.name), on)])
      yield { what: `${field.means} ${how}`, facts: { ...facts, [field.name]: value }, on };
  }
}

type Other = readonly [how: string, value: unknown];

function* othersOf(field: FactField, value: unknown): Generator<Other> {
  if (value === null || value === undefined) return;
  if (!field.required) yield ['缺少', null];
  if (field.kind === 'event' && value !== 'not-yet') yield ['尚未', 'not-yet'];
  if (typeof value === 'boolean') yield [value ? '否' : '是', !value];
  if (typeof value === 'number' || typeof value === 'bigint') yield* numbersBeside(value);
  if (Array.isArray(value)) yield* entriesOther(field, value);
  if (value instanceof Set && value.size > 0) yield ['全无', new Set()];
  if (typeof value === 'string') yield* textsBeside(field, value);
}

/** What happened, or is known, on the day asked about or only on the next; a question nobody answered, answered. */
function* onTheDay({ kind, required }: FactField, value: unknown, on: string): Generator<Other> {
  const isOpen = value === null || value === undefined;
  if (isOpen && required) return;
  if (kind === 'yes-no' && isOpen) yield* [['填是', true] as const, ['填否', false] as const];
  if (kind !== 'day' && kind !== 'event') return;
  const next = addDays(civilDate(on), 1);
  if (value !== on) yield ['在当日', on];
  if (!isOpen && value !== next) yield ['在次日', next];
}

function* numbersBeside(value: number | bigint): Generator<Other> {
  const whole = BigInt(value);
  const others: readonly [string, bigint][] = [
    ['为零', 0n],
    ['少一', whole - 1n],
    ['多一', whole + 1n],
  ];
  for (const [how, other] of others) {
    if (other === whole || (how === '少一' && other <= 0n)) continue;
    yield [how, typeof value === 'bigint' ? other : Number(other)];
  }
}

function* textsBeside({ kind, choices = {} }: FactField, value: string): Generator<Other> {
  const on = kind === 'day' || kind === 'event' ? parseCivilDate(value) : null;
  if (on !== null) {
    yield ['早一日', addDays(on, -1)];
    yield ['晚一日', addDays(on, 1)];
  } else if (kind === 'choice') {
    for (const [name, words] of Object.entries(choices)) if (name !== value) yield [`是${words}`, name];
  } else if (kind === 'money') {
    for (const [how, other] of numbersBeside(BigInt(value))) yield [how, String(other)];
  } else if (kind === 'month') {
    yield ['早一月', shiftMonth(civilMonth(value), -1)];
    yield ['晚一月', shiftMonth(civilMonth(value), 1)];
  } else if (kind === 'moment') {
    yield ['早一分', addHours(civilMoment(value), -1 / 60)];
    yield ['晚一分', addHours(civilMoment(value), 1 / 60)];
  }
}

/** No entry at all, and the first entry with one thing in it different. */
function* entriesOther({ fields = [] }: FactField, entries: readonly unknown[]): Generator<Other> {
  if (entries.length > 0) yield ['没有', []];
  const [first, ...rest] = entries;
  if (typeof first !== 'object' || first === null) return;
  const held = new Map<string, unknown>(Object.entries(first));
  for (const inner of fields) {
    for (const [how, value] of othersOf(inner, held.get(inner.name))) yield [`第 1 项 ${inner.means} ${how}`, [{ ...first, [inner.name]: value }, ...rest]];
  }
}
