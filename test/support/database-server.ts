import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** An own server for the whole run, or undefined when TEST_DATABASE_URL names one. */
    databaseFolder: string | undefined;
    databaseUrl: string | undefined;
    /** Begins the name of every database of this run. */
    runName: string;
  }
}

/** The server itself is started by the first test that asks for a database: runs of pure tests do not wait for it. */
export default function setup(project: TestProject): () => Promise<void> {
  const given = process.env['TEST_DATABASE_URL'];
  const folder = given === undefined ? mkdtempSync(join(tmpdir(), 'anxin-test-')) : undefined;
  const runName = `test_${process.pid}_${Date.now().toString(36)}`;
  project.provide('databaseUrl', given);
  project.provide('databaseFolder', folder);
  project.provide('runName', runName);
  return async () => {
    if (given !== undefined) await dropAll(given, runName);
    if (folder !== undefined) await throwAway(folder);
  };
}

async function dropAll(url: string, runName: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [runName]);
    for (const { datname } of rows) await client.query(`drop database if exists "${datname}" with (force)`);
  } finally {
    await client.end();
  }
}

async function throwAway(folder: string): Promise<void> {
  const pointer = join(folder, 'postgres.path');
  const home = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : join(folder, 'postgres');
  const pidFile = join(home, 'data', 'postmaster.pid');
  if (existsSync(pidFile)) {
    // Nobody wants the data: the immediate stop is the quickest.
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGQUIT');
    for (let tries = 0; existsSync(pidFile) && tries < 200; tries += 1) await wait(25);
  }
  for (const path of [home, folder]) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
}
