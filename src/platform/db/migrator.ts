import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';

export interface MigrationRefusal extends Refusal {
  readonly code: 'migration-changed' | 'migration-unknown' | 'migration-failed';
}

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

/** One number for every process that migrates this database: the second waits, then finds nothing left to do. */
const LOCK = 7_210_001;

/**
 * Brings the database to the files of `folder`, in order, one transaction each. Refuses, before touching anything, when a
 * file that was applied has changed since or is gone.
 */
export async function migrate(connectionString: string, folder: string): Promise<Result<readonly string[], MigrationRefusal>> {
  const client = new pg.Client({ connectionString, application_name: 'anxin-migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(
      'create table if not exists public.anxin_migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    );
    const applied = (await client.query<{ name: string; checksum: string }>('select name, checksum from public.anxin_migration')).rows;
    const files = readMigrations(folder);
    const refusal = differences(files, applied);
    if (refusal !== undefined) return refuse(refusal);
    const done = new Set(applied.map((row) => row.name));
    const added: string[] = [];
    for (const file of files.filter((one) => !done.has(one.name))) {
      const failed = await apply(client, file);
      if (failed !== undefined) return refuse(failed);
      added.push(file.name);
    }
    return ok(added);
  } finally {
    await client.end();
  }
}

export function readMigrations(folder: string): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      // A checkout on Windows may turn line ends; the statements are the same.
      const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    });
}

function differences(files: readonly Migration[], applied: readonly { name: string; checksum: string }[]): MigrationRefusal | undefined {
  const byName = new Map(files.map((file) => [file.name, file]));
  for (const { name, checksum } of applied) {
    const file = byName.get(name);
    if (file === undefined) {
      return { code: 'migration-unknown', says: `数据库里已执行过 ${name}，但程序里没有这个文件：数据库比程序新。请换用不低于上次运行的版本。` };
    }
    if (file.checksum !== checksum) {
      return { code: 'migration-changed', says: `${name} 已在数据库里执行过，之后文件又被改动。请恢复原文件；要改结构，请另加一个新的迁移文件。` };
    }
  }
  return undefined;
}

/** Roles belong to the whole server: two databases that migrate at once can meet on them, and then one tries again. */
const MET_ON_ROLES = new Set(['42710', '23505', 'XX000']);

async function apply(client: pg.Client, file: Migration): Promise<MigrationRefusal | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query('begin');
      await client.query(file.text);
      await client.query('insert into public.anxin_migration (name, checksum) values ($1, $2)', [file.name, file.checksum]);
      await client.query('commit');
      return undefined;
    } catch (problem) {
      await client.query('rollback');
      if (!(problem instanceof pg.DatabaseError)) throw problem;
      if (attempt < 5 && MET_ON_ROLES.has(problem.code ?? '')) continue;
      return { code: 'migration-failed', says: `执行 ${file.name} 失败，数据库没有改动：${problem.message}` };
    }
  }
}
