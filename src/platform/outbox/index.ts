import type { Json } from '../audit/index.ts';
import type { Store, Tx } from '../db/index.ts';

/** What happened that others may want to hear. */
export interface Announcement {
  /** Past tense: `warning.raised`, `import.done`, `payment.returned`. */
  readonly kind: string;
  /** What it happened to, `kind:id`. */
  readonly subject: string;
  readonly regionCode: string | null;
  readonly enterpriseId: string | null;
  readonly projectId: string | null;
  /** Facts, never personal data. */
  readonly body?: { readonly [key: string]: Json };
}

export interface SpreadEvent extends Required<Announcement> {
  readonly id: string;
  readonly at: Date;
}

/** Writes it down in the transaction that made it so: neither exists without the other. */
export async function announce(tx: Tx, ...announcements: readonly Announcement[]): Promise<void> {
  if (announcements.length === 0) return;
  await tx.query(
    `insert into exchange.event (kind, subject, region_code, enterprise_id, project_id, body)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::jsonb[])`,
    [
      announcements.map((one) => one.kind),
      announcements.map((one) => one.subject),
      announcements.map((one) => one.regionCode),
      announcements.map((one) => one.enterpriseId),
      announcements.map((one) => one.projectId),
      announcements.map((one) => JSON.stringify(one.body ?? {})),
    ],
  );
}

/** Turns events into rows of its own (a delivery, a notice) inside the transaction that marks them as spread. */
export type Listener = (tx: Tx, events: readonly SpreadEvent[]) => Promise<void>;

const AT_ONCE = 200;

/** Hands waiting events to every listener, each once. Answers how many; processes share the work without meeting. */
export async function spread(store: Store, listeners: readonly Listener[]): Promise<number> {
  return store.within({ role: 'app_job' }, async (tx) => {
    const rows = await tx.query<{
      id: string;
      at: Date;
      kind: string;
      subject: string;
      region_code: string | null;
      enterprise_id: string | null;
      project_id: string | null;
      body: { readonly [key: string]: Json };
    }>(
      `select id, at, kind, subject, region_code, enterprise_id, project_id, body from exchange.event
       where spread_at is null order by id limit ${AT_ONCE} for update skip locked`,
    );
    if (rows.length === 0) return 0;
    const events = rows.map((row) => ({
      id: row.id,
      at: row.at,
      kind: row.kind,
      subject: row.subject,
      regionCode: row.region_code,
      enterpriseId: row.enterprise_id,
      projectId: row.project_id,
      body: row.body,
    }));
    for (const listener of listeners) await listener(tx, events);
    await tx.query('update exchange.event set spread_at = now() where id = any($1::bigint[])', [rows.map((row) => row.id)]);
    return rows.length;
  });
}

export interface Repeating {
  /** Looks at once, for instance after work was added. */
  wake(): void;
  /** Ends after the round under way. */
  stop(): Promise<void>;
}

/**
 * Runs `round` again and again: at once while it says there is more, else after `everyMs` or when woken. A round that throws
 * is reported and tried again after the pause, so that a database away for a minute stops nothing for good.
 */
export function repeatedly(round: () => Promise<boolean>, options: { readonly everyMs: number; readonly onProblem: (problem: unknown) => void }): Repeating {
  let stopping = false;
  let wakeUp: (() => void) | undefined;
  let woken = false;
  const pause = (): Promise<void> =>
    new Promise((done) => {
      const timer = setTimeout(finish, options.everyMs);
      timer.unref();
      wakeUp = finish;
      function finish(): void {
        clearTimeout(timer);
        wakeUp = undefined;
        done();
      }
    });
  const running = (async () => {
    while (!stopping) {
      woken = false;
      let more = false;
      try {
        more = await round();
      } catch (problem) {
        options.onProblem(problem);
      }
      if (!more && !woken && !stopping) await pause();
    }
  })();
  return {
    wake() {
      woken = true;
      wakeUp?.();
    },
    async stop() {
      stopping = true;
      wakeUp?.();
      await running;
    },
  };
}

/** When to try again after the n-th failure (1, 2, …): 5 s, 10 s, 20 s … up to an hour, spread by a fifth so that failures do not march in step. */
export function nextTry(failures: number, now: Date, random: () => number = Math.random): Date {
  const seconds = Math.min(3_600, 5 * 2 ** Math.max(0, failures - 1));
  return new Date(now.getTime() + Math.round(seconds * 1_000 * (0.9 + 0.2 * random())));
}
