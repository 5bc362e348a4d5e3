import { createHash } from 'node:crypto';
import { callbackify } from 'node:util';
import type { FastifyRequest, Session } from 'fastify';
import type { Store } from '../db/index.ts';

declare module 'fastify' {
  interface Session {
    accountId?: string;
  }
}

/** A session ends after half an hour without a request, and after twelve hours whatever happens. */
const ALIVE = "seen_at > now() - interval '30 minutes' and started_at > now() - interval '12 hours'";
/** The time of the last request is kept to the minute: a write for each request would cost more than the request. */
const SEEN_EVERY = "interval '1 minute'";
/** A page asks many things at once. An ended session dies everywhere within this time. */
const REMEMBER_MS = 1000;
const REMEMBER_AT_MOST = 10_000;

type Callback = (problem?: unknown) => void;

/** Keeps sessions in the database, by the hash of their id, so that any process can answer and a copy of the table opens nothing. */
export interface SessionStore {
  get(id: string, done: (problem: unknown, session?: Session | null) => void): void;
  set(id: string, session: Session, done: Callback): void;
  destroy(id: string, done: Callback): void;
  /** Ends the sessions of an account, except the one that asked. */
  endAll(accountId: string, except?: string): Promise<void>;
  /** Throws away what has ended. */
  sweep(): Promise<void>;
}

export function sessionStore(store: Store): SessionStore {
  const remembered = new Map<string, { readonly accountId: string | null; readonly until: number }>();
  const signin = { role: 'app_signin' } as const;

  async function find(id: string): Promise<string | null> {
    const known = remembered.get(id);
    if (known !== undefined && known.until > Date.now()) return known.accountId;
    const accountId = await store.within(signin, async (tx) => {
      const [row] = await tx.prepared<{ account_id: string; stale: boolean }>(
        'session-find',
        `select account_id, seen_at < now() - ${SEEN_EVERY} as stale from office.session where id_hash = $1 and ${ALIVE}`,
        [hash(id)],
      );
      if (row?.stale === true) await tx.query('update office.session set seen_at = now() where id_hash = $1', [hash(id)]);
      return row?.account_id ?? null;
    });
    if (remembered.size >= REMEMBER_AT_MOST) remembered.clear();
    remembered.set(id, { accountId, until: Date.now() + REMEMBER_MS });
    return accountId;
  }

  return {
    get: callbackify(async (id: string): Promise<Session | null> => {
      const accountId = await find(id);
      return accountId === null ? null : ({ accountId, cookie: { originalMaxAge: null } } as Session);
    }),
    set: callbackify(async (id: string, session: Session): Promise<void> => {
      const { accountId } = session;
      // Only a signed-in session is worth keeping; regenerate() hands over an empty one first.
      if (accountId === undefined) return;
      remembered.delete(id);
      await store.within(signin, (tx) =>
        tx.query(
          'insert into office.session (id_hash, account_id) values ($1, $2) on conflict (id_hash) do update set account_id = excluded.account_id, seen_at = now()',
          [hash(id), accountId],
        ),
      );
    }),
    destroy: callbackify(async (id: string): Promise<void> => {
      remembered.delete(id);
      await store.within(signin, (tx) => tx.query('delete from office.session where id_hash = $1', [hash(id)]));
    }),
    endAll: async (accountId, except) => {
      remembered.clear();
      const kept = except === undefined ? null : hash(except);
      await store.within(signin, (tx) => tx.query('delete from office.session where account_id = $1 and id_hash is distinct from $2', [accountId, kept]));
    },
    sweep: async () => {
      await store.within(signin, (tx) => tx.query(`delete from office.session where not (${ALIVE})`));
    },
  };
}

/** Begins a session under a new id, so that an id planted before sign-in is worth nothing after it. */
export async function beginSession(request: FastifyRequest, accountId: string): Promise<void> {
  await request.session.regenerate();
  request.session.accountId = accountId;
  await request.session.save();
}

function hash(id: string): Buffer {
  return createHash('sha256').update(id).digest();
}
