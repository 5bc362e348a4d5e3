import { opening, type Scope, type Store } from './store.ts';

/**
 * The rows of one statement batch by batch, as one moment saw them, without holding them all. The transaction stays open while
 * they are read and ends when the reader stops, whether at the end or before.
 */
export async function* rowsByCursor<Row extends object>(
  store: Store,
  scope: Scope,
  sql: string,
  values: readonly unknown[],
  batch = 1_000,
): AsyncGenerator<Row[]> {
  const client = await store.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(opening(scope, 'begin read only'));
    await client.query(`declare walked no scroll cursor for ${sql}`, [...values]);
    for (;;) {
      const { rows } = await client.query<Row>(`fetch ${batch} from walked`);
      if (rows.length === 0) break;
      yield rows;
    }
  } finally {
    await client.query('rollback').catch((problem: Error) => (broken = problem));
    client.release(broken);
  }
}
