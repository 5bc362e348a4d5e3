import type { Tx } from '../db/index.ts';

/** Who did it. Passed on by hand from the request, so that no act can be recorded under somebody else's name. */
export interface Actor {
  readonly accountId: string;
  readonly name: string;
  readonly role: string;
}

/** The product itself: jobs, the clock, the command line of the operator. */
export const SYSTEM: Actor = { accountId: '0', name: '系统', role: 'system' };

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export interface Act {
  readonly by: Actor;
  /** What was done, `noun.verb` in the past tense: `import.accepted`, `worker.unmasked`. */
  readonly action: string;
  /** What it was done to, `kind:id`: `warning:812`, `account:7`. */
  readonly object: string;
  /** The place it belongs to; an auditor sees the acts of the own place. */
  readonly region?: string | null;
  /** Facts, never personal data in the clear. */
  readonly detail?: { readonly [key: string]: Json };
}

/** Writes the act down in the transaction of the change or the look itself: neither exists without the other. */
export function record(tx: Tx, act: Act): Promise<void> {
  return recordAll(tx, act.by, [act]);
}

/** The same for many acts of one actor, in one statement. */
export async function recordAll(tx: Tx, by: Actor, acts: readonly Omit<Act, 'by'>[]): Promise<void> {
  if (acts.length === 0) return;
  const rows = acts.map((act) => entryOf(by, act));
  await tx.prepared(
    'audit-record',
    `insert into audit.entry (at, actor_id, actor_name, actor_role, action, object, region, detail, canonical)
     select * from unnest($1::timestamptz[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::jsonb[], $9::text[])`,
    [
      rows.map((row) => row.at),
      rows.map((row) => row.actorId),
      rows.map((row) => row.actorName),
      rows.map((row) => row.actorRole),
      rows.map((row) => row.action),
      rows.map((row) => row.object),
      rows.map((row) => row.region),
      rows.map((row) => JSON.stringify(row.detail)),
      rows.map(canonical),
    ],
  );
}

function entryOf(by: Actor, act: Omit<Act, 'by'>): Entry {
  return {
    at: new Date().toISOString().replace('Z', '000Z'),
    actorId: by.accountId,
    actorName: by.name,
    actorRole: by.role,
    action: act.action,
    object: act.object,
    region: act.region ?? null,
    detail: act.detail ?? {},
  };
}

/** The columns of an entry as they are sealed. `at` carries microseconds because that is what the database keeps. */
export interface Entry {
  readonly at: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly actorRole: string;
  readonly action: string;
  readonly object: string;
  readonly region: string | null;
  readonly detail: Json;
}

/** The one text of an entry: keys sorted at every depth, because jsonb gives them back in its own order. */
export function canonical(entry: Entry): string {
  return JSON.stringify([entry.at, entry.actorId, entry.actorName, entry.actorRole, entry.action, entry.object, entry.region, sorted(entry.detail)]);
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}
