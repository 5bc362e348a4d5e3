import { basisPoints } from '#kernel/basis-points.ts';
import { civilDate } from '#kernel/civil-date.ts';
import { type Fen, fen } from '#kernel/fen.ts';
import type { DatedValue } from '#law/parameters/index.ts';

/** A place's own number, from a day, with the document that sets it. */
export function local<V>(from: string, value: V, basis: string): readonly DatedValue<V>[] {
  return [{ from: civilDate(from), value, basis, evidence: 'L' }];
}

/** 万元 in fen. */
export function tenThousandYuan(n: number): Fen {
  return fen(n * 1_000_000);
}

/** 1.5 % is 150. */
export function perCent(n: number): ReturnType<typeof basisPoints> {
  return basisPoints(Math.round(n * 100));
}
