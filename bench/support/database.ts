import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Config, readConfig } from '#apps/config.ts';
import { prepareDatabase } from '#apps/database.ts';
import { openStore, type Store } from '#platform/db/index.ts';

/** A database as `npm start` makes it, durable settings and all, so that the figures are those of the product. */
export interface BenchDatabase {
  readonly config: Config;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly store: Store;
  owner<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export async function benchDatabase(): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'anxin-bench-'));
  const config = readConfig({ ANXIN_DATA: folder, ANXIN_DEMO: 'people', ANXIN_REQUESTS_PER_MINUTE: '100000000', ANXIN_LOG: 'warn', PORT: '0' }, { demo: true });
  if (!config.ok) throw new Error(config.refusal.says);
  const prepared = await prepareDatabase(config.value);
  if (!prepared.ok) throw new Error(prepared.refusal.says);
  const { ownerUrl, appUrl } = prepared.value;
  if (ownerUrl === undefined) throw new Error('the benchmark needs a database of its own');
  const store = openStore(appUrl);
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 4 });
  return {
    config: config.value,
    ownerUrl,
    appUrl,
    store,
    owner: async <Row extends object>(sql: string, values: readonly unknown[] = []) => (await pool.query<Row>(sql, [...values])).rows,
    async close() {
      await store.close();
      await pool.end();
      await prepared.value.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
