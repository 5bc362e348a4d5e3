import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync } from 'node:fs';
import type { Seal } from './leaves.ts';
import { readRanges, writeRanges } from './leaves.ts';

/**
 * The heads outside the database: one line a seal, appended and never rewritten. Whoever owns the database and makes the
 * whole chain anew still has to reach this file, and every copy of it that went elsewhere.
 */
export type Witnessed = Pick<Seal, 'n' | 'from' | 'upto' | 'seqs' | 'leaves' | 'head'>;

/** `n from upto {ranges} leaves head`, bytes in base64. */
function witnessLine(seal: Witnessed): string {
  return `${seal.n} ${seal.from} ${seal.upto} ${writeRanges(seal.seqs)} ${seal.leaves.toString('base64')} ${seal.head.toString('base64')}\n`;
}

export function appendWitness(path: string, seals: readonly Witnessed[]): void {
  if (seals.length === 0) return;
  const file = openSync(path, 'a', 0o600);
  try {
    appendFileSync(file, seals.map(witnessLine).join(''));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Undefined when there is no file. A last line that a power cut left half-written is not a line. */
export function readWitness(path: string): Witnessed[] | undefined {
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
    .map(readLine);
}

function readLine(line: string): Witnessed {
  const [n = '', from = '', upto = '', seqs = '', leaves = '', head = ''] = line.split(' ');
  if (!/^\d+$/.test(n) || !/^\d+$/.test(from) || !/^\d+$/.test(upto)) throw new Error(`见证文件里有一行读不懂：${line.slice(0, 60)}`);
  return {
    n: BigInt(n),
    from: BigInt(from),
    upto: BigInt(upto),
    seqs: readRanges(seqs),
    leaves: Buffer.from(leaves, 'base64'),
    head: Buffer.from(head, 'base64'),
  };
}
