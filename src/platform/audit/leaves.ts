import { createHash } from 'node:crypto';

/** The first bytes of each leaf that a seal and the witness keep, to name the row when a root does not come out. */
export const LEAF_PREFIX_BYTES = 8;
export const NO_HEAD = Buffer.alloc(32);

/** The number goes into the leaf: two rows that change places are two changed rows. */
export function leafOf(seq: bigint, canonical: string): Buffer {
  return createHash('sha256').update('\0').update(String(seq)).update('\n').update(canonical).digest();
}

/** Merkle root; leaves and nodes are hashed under different first bytes, so that a node never passes for a leaf. */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  let level = leaves;
  if (level.length === 0) return createHash('sha256').update('\0').digest();
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at], level[at + 1]];
      if (left === undefined) break;
      // An odd one out goes up as it is.
      above.push(right === undefined ? left : createHash('sha256').update('\x01').update(left).update(right).digest());
    }
    level = above;
  }
  return level[0] ?? NO_HEAD;
}

export interface Seal {
  readonly n: bigint;
  readonly from: bigint;
  readonly upto: bigint;
  readonly count: number;
  /** The numbers that are rows; the holes between belong to transactions that were rolled back. */
  readonly seqs: readonly Range[];
  readonly leaves: Buffer;
  readonly root: Buffer;
  readonly head: Buffer;
}

/** From and up to, both included. */
export type Range = readonly [bigint, bigint];

export function headOf(before: Buffer, root: Buffer, from: bigint, upto: bigint, count: number): Buffer {
  return createHash('sha256').update(before).update(root).update(`${from} ${upto} ${count}`).digest();
}

export function rangesOf(seqs: readonly bigint[]): Range[] {
  const ranges: [bigint, bigint][] = [];
  for (const seq of seqs) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] + 1n === seq) last[1] = seq;
    else ranges.push([seq, seq]);
  }
  return ranges;
}

export function* numbersIn(ranges: readonly Range[]): Generator<bigint> {
  for (const [from, upto] of ranges) for (let seq = from; seq <= upto; seq += 1n) yield seq;
}

/** PostgreSQL's text of a multirange: `{[1,5),[7,8)}`. */
export function writeRanges(ranges: readonly Range[]): string {
  return `{${ranges.map(([from, upto]) => `[${from},${upto + 1n})`).join(',')}}`;
}

export function readRanges(text: string): Range[] {
  return [...text.matchAll(/\[(\d+),(\d+)\)/g)].map(([, from = '0', until = '0']) => [BigInt(from), BigInt(until) - 1n]);
}
