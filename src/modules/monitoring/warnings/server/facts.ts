import type { CivilDate } from '#kernel/civil-date.ts';
import type { Fen } from '#kernel/fen.ts';
import { readFacts, recomputeFacts } from '#modules/prevention/facts/server/index.ts';
import type { Tx } from '#platform/db/index.ts';
import type { Facts } from '../domain/evaluate.ts';

export interface FactsWanted {
  readonly asOf: CivilDate;
  readonly projectIds: readonly string[];
  /** 当地月最低工资标准; null where the place has not entered it. */
  readonly minimumWageFen: Fen | null;
  /** Worker-months are many: only read when a rule asks for them. */
  readonly withWorkers: boolean;
}

/** Where a sweep gets its facts. */
export interface FactsSource {
  /** Brings the kept facts up to the records; returns the projects that have new ones. */
  recompute(
    tx: Tx,
    wanted: { readonly asOf: CivilDate; readonly keys: 'all' | readonly string[]; readonly minimumWageFen: Fen | null },
  ): Promise<'all' | readonly string[]>;
  /** The kept facts of today. */
  kept(tx: Tx, wanted: FactsWanted): Promise<Facts>;
  /** The facts as they were on a day, computed from the records and stored nowhere. */
  asOf(tx: Tx, wanted: FactsWanted): Promise<Facts>;
}

/** The facts of the wage chain. */
export const wageChainFacts: FactsSource = {
  async recompute(tx, wanted) {
    return (await recomputeFacts(tx, wanted)).projectIds;
  },
  kept: (tx, wanted) => gathered(tx, wanted, 'kept'),
  asOf: (tx, wanted) => gathered(tx, wanted, 'records'),
};

async function gathered(tx: Tx, { withWorkers, ...wanted }: FactsWanted, from: 'kept' | 'records'): Promise<Facts> {
  const reading = await readFacts(tx, { ...wanted, from });
  return {
    projects: await all(reading.projects()),
    months: await all(reading.projectMonths()),
    ...(withWorkers ? { workers: await all(reading.workerMonths()) } : {}),
    feeds: await all(reading.feeds()),
  };
}

async function all<Row>(batches: AsyncIterable<readonly Row[]>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
}
