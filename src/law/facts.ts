import { z } from 'zod';
import { type BasisPoints, basisPoints } from '#kernel/basis-points.ts';
import { type CivilDate, type CivilMonth, parseCivilDate, parseCivilMonth, yearOf } from '#kernel/civil-date.ts';
import { type CivilMoment, parseCivilMoment } from '#kernel/civil-moment.ts';
import { type Fen, fen } from '#kernel/fen.ts';
import { type CannotDetermine, cannotDetermine } from './answer.ts';

/** What a fact is made of: a form draws it, a command reads it, JSON Schema describes it. */
export type FactKind = 'day' | 'event' | 'month' | 'moment' | 'money' | 'share' | 'count' | 'yes-no' | 'choice' | 'text' | 'names' | 'list';

/** 事实项: one fact a rule asks for, as a form shows it. */
export interface FactField {
  readonly name: string;
  /** Chinese: 「取得施工许可证之日」. */
  readonly means: string;
  readonly kind: FactKind;
  /** 人、日、分钟: of a count. */
  readonly unit?: string;
  readonly choices?: Readonly<Record<string, string>>;
  /** What one entry of a list is made of. */
  readonly fields?: readonly FactField[];
  /** True where the sweep's own facts leave no doubt: the value must be given. */
  readonly required: boolean;
}

/** A fact in words, its reader, and what it is made of. */
export interface Fact<T> {
  /** Made when somebody first asks with facts from outside: a process that only sweeps never needs it. */
  readonly reads: () => z.ZodType<T>;
  /** The value may be absent or null. */
  readonly mayBeEmpty?: true;
  readonly field: Omit<FactField, 'name' | 'required'>;
}

/** A day that came, one that is known not to have come, or (null) a gap: `not-yet` lets a rule speak, a gap makes it ask. */
export type Happened = CivilDate | 'not-yet';

const WHOLE = /^-?\d{1,18}$/u;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** A day or month that a person can mean: `0206-01-05` is a slip of the keyboard, and what is counted from it would be nonsense. */
function meant<D extends CivilDate | CivilMonth>(parse: (text: string) => D | null): (text: string) => D | null {
  return (text) => {
    const day = parse(text);
    return day !== null && yearOf(day) >= FIRST_YEAR && yearOf(day) <= LAST_YEAR ? day : null;
  };
}

const parseDay = meant(parseCivilDate);

/** A day, `YYYY-MM-DD`. */
export function day(means: string): Fact<CivilDate> {
  return { reads: () => parsed(parseDay, '日期写成 2026-10-31 的样子', '^\\d{4}-\\d{2}-\\d{2}$'), field: { means, kind: 'day' } };
}

/** A day on which something happened, or `not-yet` when it is known that it has not. */
export function event(means: string): Fact<Happened> {
  return {
    reads: () =>
      parsed<Happened>(
        (text) => (text === 'not-yet' ? text : parseDay(text)),
        '日期写成 2026-10-31 的样子；确知尚未发生的写 not-yet',
        '^(\\d{4}-\\d{2}-\\d{2}|not-yet)$',
      ),
    field: { means, kind: 'event' },
  };
}

/** A month, `YYYY-MM`. */
export function month(means: string): Fact<CivilMonth> {
  return { reads: () => parsed(meant(parseCivilMonth), '月份写成 2026-10 的样子', '^\\d{4}-\\d{2}$'), field: { means, kind: 'month' } };
}

/** A minute of the clock, `YYYY-MM-DD HH:MM`, for what the law counts in hours. */
export function moment(means: string): Fact<CivilMoment> {
  return {
    reads: () => parsed(parseCivilMoment, '时刻写成 2026-10-31 09:30 的样子', '^\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}$'),
    field: { means, kind: 'moment' },
  };
}

/** Money in fen: a decimal string, or a whole number. */
export function money(means: string): Fact<Fen> {
  const reads = () =>
    z.union([z.string().regex(WHOLE, '金额以分为单位，写成整数，例如 1234500 表示 12,345 元'), z.int()]).transform((value) => fen(BigInt(value)));
  return { reads, field: { means, kind: 'money', unit: '分' } };
}

/** A share in hundredths of a percent: 3000 is 30 %. */
export function share(means: string): Fact<BasisPoints> {
  return { reads: () => z.int().min(0).transform(basisPoints), field: { means, kind: 'share', unit: '万分之一' } };
}

/** A whole number of something, 0 or more. */
export function count(means: string, unit: string): Fact<number> {
  return { reads: () => z.int().min(0), field: { means, kind: 'count', unit } };
}

/** A year, by its four digits. */
export function year(means: string): Fact<number> {
  return { reads: () => z.int().min(FIRST_YEAR).max(LAST_YEAR), field: { means, kind: 'count', unit: '年' } };
}

export function yesNo(means: string): Fact<boolean> {
  return { reads: () => z.boolean(), field: { means, kind: 'yes-no' } };
}

/** One of some words, each with its Chinese name. */
export function choice<const C extends Readonly<Record<string, string>>>(means: string, choices: C): Fact<keyof C & string> {
  const names = Object.keys(choices);
  const reads = () => z.enum(Object.fromEntries(names.map((name) => [name, name]))).transform((name) => name as keyof C & string);
  return { reads, field: { means, kind: 'choice', choices } };
}

/** Several of some words, each once: the columns a ledger has. Known by key or by Chinese name. */
export function names<const C extends Readonly<Record<string, string>>>(means: string, choices: C): Fact<ReadonlySet<string>> {
  const keys = new Map(
    Object.entries(choices).flatMap(
      ([key, name]) =>
        [
          [key, key],
          [name, key],
        ] as const,
    ),
  );
  const one = () =>
    z.string().transform((word, context) => {
      const key = keys.get(word.trim());
      if (key !== undefined) return key;
      context.addIssue({ code: 'custom', message: `没有“${word}”；可以是：${Object.values(choices).join('、')}` });
      return z.NEVER;
    });
  return {
    reads: () =>
      z
        .array(one())
        .max(200)
        .transform((all): ReadonlySet<string> => new Set(all)),
    field: { means, kind: 'names', choices },
  };
}

export function text(means: string): Fact<string> {
  return { reads: () => z.string().trim().min(1).max(500), field: { means, kind: 'text' } };
}

const MOST_ENTRIES = 10_000;

/** Several of the same: workers, items of pay. An entry's own gaps are null, as a rule's are. */
export function list<S extends Shape>(means: string, shape: S): Fact<readonly FactsOf<S>[]> {
  const inner = facts(shape);
  return { reads: () => z.array(inner.reads()).max(MOST_ENTRIES), field: { means, kind: 'list', fields: inner.fields } };
}

export type Shape = Readonly<Record<string, Fact<unknown>>>;
/** Facts as a rule of matters sees them: what nobody stated is null. */
export type FactsOf<S extends Shape> = { readonly [K in keyof S]: S[K] extends Fact<infer T> ? T | null : never };
type Certain<T, K extends keyof T> = T & { readonly [P in K]: NonNullable<T[P]> };

/** One thing wrong with facts that were handed in. */
export interface FactFault {
  /** Chinese name of the fact, or its path when there is no such fact. */
  readonly fact: string;
  readonly says: string;
}

export type ReadFacts<T> = { readonly ok: true; readonly facts: T } | { readonly ok: false; readonly faults: readonly FactFault[] };

/** An answer, or what is wrong with the facts it was asked with. */
export type Asked<A> = { readonly ok: true; readonly answer: A } | { readonly ok: false; readonly faults: readonly FactFault[] };

/** 事实表: the facts a rule asks for, typed and documented. */
export interface FactForm<T> {
  readonly fields: readonly FactField[];
  readonly reads: () => z.ZodType<T>;
  /** Reads facts from outside; unknown names, wrong types and impossible days are named in Chinese. */
  read(input: unknown): ReadFacts<T>;
  /** JSON Schema (2020-12) of what `read` takes. */
  jsonSchema(): Record<string, unknown>;
}

/** A form whose gaps are null, with the question that a gap becomes. */
export interface OpenForm<S extends Shape> extends FactForm<FactsOf<S>> {
  /** The facts when none of the named ones is missing; else «cannot determine», naming each in Chinese. */
  certain<K extends keyof S & string>(
    facts: FactsOf<S>,
    ...names: readonly K[]
  ): { readonly ok: true; readonly facts: Certain<FactsOf<S>, K> } | { readonly ok: false; readonly answer: CannotDetermine };
}

/** The facts of a matter, as a person or a case file states them: each may be missing. */
export function facts<const S extends Shape>(shape: S): OpenForm<S> {
  const fields = fieldsOf(shape, false);
  const form = formOf<FactsOf<S>>(
    fields,
    () =>
      z.strictObject(
        Object.fromEntries(Object.entries(shape).map(([name, fact]) => [name, fact.reads().nullable().default(null).meta(metaOf(fact))])),
      ) as unknown as z.ZodType<FactsOf<S>>,
  );
  return {
    ...form,
    certain: (given, ...names) => {
      const missing = names.filter((name) => given[name] === null).map((name) => shape[name]?.field.means ?? name);
      if (missing.length > 0) return { ok: false, answer: cannotDetermine(...missing) };
      return { ok: true, facts: given as Certain<FactsOf<S>, (typeof names)[number]> };
    },
  };
}

/** The form of a row that the database computes, and of the part of it that one rule reads. */
export interface SweptForm<T> extends FactForm<T> {
  pick<const K extends keyof T>(...names: readonly K[]): SweptForm<Pick<T, K>>;
}

/** A fact of the sweep that may be empty: «none», as the database says it. */
export function orNull<T>(fact: Fact<T>): Fact<T | null> {
  return { ...fact, reads: () => fact.reads().nullable().default(null), mayBeEmpty: true };
}

type SweptShape<T> = { readonly [K in keyof T]-?: Fact<T[K]> };

/** Facts that the database computes: complete, or empty where the field says so. `T` is the row as rules see it. */
export function sweptFacts<T>(shape: SweptShape<T>): SweptForm<T> {
  const entries = Object.entries<Fact<unknown>>(shape);
  const fields = entries.map(([name, fact]) => ({ name, required: fact.mayBeEmpty !== true, ...fact.field }));
  return {
    ...formOf<T>(
      fields,
      () => z.strictObject(Object.fromEntries(entries.map(([name, fact]) => [name, fact.reads().meta(metaOf(fact))]))) as unknown as z.ZodType<T>,
    ),
    pick: <K extends keyof T>(...chosen: readonly K[]) =>
      sweptFacts<Pick<T, K>>(Object.fromEntries(chosen.map((name) => [name, shape[name]])) as unknown as SweptShape<Pick<T, K>>),
  };
}

/** The facts a form reads. */
export type Read<F> = F extends FactForm<infer T> ? T : never;

function formOf<T>(fields: readonly FactField[], make: () => z.ZodType<T>): FactForm<T> {
  let made: z.ZodType<T> | undefined;
  const reads = (): z.ZodType<T> => (made ??= make());
  return {
    fields,
    reads,
    read: (input) => {
      const result = reads().safeParse(input, { reportInput: false });
      if (result.success) return { ok: true, facts: result.data };
      return { ok: false, faults: result.error.issues.flatMap((issue) => faultsOf(issue, fields)) };
    },
    jsonSchema: () => z.toJSONSchema(reads(), { io: 'input', unrepresentable: 'any' }),
  };
}

function faultsOf(issue: z.core.$ZodIssue, fields: readonly FactField[]): FactFault[] {
  const fact = nameOf(issue.path, fields);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ fact: key, says: '这条规则不用这一项；请核对名称' }));
  return [{ fact, says: SAYS[issue.code]?.(issue) ?? issue.message }];
}

/** 「欠薪工人（第 2 项 欠薪）」: where in the facts, in the words of the form. */
function nameOf([first, ...rest]: readonly PropertyKey[], fields: readonly FactField[]): string {
  if (first === undefined) return '事实';
  const field = fields.find(({ name }) => name === first);
  const [place, ...inner] = rest;
  const within = inner.length === 0 ? '' : ` ${nameOf(inner, field?.fields ?? [])}`;
  return `${field?.means ?? String(first)}${typeof place === 'number' ? `（第 ${place + 1} 项${within}）` : ''}`;
}

const TYPES: Readonly<Record<string, string>> = { string: '文字', number: '数字', int: '整数', boolean: 'true 或 false', array: '列表', object: '一组事实' };

const SAYS: Readonly<Record<string, (issue: z.core.$ZodIssue) => string>> = {
  invalid_type: (issue) => `应当是${TYPES['expected' in issue ? String(issue.expected) : ''] ?? '别的类型'}，或者没有填`,
  invalid_union: () => '金额以分为单位，写成整数，例如 1234500 表示 12,345 元',
  invalid_value: (issue) => `只能是：${'values' in issue && Array.isArray(issue.values) ? issue.values.join('、') : ''}`,
  too_small: (issue) => ('origin' in issue && issue.origin === 'string' ? '不能是空的' : `不能小于 ${'minimum' in issue ? String(issue.minimum) : ''}`),
  too_big: (issue) => {
    const most = 'maximum' in issue ? String(issue.maximum) : '';
    const origin = 'origin' in issue ? issue.origin : '';
    return origin === 'string' ? `最多 ${most} 个字` : origin === 'array' ? `最多 ${most} 项` : `不能大于 ${most}`;
  },
};

function fieldsOf(shape: Shape, required: boolean): FactField[] {
  return Object.entries(shape).map(([name, fact]) => ({ name, required, ...fact.field }));
}

function metaOf(fact: Fact<unknown>): Record<string, unknown> {
  return {
    title: fact.field.means,
    ...(fact.field.unit === undefined ? {} : { 'x-unit': fact.field.unit }),
    ...(fact.field.choices === undefined ? {} : { 'x-choices': fact.field.choices }),
  };
}

/** A text that a parser of the kernel understands. */
function parsed<T>(parse: (text: string) => T | null, says: string, pattern: string): z.ZodType<T> {
  return z
    .string()
    .meta({ pattern })
    .transform((value, context) => {
      const result = parse(value);
      if (result !== null) return result;
      context.addIssue({ code: 'custom', message: says });
      return z.NEVER;
    });
}
