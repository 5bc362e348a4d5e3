import type { Store, Tx } from '../db/index.ts';
import { headOf, LEAF_PREFIX_BYTES, leafOf, NO_HEAD, rangesOf, readRanges, rootOf, type Seal, writeRanges } from './leaves.ts';
import { appendWitness, readWitness } from './witness.ts';

const SEALER = { role: 'app_sealer' } as const;
/** One sealer in the whole installation; the others look again next time. */
const LOCK = 7_210_002;
/** Rows in one seal, so that a seal of a busy hour fits in memory. */
const ROWS_AT_MOST = 20_000;

export interface Sealer {
  /** Seals what is settled; answers how many rows. */
  sealOnce(): Promise<number>;
  start(everyMs?: number): void;
  stop(): Promise<void>;
}

/** A moment: every number up to `seq` had been given out before transaction `xid` began. */
interface Horizon {
  readonly seq: string;
  readonly xid: string;
}

export function createSealer(store: Store, witnessPath: string, onProblem: (problem: unknown) => void): Sealer {
  let horizon: Horizon | undefined;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let witnessedUpto = readWitness(witnessPath)?.at(-1)?.n ?? 0n;

  async function sealOnce(): Promise<number> {
    const sealed = await store.within(SEALER, async (tx) => {
      const [lock] = await tx.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [LOCK]);
      if (lock?.mine !== true) return 0;
      let count = 0;
      if (horizon !== undefined && (await isSettled(tx, horizon))) {
        count = await sealUpto(tx, horizon.seq);
        // A full seal leaves rows below the same horizon for the next one.
        if (count < ROWS_AT_MOST) horizon = undefined;
      }
      horizon ??= await lookAhead(tx);
      return count;
    });
    await witness();
    return sealed;
  }

  /** After the commit, and for the seals that other processes made: this process's file has every head. */
  async function witness(): Promise<void> {
    const seals = await store.within(SEALER, (tx) => sealsAfter(tx, witnessedUpto));
    appendWitness(witnessPath, seals);
    witnessedUpto = seals.at(-1)?.n ?? witnessedUpto;
  }

  return {
    sealOnce,
    start(everyMs = 1000) {
      const round = (): void => {
        running = sealOnce()
          .catch(onProblem)
          .finally(() => {
            if (timer !== undefined) timer = setTimeout(round, everyMs);
          });
      };
      timer = setTimeout(round, 0);
    },
    async stop() {
      clearTimeout(timer);
      timer = undefined;
      await running;
    },
  };
}

/** Takes note of the newest number, then of a transaction younger than all that hold numbers up to it. */
async function lookAhead(tx: Tx): Promise<Horizon | undefined> {
  const [row] = await tx.query<{ seq: string | null; sealed: string | null }>(
    'select (select max(seq) from audit.entry) as seq, (select max(upto_seq) from audit.seal) as sealed',
  );
  if (row?.seq == null || BigInt(row.seq) <= BigInt(row.sealed ?? '0')) return undefined;
  const [own] = await tx.query<{ xid: string }>('select pg_current_xact_id()::text as xid');
  return own === undefined ? undefined : { seq: row.seq, xid: own.xid };
}

/** When that transaction and all older ones have ended, no number up to the horizon can still appear. */
async function isSettled(tx: Tx, { xid }: Horizon): Promise<boolean> {
  const [row] = await tx.query<{ settled: boolean }>('select pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 as settled', [xid]);
  return row?.settled === true;
}

async function sealUpto(tx: Tx, uptoSeq: string): Promise<number> {
  const [last] = await tx.query<{ n: string; upto_seq: string; head: Buffer }>('select n, upto_seq, head from audit.seal order by n desc limit 1');
  const from = BigInt(last?.upto_seq ?? '0') + 1n;
  const rows = await tx.query<{ seq: string; canonical: string }>('select seq, canonical from audit.entry where seq between $1 and $2 order by seq limit $3', [
    String(from),
    uptoSeq,
    ROWS_AT_MOST,
  ]);
  const newest = rows.at(-1);
  if (newest === undefined) return 0;
  const seqs = rows.map((row) => BigInt(row.seq));
  const leaves = rows.map((row) => leafOf(BigInt(row.seq), row.canonical));
  const upto = BigInt(newest.seq);
  const root = rootOf(leaves);
  const head = headOf(last?.head ?? NO_HEAD, root, from, upto, rows.length);
  const prefixes = Buffer.concat(leaves.map((leaf) => leaf.subarray(0, LEAF_PREFIX_BYTES)));
  await tx.query('insert into audit.seal (n, from_seq, upto_seq, count, seqs, leaves, root, head) values ($1, $2, $3, $4, $5, $6, $7, $8)', [
    String(BigInt(last?.n ?? '0') + 1n),
    String(from),
    String(upto),
    rows.length,
    writeRanges(rangesOf(seqs)),
    prefixes,
    root,
    head,
  ]);
  return rows.length;
}

export async function sealsAfter(tx: Tx, n: bigint, limit = 1000): Promise<Seal[]> {
  const rows = await tx.query<{ n: string; from_seq: string; upto_seq: string; count: number; seqs: string; leaves: Buffer; root: Buffer; head: Buffer }>(
    'select n, from_seq, upto_seq, count, seqs::text, leaves, root, head from audit.seal where n > $1 order by n limit $2',
    [String(n), limit],
  );
  return rows.map((row) => ({
    n: BigInt(row.n),
    from: BigInt(row.from_seq),
    upto: BigInt(row.upto_seq),
    count: row.count,
    seqs: readRanges(row.seqs),
    leaves: row.leaves,
    root: row.root,
    head: row.head,
  }));
}
