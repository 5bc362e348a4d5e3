import { join } from 'node:path';
import { nationalCalendar } from '#law/calendars/index.ts';
import { CATALOGUE } from '#modules/monitoring/warnings/domain/catalogue.ts';
import { brief, type Brief, officeDays, placesOf, sweep, type SweepDeps, wageChainFacts } from '#modules/monitoring/warnings/server/index.ts';
import { accounts, type Accounts, passwords } from '#modules/office/accounts/server/index.ts';
import { type Integration, integration, type Webhooks, webhooks } from '#modules/office/integration/server/index.ts';
import { type Contacts, contacts, type Notifications, notifications } from '#modules/office/notifications/server/index.ts';
import { type SignOn, signOn } from '#modules/office/sign-on/server/index.ts';
import { type Devices, devices } from '#modules/prevention/devices/server/index.ts';
import { type Imports, imports, type Intake, intake } from '#modules/prevention/imports/server/index.ts';
import { type PayrollAbroad, payrollAbroad } from '#modules/prevention/payroll-abroad/server/index.ts';
import {
  type Deliveries,
  deliveries,
  type DeliveryDeps,
  type RealName,
  realName,
  type Targets,
  targets,
  undoRealName,
} from '#modules/prevention/real-name/server/index.ts';
import { type Exports, workbookExports } from '#modules/prevention/workbooks/server/index.ts';
import { createSealer, type Sealer } from '#platform/audit/index.ts';
import { keptClock, type MovableClock, systemClock } from '#platform/clock.ts';
import { openStore, type Store } from '#platform/db/index.ts';
import { type Outbound, outbound } from '#platform/outbound/index.ts';
import { type DocumentFactory, documentFactory } from '#platform/documents/index.ts';
import { type SessionStore, sessionStore } from '#platform/http/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import { national, profileOf } from '#profiles/index.ts';
import type { Config } from './config.ts';
import type { Secrets } from './database.ts';
import { deviceLimits } from './device-limits.ts';
import { effectOf } from './import-effect.ts';

/** Everything that is made once in a process and handed to whoever needs it. */
export interface Parts {
  readonly config: Config;
  readonly store: Store;
  readonly vault: Vault;
  readonly clock: MovableClock;
  readonly sessions: SessionStore;
  readonly accounts: Accounts;
  readonly sealer: Sealer;
  readonly imports: Imports;
  /** Rows that come by machine instead of by file. */
  readonly intake: Intake;
  /** The national real-name interface, spoken to gates and contractors' software. */
  readonly realName: RealName;
  /** The same interface spoken to the systems above us. */
  readonly upward: DeliveryDeps & { readonly targets: Targets; readonly deliveries: Deliveries };
  /** Forms of the field, written out. */
  readonly exports: Exports;
  /** Wage files of other countries, out of a project's own payroll. */
  readonly payrollAbroad: PayrollAbroad;
  /** Other systems that speak to us: who they are, their keys, what they said. */
  readonly integration: Integration;
  /** 考勤设备. */
  readonly devices: Devices;
  /** The one way to call an address that a person wrote down. */
  readonly outbound: Outbound;
  /** What happened, told to the apps that asked for it. */
  readonly webhooks: Webhooks;
  /** Fills templates and prints, in a thread of its own. */
  readonly documents: DocumentFactory;
  /** Who is told what, in the product and outside. */
  readonly notifications: Notifications;
  readonly contacts: Contacts;
  /** The place's own sign-on, when one is set up. */
  readonly signOn: SignOn;
  /** The same without a sweep after each file: whoever loads many sweeps once at the end, and closes it. */
  bulkImports(): Imports;
  /** What a sweep of the rules needs, for the watch, for commands and for the moment after an import. */
  readonly sweeping: SweepDeps;
  /** Counts of the warning lists, remembered for seconds. */
  readonly brief: Brief;
  close(): Promise<void>;
}

export interface Reports {
  /** Work in the background failed; it is tried again. */
  readonly problem: (what: string, problem: unknown) => void;
}

export async function openParts(config: Config, appUrl: string, secrets: Secrets, reports: Reports): Promise<Parts> {
  const store = openStore(appUrl, { max: 12 });
  const clock = await keptClock(store);
  const sessions = sessionStore(store);
  const sealer = createSealer(store, witnessPath(config), (problem) => reports.problem('audit sealer', problem));
  const counts = brief();
  const factory = documentFactory();
  const sweeping: SweepDeps = {
    store,
    clock,
    placeOf: placesOf(CATALOGUE, nationalCalendar, profileOf, national),
    days: officeDays(nationalCalendar),
    facts: wageChainFacts,
  };
  const importing = { store, clock, keys: secrets.keys, connectionString: appUrl, alsoUndo: { 'real-name': undoRealName } };
  const files = imports({
    ...importing,
    async afterwards(importId) {
      await sweep(sweeping, { projects: 'dirty' });
      counts.forget();
      return effectOf(store, importId);
    },
  });
  const taking = intake({ store, clock, vault: secrets.vault });
  const keeping = integration({ store, vault: secrets.vault });
  const outward = outbound({ openNetworks: config.outboundNetworks });
  const people = accounts({ store, sessions, passwords: passwords(secrets.vault.secret('password')), enterpriseName: enterpriseNameOf(store) });
  const told = notifications({ store, vault: secrets.vault, clock, channels: config.channels, showsCodes: config.isDemo });
  const upward = { store, clock, vault: secrets.vault, outbound: outward, integration: keeping };
  return {
    config,
    store,
    vault: secrets.vault,
    clock,
    sessions,
    accounts: people,
    notifications: told,
    contacts: contacts({ store, vault: secrets.vault, clock, notifications: told }),
    signOn: signOn({ store, vault: secrets.vault, accounts: people, settings: config.signOn }),
    sealer,
    imports: files,
    intake: taking,
    integration: keeping,
    devices: devices({ store, vault: secrets.vault, clock, integration: keeping, limitsOf: deviceLimits(clock) }),
    realName: realName({
      store,
      clock,
      vault: secrets.vault,
      intake: taking,
      integration: keeping,
      senders: systemClock,
      onProblem: (problem) => reports.problem('open.api', problem),
    }),
    upward: { ...upward, targets: targets(upward), deliveries: deliveries(upward) },
    outbound: outward,
    webhooks: webhooks({ store, vault: secrets.vault, outbound: outward }),
    exports: workbookExports({ store, clock, vault: secrets.vault }),
    documents: factory,
    payrollAbroad: payrollAbroad({ store, clock }),
    bulkImports: () => imports(importing),
    sweeping,
    brief: counts,
    async close() {
      await files.close();
      await factory.close();
      await store.close();
    },
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
