import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { imports, type Sender } from '#modules/prevention/imports/server/index.ts';
import { fixedClock } from '#platform/clock.ts';
import { ensureAppRole, migrate, openStore, type Store, startEmbedded } from '#platform/db/index.ts';
import { freshKeys } from '#platform/vault/index.ts';
import { loadRegions } from '../regions.ts';
import { documentsOf } from './documents.ts';
import { bytesOf } from './file-bytes.ts';
import { type LoadedFiles, loadFiles } from './load.ts';
import type { World } from './types.ts';

const MIGRATIONS = fileURLToPath(new URL('../../../db/migrations/', import.meta.url));

/** A PostgreSQL of its own that is thrown away: nothing measured here touches anybody's data. */
export interface Scratch {
  /** An empty database with the world in it, handed in file by file through the import path. */
  load(world: World): Promise<{ readonly store: Store; readonly loaded: LoadedFiles; close(): Promise<void> }>;
  stop(): Promise<void>;
}

export async function openScratch(): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), 'anxin-scratch-'));
  const server = await startEmbedded({ dataFolder: folder, settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' } });
  if (!server.ok) throw new Error(server.refusal.says);
  let made = 0;
  return {
    async load(world) {
      made += 1;
      const ownerUrl = await freshDatabase(server.value.ownerUrl, `world_${made}`);
      const appUrl = await ensureAppRole(ownerUrl, randomBytes(16).toString('hex'));
      const store = openStore(appUrl);
      const service = imports({ store, clock: fixedClock(world.until), keys: freshKeys(), connectionString: appUrl });
      const files = documentsOf(world, 'whole').map((file) => ({ path: file.path, kind: file.kind, content: () => bytesOf(file.table(), file.format) }));
      const loaded = await loadFiles(service, officialOf(world.countyCode), files);
      await service.close();
      await asOwner(ownerUrl, (client) => client.query('analyze'));
      return { store, loaded, close: () => store.close() };
    },
    async stop() {
      await server.value.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freshDatabase(serverUrl: string, name: string): Promise<string> {
  await asOwner(serverUrl, (client) => client.query(`create database ${name}`));
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const done = await migrate(url.href, MIGRATIONS);
  if (!done.ok) throw new Error(done.refusal.says);
  await asOwner(url.href, (client) => loadRegions(client));
  return url.href;
}

async function asOwner(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** The chief of the county, who may hand in every kind of file. */
function officialOf(region: string): Sender {
  return {
    accountId: '1',
    name: '模拟监察队长',
    role: 'inspection-chief',
    regionCode: region,
    enterpriseId: null,
    scope: { role: 'app_official', region, accountId: '1' },
    permissions: ['import.ledger', 'import.records', 'import.undo'],
  };
}
