import type { Store } from './store.ts';

/**
 * Tables of projects that people's roles may read without a policy: the policy of project itself asks project_party,
 * and the others hold numbers of projects and no record.
 */
const WITHOUT_POLICY = ['prevention.project_party', 'prevention.dirty', 'exchange.staged_project'];
const PEOPLE = ['app_official', 'app_regulator', 'app_enterprise', 'app_auditor'];

/** What makes a database unfit to serve from, in Chinese; empty when it is fit. Run under the connection that will serve. */
export async function selfCheck(store: Store): Promise<readonly string[]> {
  const client = await store.pool.connect();
  try {
    const { rows } = await client.query<{ fsync: string; version: number; encoding: string; skew: number; super: boolean; bypass: boolean; login: string }>(
      `select current_setting('fsync') as fsync, current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
         extract(epoch from clock_timestamp() - $1::timestamptz)::float8 as skew, rolsuper as super, rolbypassrls as bypass, rolname as login
       from pg_roles where rolname = session_user`,
      [new Date().toISOString()],
    );
    const [one] = rows;
    if (one === undefined) return ['查不到当前数据库用户。'];
    const owned = await client.query(
      "select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('office', 'audit', 'exchange', 'prevention', 'monitoring') and pg_has_role(session_user, c.relowner, 'usage') limit 1",
    );
    const open = await client.query<{ name: string }>(
      `select n.nspname || '.' || c.relname as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'project_id' and not a.attisdropped
       where c.relkind in ('r', 'p') and not c.relrowsecurity and n.nspname not in ('pg_catalog', 'information_schema')
         and n.nspname || '.' || c.relname <> all ($1::text[]) and exists (select from unnest($2::text[]) role where has_table_privilege(role, c.oid, 'select'))`,
      [WITHOUT_POLICY, PEOPLE],
    );
    const faults: string[] = [];
    if (one.version < 150_000 || one.version >= 190_000) faults.push(`数据库版本是 ${Math.floor(one.version / 10_000)}，本系统支持 PostgreSQL 15 至 18。`);
    if (one.encoding !== 'UTF8') faults.push(`数据库编码是 ${one.encoding}，需要 UTF8。`);
    if (one.fsync !== 'on') faults.push('数据库关闭了 fsync，断电会丢数据。请在 postgresql.conf 中设 fsync = on。');
    if (one.super || one.bypass) faults.push(`服务所用的数据库用户 ${one.login} 权限过大（超级用户或可绕过行级安全），谁都能看到全部数据。请改用 anxin_app。`);
    if (owned.rowCount !== 0) faults.push(`服务所用的数据库用户 ${one.login} 拥有数据表，行级安全对它不起作用。请改用 anxin_app。`);
    for (const { name } of open.rows) faults.push(`数据表 ${name} 没有开启行级安全。请先执行 anxin migrate。`);
    if (Math.abs(one.skew) > MOST_SKEW_SECONDS) faults.push(`本机时间与数据库时间相差 ${Math.round(Math.abs(one.skew))} 秒，期限会算错。请校准时间。`);
    return faults;
  } finally {
    client.release();
  }
}

/** A session, a lock-out and a limit are counted by both clocks. */
const MOST_SKEW_SECONDS = 60;
