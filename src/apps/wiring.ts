import { join } from 'node:path';
import { accounts, type Accounts, passwords } from '#modules/office/accounts/server/index.ts';
import { createSealer, type Sealer } from '#platform/audit/index.ts';
import { keptClock, type MovableClock } from '#platform/clock.ts';
import { openStore, type Store } from '#platform/db/index.ts';
import { type SessionStore, sessionStore } from '#platform/http/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import type { Config } from './config.ts';

/** Everything that is made once in a process and handed to whoever needs it. */
export interface Parts {
  readonly config: Config;
  readonly store: Store;
  readonly vault: Vault;
  readonly clock: MovableClock;
  readonly sessions: SessionStore;
  readonly accounts: Accounts;
  readonly sealer: Sealer;
  close(): Promise<void>;
}

export interface Reports {
  /** Work in the background failed; it is tried again. */
  readonly problem: (what: string, problem: unknown) => void;
}

export async function openParts(config: Config, appUrl: string, vault: Vault, reports: Reports): Promise<Parts> {
  const store = openStore(appUrl, { max: 12 });
  const sessions = sessionStore(store);
  const sealer = createSealer(store, witnessPath(config), (problem) => reports.problem('audit sealer', problem));
  return {
    config,
    store,
    vault,
    clock: await keptClock(store),
    sessions,
    accounts: accounts({ store, sessions, passwords: passwords(vault.secret('password')), enterpriseName: enterpriseNameOf(store) }),
    sealer,
    close: () => store.close(),
  };
}

export function witnessPath(config: Config): string {
  return join(config.dataFolder, 'audit-witness.log');
}

/** Enterprises belong to a later group; accounts ask for a name only. */
function enterpriseNameOf(store: Store): (id: string) => Promise<string | undefined> {
  return async (id) =>
    (await store.within({ role: 'app_job' }, (tx) => tx.query<{ name: string }>('select name from prevention.enterprise where id = $1', [id])))[0]?.name;
}
