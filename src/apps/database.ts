import { join } from 'node:path';
import pg from 'pg';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import { appPassword, type EmbeddedServer, ensureAppRole, migrate, startEmbedded } from '#platform/db/index.ts';
import { type Keys, loadKeys, openVault, type Vault } from '#platform/vault/index.ts';
import type { Config } from './config.ts';
import { loadRegions } from './regions.ts';

/** A database that is up, migrated and has its places, and the connection to serve from it. */
export interface Prepared {
  readonly appUrl: string;
  /** Undefined when only ANXIN_APP_URL was given: then the operator migrates. */
  readonly ownerUrl: string | undefined;
  readonly embedded: EmbeddedServer | undefined;
  readonly migrated: readonly string[];
  stop(): Promise<void>;
}

/** Brings up what the configuration names: the serving connection alone, an own PostgreSQL, or the embedded one. */
export async function prepareDatabase(config: Config): Promise<Result<Prepared>> {
  const secrets = secretsOf(config);
  if (!secrets.ok) return secrets;
  const { vault } = secrets.value;
  if (config.appUrl !== undefined) return ok({ appUrl: config.appUrl, ownerUrl: undefined, embedded: undefined, migrated: [], stop: async () => undefined });
  if (config.ownerUrl !== undefined) return prepareOwned(config, config.ownerUrl, vault, undefined);
  const server = await startEmbedded({ dataFolder: config.dataFolder });
  if (!server.ok) return server;
  const prepared = await prepareOwned(config, server.value.ownerUrl, vault, server.value);
  if (!prepared.ok) await server.value.stop();
  return prepared;
}

/** The keys of this installation and what works with them; the thread that reads files opens a vault of its own from the keys. */
export interface Secrets {
  readonly keys: Keys;
  readonly vault: Vault;
}

export function secretsOf(config: Config): Result<Secrets> {
  try {
    const keys = loadKeys(config.dataFolder, config.keys);
    return ok({ keys, vault: openVault(keys) });
  } catch (problem) {
    return refuse({ code: 'keys-wrong', says: problem instanceof Error ? problem.message : String(problem) });
  }
}

async function prepareOwned(config: Config, ownerUrl: string, vault: Vault, embedded: EmbeddedServer | undefined): Promise<Result<Prepared>> {
  try {
    const done = await migrate(ownerUrl, join(config.root, 'db', 'migrations'));
    if (!done.ok) return done;
    const refusal = await fill(ownerUrl, vault);
    if (refusal !== undefined) return refuse(refusal);
    const appUrl = await ensureAppRole(ownerUrl, appPassword(config.dataFolder));
    return ok({ appUrl, ownerUrl, embedded, migrated: done.value, stop: async () => embedded?.stop() });
  } catch (problem) {
    return refuse(unreachable(problem));
  }
}

/** Places, and the mark of the keys this database is filled under. */
async function fill(ownerUrl: string, vault: Vault): Promise<Refusal | undefined> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await loadRegions(client);
    await client.query('insert into office.key_check (fingerprint) values ($1) on conflict do nothing', [vault.fingerprint]);
    const { rows } = await client.query<{ fingerprint: Buffer }>('select fingerprint from office.key_check');
    if (rows[0]?.fingerprint.equals(vault.fingerprint) === true) return undefined;
    return {
      code: 'keys-other',
      says: '当前密钥不是写入这个数据库时用的密钥，已加密的身份证号和银行卡号打不开。请恢复原来的 keys.json（或 ANXIN_KEYS）后再启动。数据没有被改动。',
    };
  } finally {
    await client.end();
  }
}

function unreachable(problem: unknown): Refusal {
  const code = problem instanceof Error && 'code' in problem ? String(problem.code) : '';
  if (code === '28P01' || code === '28000') return { code: 'database-refused', says: '数据库拒绝了 DATABASE_URL 里的用户或密码。请检查后重试。' };
  if (code === '3D000') return { code: 'database-refused', says: 'DATABASE_URL 指定的库不存在。请先执行 CREATE DATABASE。' };
  if (code === '42501') return { code: 'database-refused', says: 'DATABASE_URL 的用户不能建角色或建表。请给它 CREATEROLE 权限并让它拥有这个库。' };
  if (['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EAI_AGAIN', 'EHOSTUNREACH'].includes(code))
    return { code: 'database-unreachable', says: `连不上数据库（${code}）。请检查 DATABASE_URL 的主机和端口。` };
  throw problem;
}
