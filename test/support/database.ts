import { createHash } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { ensureAppRole, migrate, openStore, type Scope, type Store, startEmbedded } from '#platform/db/index.ts';
import { readMigrations } from '../../src/platform/db/migrator.ts';

/** A database of one test file: migrated, empty, nobody else's. */
export interface FreshDatabase {
  /** Superuser, to lay out what a test needs and to look behind the policies. */
  readonly ownerUrl: string;
  /** What the product serves under. */
  readonly appUrl: string;
  /** Opened with `appUrl`. */
  readonly store: Store;
  /** Runs statements as the owner, past all policies. */
  owner<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

const MIGRATIONS = new URL('../../db/migrations/', import.meta.url).pathname;
const TEMPLATE_LOCK = 7_210_099;
let made = 0;

/** The server of the run, started by whoever asks first. */
export async function testServerUrl(): Promise<string> {
  const given = inject('databaseUrl');
  if (given !== undefined) return given;
  const folder = inject('databaseFolder');
  if (folder === undefined) throw new Error('the run has neither a server nor a folder for one');
  const server = await startEmbedded({
    dataFolder: folder,
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '300', max_locks_per_transaction: '256' },
  });
  if (!server.ok) throw new Error(server.refusal.says);
  return server.value.ownerUrl;
}

/** Clones the migrated template: some tens of milliseconds where migrating anew takes a second. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const serverUrl = await testServerUrl();
  made += 1;
  const name = `${inject('runName')}_${process.pid}_${made}`;
  const template = await templateOf(serverUrl);
  await asOwner(serverUrl, (client) => client.query(`create database "${name}" template "${template}"`));
  const ownerUrl = withDatabase(serverUrl, name);
  const appUrl = withLogin(ownerUrl, 'anxin_app', 'test');
  const store = openStore(appUrl);
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  owner.on('error', () => undefined);
  return {
    ownerUrl,
    appUrl,
    store,
    owner: async <Row extends object>(sql: string, values: readonly unknown[] = []) => (await owner.query<Row>(sql, [...values])).rows,
    async drop() {
      await store.close();
      await owner.end();
      await asOwner(serverUrl, (client) => client.query(`drop database if exists "${name}" with (force)`));
    },
  };
}

/** The same database without the migrations, for tests of the migrator itself. */
export async function emptyDatabase(): Promise<{ readonly ownerUrl: string; drop(): Promise<void> }> {
  const serverUrl = await testServerUrl();
  made += 1;
  const name = `${inject('runName')}_${process.pid}_${made}`;
  await asOwner(serverUrl, (client) => client.query(`create database "${name}"`));
  return {
    ownerUrl: withDatabase(serverUrl, name),
    drop: () => asOwner(serverUrl, async (client) => void (await client.query(`drop database if exists "${name}" with (force)`))),
  };
}

/** Rows a scope sees, in a transaction of its own. */
export function seen<Row extends object>(store: Store, scope: Scope, sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  return store.within(scope, (tx) => tx.query<Row>(sql, values));
}

/** Named by what the migrations say: a run on a server that other runs share finds the template ready or makes it. */
async function templateOf(serverUrl: string): Promise<string> {
  const sum = createHash('sha256');
  for (const file of readMigrations(MIGRATIONS)) sum.update(`${file.name}\n${file.checksum}\n`);
  const name = `anxin_template_${sum.digest('hex').slice(0, 12)}`;
  await asOwner(serverUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount !== 0) return;
    const draft = `${name}_draft`;
    await client.query(`drop database if exists "${draft}" with (force)`);
    await client.query(`create database "${draft}"`);
    const done = await migrate(withDatabase(serverUrl, draft), MIGRATIONS);
    if (!done.ok) throw new Error(done.refusal.says);
    await ensureAppRole(withDatabase(serverUrl, draft), 'test');
    await client.query(`alter database "${draft}" rename to "${name}"`);
  });
  return name;
}

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

function withLogin(url: string, user: string, password: string): string {
  const other = new URL(url);
  other.username = user;
  other.password = password;
  return other.href;
}
