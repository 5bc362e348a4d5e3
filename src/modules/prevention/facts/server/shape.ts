import type { BasisPoints } from '#kernel/basis-points.ts';
import type { CivilDate, CivilMonth } from '#kernel/civil-date.ts';
import { type Fen, fen } from '#kernel/fen.ts';

/** How one column of an answer of the database becomes a field: the one place where its untyped values get their types. */
type Reader<T> = (value: unknown) => T;

/** A reader for every field of a fact row: a field without one does not compile. */
export type Shape<Row> = { readonly [Field in keyof Row]-?: Reader<Row[Field]> };

/** Columns that the database constrains carry their type already; this names it. */
function known<T>(): Reader<T> {
  return (value) => value as T;
}

function orNull<T>(read: Reader<T>): Reader<T | null> {
  return (value) => (value === null ? null : read(value));
}

export const text = known<string>();
export const textOrNull = known<string | null>();
export const yes = known<boolean>();
export const yesOrNull = known<boolean | null>();
export const count = known<number>();
export const countOrNull = known<number | null>();
export const share = known<BasisPoints | null>();
export const day = known<CivilDate | null>();
export const money: Reader<Fen> = (value) => fen(BigInt(value as string));
export const moneyOrNull = orNull(money);
export const month: Reader<CivilMonth> = (value) => (value as string).slice(0, 7) as CivilMonth;
export const monthOrNull = orNull(month);
/** numeric columns come as text; here only days and heads with one decimal do. */
export const decimalOrNull = orNull((value) => Number(value));
/** The ledger's columns by the name of their field, however the import wrote them down: `boardOn` or `board_on`. */
export const names: Reader<ReadonlySet<string>> = (value) =>
  new Set((value as readonly string[]).map((name) => name.replace(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase())));
/** A list that the statement builds with the names of the fields. */
export function listOf<T>(): Reader<readonly T[]> {
  return known<readonly T[]>();
}
export function oneOf<T extends string>(): Reader<T> {
  return known<T>();
}

/** `payrollDueFen` → `payroll_due_fen`. */
export function columnOf(field: string): string {
  return field.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}

export function fieldsOf<Row>(shape: Shape<Row>): readonly (keyof Row & string)[] {
  return Object.keys(shape) as (keyof Row & string)[];
}

/** Makes the typed row of a row of columns in the order of the shape. */
export function rowReader<Row>(shape: Shape<Row>): (values: readonly unknown[]) => Row {
  const fields = fieldsOf(shape);
  const readers = fields.map((field) => shape[field]);
  return (values) => {
    const row: Record<string, unknown> = {};
    for (let index = 0; index < fields.length; index += 1) row[fields[index] ?? ''] = readers[index]?.(values[index]);
    return row as Row;
  };
}
