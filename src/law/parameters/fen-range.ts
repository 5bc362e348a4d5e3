import { type Fen, inYuan } from '#kernel/fen.ts';

/** 罚款幅度: 「2万元以上5万元以下」. 以上、以下 include the number: both ends are in. */
export interface FenRange {
  readonly least: Fen;
  readonly most: Fen;
}

export function fenRange(least: Fen, most: Fen): FenRange {
  if (least > most) throw new RangeError('a range ends below its beginning');
  return { least, most };
}

/** Tells a range from the values of the other units. */
export function isRange(value: unknown): value is FenRange {
  return typeof value === 'object' && value !== null && 'least' in value && 'most' in value;
}

/** 「20,000 元以上 50,000 元以下」. */
export function rangeInWords({ least, most }: FenRange): string {
  return `${inYuan(least)}以上 ${inYuan(most)}以下`;
}

/** Reads `{ least, most }` from a draft, each end as money is read; null when it is no range. */
export function readRange(input: unknown, readEnd: (end: unknown) => unknown): FenRange | null {
  if (!isRange(input)) return null;
  const [least, most] = [readEnd(input.least), readEnd(input.most)];
  return isFen(least) && isFen(most) && least <= most ? { least, most } : null;
}

function isFen(value: unknown): value is Fen {
  return typeof value === 'bigint';
}
