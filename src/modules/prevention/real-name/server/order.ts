import type { CivilDate } from '#kernel/civil-date.ts';
import type { OpenApp } from '#modules/office/integration/server/index.ts';
import type { PersonMemory } from '#modules/prevention/attendance/server/index.ts';
import { takeTurns } from '#modules/prevention/facts/server/index.ts';
import type { Intake } from '#modules/prevention/imports/server/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Store, Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import type { Method, Profile, Values } from '../domain/index.ts';

/** What the calls work with. */
export interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly intake: Intake;
  /** Whose number is which person's, remembered between the messages of a gate. */
  readonly memory: PersonMemory;
}

/** A project the app may speak for, found in the app's own scope. */
export interface HeldProject {
  readonly id: string;
  /** As the protocol knows it. */
  readonly code: string;
  readonly name: string;
  readonly regionCode: string;
  readonly generalContractorId: string;
}

/** One call that was let in and understood. */
export interface Order {
  readonly app: OpenApp;
  /** The secret it was signed with; answers are enciphered under it. */
  readonly secret: string;
  readonly profile: Profile;
  readonly method: Method;
  readonly values: Values;
  readonly project: HeldProject | null;
  /** `YYYY-MM-DD HH:MM:SS` in China. */
  readonly now: string;
  readonly today: CivilDate;
}

/** A change, which ends in a serial number. */
export interface ChangeOrder extends Order {
  /** Keeps the outcome beside the effect, in its transaction: neither exists without the other. */
  settle(tx: Tx, done: Done): Promise<void>;
}

export interface Done {
  /** What `AsyncHandleResult.Query` answers: JSON text or nothing. */
  readonly result: string;
  readonly records: number;
  readonly importId?: string | null;
  /** For the log: accepted, and worth a look. */
  readonly remark?: string;
}

/** Identity numbers in a text are written as `show` writes them: masked, or whole for whoever asked for that. */
export type Told = (show: (identity: string) => string) => string;

/** What became of a change: recorded, understood but refused (status 10), not understood (code -1), not theirs (code -3). */
export type Outcome =
  | { readonly is: 'done' }
  | { readonly is: 'failed'; readonly told: Told }
  | { readonly is: 'invalid'; readonly says: string }
  | { readonly is: 'forbidden'; readonly says: string };

/** Ends a transaction without a trace and says why. */
export class Stop extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super(outcome.is);
    this.outcome = outcome;
  }
}

export function stopFailed(told: Told): never {
  throw new Stop({ is: 'failed', told });
}

export function stopInvalid(says: string): never {
  throw new Stop({ is: 'invalid', says });
}

export function stopForbidden(says: string): never {
  throw new Stop({ is: 'forbidden', says });
}

/** The project of a call whose method is about one. */
export function projectOf(order: Order): HeldProject {
  if (order.project === null) throw new Error(`${order.method.name} is about a project`);
  return order.project;
}

/** Officials of the place and the general contractor say who takes part; others report their own people. */
export function maySayWhoTakesPart(order: Order): boolean {
  return order.app.enterpriseId === null || order.app.enterpriseId === order.project?.generalContractorId;
}

/**
 * Runs a change of one project in one transaction, under an import of its own: what it writes can be found, and taken back,
 * by that number. A Stop rolls everything back and becomes the outcome.
 */
export async function inProject(deps: Deps, order: ChangeOrder, work: (tx: Tx, importId: string) => Promise<Omit<Done, 'importId'>>): Promise<Outcome> {
  const project = projectOf(order);
  return stopped(() =>
    deps.store.within({ role: 'app_ingest', projectIds: [project.id] }, async (tx) => {
      await takeTurns(tx, [project.id]);
      const importId = await openImport(tx, order, 'roster');
      const done = await work(tx, importId);
      await closeImport(tx, importId, project.id, done.records);
      await order.settle(tx, { ...done, importId });
      return { is: 'done' } as const;
    }),
  );
}

export async function stopped(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (problem) {
    if (problem instanceof Stop) return problem.outcome;
    throw problem;
  }
}

export async function openImport(tx: Tx, { app, method, project }: Order, kind: 'roster' | 'ledger'): Promise<string> {
  const { sender } = app;
  const [row] = await tx.query<{ id: string }>(
    `insert into exchange.import (channel, file_name, kind, state, account_id, account_name, account_role, region_code, enterprise_id, scope, project_id)
     values ('real-name', $1, $2, 'importing', $3, $4, $5, $6, $7, $8, $9) returning id`,
    [
      method.name,
      kind,
      sender.accountId,
      sender.name,
      sender.role,
      // The ledger is written under the place, whoever speaks.
      sender.enterpriseId === null || kind === 'ledger' ? app.regionCode : null,
      sender.enterpriseId,
      JSON.stringify(sender.scope),
      project?.id ?? null,
    ],
  );
  return row?.id ?? '';
}

export async function closeImport(tx: Tx, importId: string, projectId: string, records: number): Promise<void> {
  await tx.query(
    `update exchange.import set state = 'done', done_at = now(), changed_at = now(), progress = 1, rows_read = $3, added = $3, projects = array[$2::bigint],
       region_code = coalesce(region_code, (select region_code from prevention.project where id = $2::bigint)) where id = $1`,
    [importId, projectId, records],
  );
}
