import type { Store, Tx } from '../db/index.ts';
import { canonical, type Json } from './entry.ts';
import { headOf, LEAF_PREFIX_BYTES, leafOf, NO_HEAD, numbersIn, rootOf, type Seal } from './leaves.ts';
import { sealsAfter } from './sealer.ts';
import { readWitness, type Witnessed } from './witness.ts';

export type Kind = 'changed' | 'missing' | 'inserted' | 'seal-broken' | 'witness-disagrees';

/** The first row that is not what it was. */
export interface Bad {
  readonly seq: bigint;
  readonly kind: Kind;
  /** The seal that shows it, and when it was made: tampering came later. */
  readonly seal: bigint;
}

export interface Checked {
  readonly rows: bigint;
  readonly seals: bigint;
  /** Rows of the last seconds, not sealed yet. */
  readonly unsealed: bigint;
  /** Undefined without a witness file: then the chain only proves that it agrees with itself. */
  readonly witnessed: bigint | undefined;
  readonly bad: Bad | undefined;
}

const SEALER = { role: 'app_sealer' } as const;
const SEALS_AT_ONCE = 100;

interface Row {
  readonly seq: bigint;
  readonly canonical: string;
  /** What the columns say, written out anew. */
  readonly columns: string;
}

/** Makes every leaf, root and head again, from the columns up, and holds them against the seals and the witness. */
export async function checkTrail(store: Store, witnessPath: string): Promise<Checked> {
  return store.within(SEALER, async (tx) => {
    // One view for the whole check, while the product goes on.
    await tx.query('set transaction isolation level repeatable read');
    const witness = readWitness(witnessPath);
    const witnessedBy = new Map((witness ?? []).map((line) => [line.n, line]));
    let before: Buffer = NO_HEAD;
    let last: Pick<Seal, 'n' | 'upto'> = { n: 0n, upto: 0n };
    let rows = 0n;
    const result = async (bad: Bad | undefined): Promise<Checked> => ({
      rows,
      seals: last.n,
      unsealed: await countAfter(tx, last.upto),
      witnessed: witness === undefined ? undefined : BigInt(witness.length),
      bad,
    });
    for (;;) {
      const seals = await sealsAfter(tx, last.n, SEALS_AT_ONCE);
      if (seals.length === 0) break;
      for (const seal of seals) {
        const found = await rowsBetween(tx, last.upto + 1n, seal.upto > last.upto ? seal.upto : last.upto);
        const bad = checkSeal(seal, last, before, found, witnessedBy.get(seal.n));
        if (bad !== undefined) return result(bad);
        rows += BigInt(found.length);
        before = seal.head;
        last = seal;
      }
    }
    // The witness saw seals that the database no longer has.
    const lost = witness?.find((line) => line.n > last.n);
    if (lost !== undefined) return result(await lostTail(tx, lost));
    return result(undefined);
  });
}

function checkSeal(seal: Seal, last: Pick<Seal, 'n' | 'upto'>, before: Buffer, rows: readonly Row[], witness: Witnessed | undefined): Bad | undefined {
  const because = (kind: Kind, seq = last.upto + 1n): Bad => ({ kind, seq, seal: seal.n });
  if (seal.n !== last.n + 1n || seal.from !== last.upto + 1n) return because('seal-broken');
  const root = rootOf(rows.map((one) => leafOf(one.seq, one.canonical)));
  const chained = root.equals(seal.root) && seal.count === rows.length && headOf(before, root, seal.from, seal.upto, seal.count).equals(seal.head);
  const seen = witness === undefined || witness.head.equals(seal.head);
  if (chained && seen && rows.every((row) => row.canonical === row.columns)) {
    // The rows are proven. What is left to be wrong are the lists that would have named a row.
    if (firstBadRow(seal, rows) !== undefined) return because('seal-broken');
    return witness !== undefined && firstBadRow(witness, rows) !== undefined ? because('witness-disagrees') : undefined;
  }
  // A head that the witness does not know means the database's own lists may be made anew as well.
  const named = firstBadRow(witness !== undefined && !seen ? witness : seal, rows);
  return named === undefined ? because(chained ? 'witness-disagrees' : 'seal-broken') : because(named.kind, named.seq);
}

/** Walks the rows that are there beside those that were sealed, in order of number. */
function firstBadRow(sealed: Pick<Seal, 'seqs' | 'leaves'>, rows: readonly Row[]): { seq: bigint; kind: Kind } | undefined {
  let at = 0;
  let index = 0;
  for (const seq of numbersIn(sealed.seqs)) {
    const row = rows[at];
    if (row === undefined || row.seq > seq) return { seq, kind: 'missing' };
    if (row.seq < seq) return { seq: row.seq, kind: 'inserted' };
    const leaf = leafOf(row.seq, row.canonical).subarray(0, LEAF_PREFIX_BYTES);
    if (row.canonical !== row.columns || !leaf.equals(sealed.leaves.subarray(index * LEAF_PREFIX_BYTES, (index + 1) * LEAF_PREFIX_BYTES)))
      return { seq, kind: 'changed' };
    at += 1;
    index += 1;
  }
  const extra = rows[at];
  return extra === undefined ? undefined : { seq: extra.seq, kind: 'inserted' };
}

async function lostTail(tx: Tx, lost: Witnessed): Promise<Bad> {
  const rows = await rowsBetween(tx, lost.from, lost.upto);
  const bad = firstBadRow(lost, rows);
  return { ...(bad ?? { seq: lost.from, kind: 'witness-disagrees' as const }), seal: lost.n };
}

async function rowsBetween(tx: Tx, from: bigint, upto: bigint): Promise<Row[]> {
  const rows = await tx.prepared<{
    seq: string;
    at: string;
    actor_id: string;
    actor_name: string;
    actor_role: string;
    action: string;
    object: string;
    region: string | null;
    detail: Json;
    canonical: string;
  }>(
    'audit-between',
    `select seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor_id, actor_name, actor_role, action, object, region, detail, canonical
     from audit.entry where seq between $1 and $2 order by seq`,
    [String(from), String(upto)],
  );
  return rows.map((row) => ({
    seq: BigInt(row.seq),
    canonical: row.canonical,
    columns: canonical({
      at: row.at,
      actorId: row.actor_id,
      actorName: row.actor_name,
      actorRole: row.actor_role,
      action: row.action,
      object: row.object,
      region: row.region,
      detail: row.detail,
    }),
  }));
}

async function countAfter(tx: Tx, seq: bigint): Promise<bigint> {
  const [row] = await tx.query<{ count: string }>('select count(*) as count from audit.entry where seq > $1', [String(seq)]);
  return BigInt(row?.count ?? '0');
}
