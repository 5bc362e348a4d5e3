import pg from 'pg';

/**
 * Who a transaction acts for. The database role carries the policy; the settings carry the place, enterprise or projects
 * it reads. Nothing outlives the transaction.
 */
export type Scope =
  | { readonly role: 'app_official' | 'app_auditor'; readonly region: string; readonly accountId: string }
  | { readonly role: 'app_regulator'; readonly region: string; readonly industry: string; readonly accountId: string }
  | { readonly role: 'app_enterprise'; readonly enterpriseId: string; readonly accountId: string }
  | { readonly role: 'app_ingest'; readonly projectIds: readonly string[] }
  | { readonly role: 'app_person'; readonly accountId: string }
  | { readonly role: 'app_job' | 'app_signin' | 'app_admin' | 'app_sealer' | 'app_vault' };

/** One open transaction under a scope. */
export interface Tx {
  readonly client: pg.PoolClient;
  /** Runs one statement and returns its rows. Values are always bound, never spliced. */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** The same, prepared under a name: for the statements that lists run all day. */
  prepared<Row extends object>(name: string, text: string, values?: readonly unknown[]): Promise<Row[]>;
}

export interface Store {
  /** Opens a transaction under the scope, commits what `work` did, rolls back when it throws. */
  within<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * The same for work that only reads: the database refuses a write, and the answer does not wait for the transaction to end.
   */
  reading<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

// Days and months stay text, money and ids stay decimal text until the caller makes bigint of them: a JS Date at local
// midnight is a day off once it is serialised in UTC.
const text = (value: string) => value;
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === 1082 || oid === 1114 ? text : format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text'),
} as pg.CustomTypesConfig;

export function openStore(connectionString: string, options: { readonly max?: number; readonly applicationName?: string } = {}): Store {
  const pool = new pg.Pool({ connectionString, max: options.max ?? 10, types, application_name: options.applicationName ?? 'anxin' });
  // A broken idle connection is dropped by the pool; the next query opens another. Without a listener it would end the process.
  pool.on('error', () => undefined);
  // The same for one that breaks between two statements of a transaction: the next statement tells, and the caller hears it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    pool,
    close: () => pool.end(),
    async within(scope, work) {
      const client = await pool.connect();
      try {
        await client.query(opening(scope));
        const result = await work(transaction(client));
        await client.query('commit');
        client.release();
        return result;
      } catch (problem) {
        // A connection whose rollback fails is not given back to others.
        await client.query('rollback').then(
          () => client.release(),
          (broken: Error) => client.release(broken),
        );
        throw problem;
      }
    },
    async reading(scope, work) {
      const client = await pool.connect();
      try {
        await client.query(opening(scope, 'begin read only'));
        const result = await work(transaction(client));
        client.query('commit').then(
          () => client.release(),
          (broken: Error) => client.release(broken),
        );
        return result;
      } catch (problem) {
        await client.query('rollback').then(
          () => client.release(),
          (broken: Error) => client.release(broken),
        );
        throw problem;
      }
    },
  };
}

function transaction(client: pg.PoolClient): Tx {
  return {
    client,
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) => (await client.query<Row>(sql, [...values])).rows,
    prepared: async <Row extends object>(name: string, sql: string, values: readonly unknown[] = []) =>
      (await client.query<Row>({ name, text: sql, values: [...values] })).rows,
  };
}

/** Role and settings in one round trip. SET LOCAL with a quoted literal also reaches the workers of a distributed database. */
export function opening(scope: Scope, begin = 'begin'): string {
  const settings: [string, string][] =
    scope.role === 'app_enterprise'
      ? [
          ['app.org', scope.enterpriseId],
          ['app.account', scope.accountId],
        ]
      : scope.role === 'app_ingest'
        ? [['app.projects', `{${scope.projectIds.join(',')}}`]]
        : scope.role === 'app_regulator'
          ? [
              ['app.region', scope.region],
              ['app.industry', scope.industry],
              ['app.account', scope.accountId],
            ]
          : scope.role === 'app_official' || scope.role === 'app_auditor'
            ? [
                ['app.region', scope.region],
                ['app.account', scope.accountId],
              ]
            : scope.role === 'app_person'
              ? [['app.account', scope.accountId]]
              : [];
  const set = settings.map(([name, value]) => `set local ${name} = ${pg.escapeLiteral(value)};`).join('');
  return `${begin};set local role ${scope.role};${set}`;
}
