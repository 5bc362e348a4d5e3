import type { Json } from '#platform/audit/index.ts';
import type { Scope, Store } from '#platform/db/index.ts';

export interface KeptAnswer {
  readonly status: number;
  readonly answer: Json;
}

export type Beginning =
  | { readonly is: 'first' }
  | { readonly is: 'answered'; readonly kept: KeptAnswer }
  | { readonly is: 'in-flight' }
  /** The key stands for another request. */
  | { readonly is: 'another' };

/** 幂等键: the same key again within 90 days is answered as before. */
export interface Idempotency {
  begin(appid: string, key: string, digest: Buffer): Promise<Beginning>;
  keep(appid: string, key: string, kept: KeptAnswer): Promise<void>;
  /** Nothing came of it: the key is free again. */
  release(appid: string, key: string): Promise<void>;
}

const JOB: Scope = { role: 'app_job' };
/** Whoever began this long ago without an answer was cut off. A request of the largest size takes seconds. */
const CUT_OFF = "interval '5 minutes'";

export function idempotency(store: Store): Idempotency {
  return {
    begin: (appid, key, digest) =>
      store.within(JOB, async (tx) => {
        const [first] = await tx.prepared<{ appid: string }>(
          'idempotency-begin',
          `insert into exchange.idempotency as i (appid, key, digest) values ($1, $2, $3)
           on conflict (appid, key) do update set digest = excluded.digest, status = null, answer = null, begun_at = now()
             where i.begun_at < now() - interval '90 days' or (i.status is null and i.digest = excluded.digest and i.begun_at < now() - ${CUT_OFF})
           returning appid`,
          [appid, key, digest],
        );
        if (first !== undefined) return { is: 'first' };
        const [held] = await tx.query<{ digest: Buffer; status: number | null; answer: Json }>(
          'select digest, status, answer from exchange.idempotency where appid = $1 and key = $2',
          [appid, key],
        );
        // Released between the two statements: the sender's next try will be the first.
        if (held === undefined) return { is: 'in-flight' };
        if (!held.digest.equals(digest)) return { is: 'another' };
        return held.status === null ? { is: 'in-flight' } : { is: 'answered', kept: { status: held.status, answer: held.answer } };
      }),
    async keep(appid, key, { status, answer }) {
      await store.within(JOB, (tx) =>
        tx.query('update exchange.idempotency set status = $3, answer = $4 where appid = $1 and key = $2', [appid, key, status, JSON.stringify(answer)]),
      );
    },
    async release(appid, key) {
      await store.within(JOB, (tx) => tx.query('delete from exchange.idempotency where appid = $1 and key = $2 and status is null', [appid, key]));
    },
  };
}
