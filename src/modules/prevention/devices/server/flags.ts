import type { Json } from '#platform/audit/index.ts';
import type { Tx } from '#platform/db/index.ts';
import type { FlagKind } from '../domain/index.ts';

/** 标记 of one instance: of a device, a day and a subject within the day. */
export interface Flag {
  readonly appid: string;
  readonly projectId: string;
  readonly kind: FlagKind;
  readonly day: string;
  readonly subject: string;
  readonly personId: string | null;
  readonly punches: number;
  readonly from: string;
  readonly until: string;
  readonly detail: { readonly [key: string]: Json };
}

/** Kinds that are counted as their punches come in; the others are found anew over the whole day. */
const COUNTED = "('late-upload','clock-skew')";

/** A device may say that it lost all its counters, which are wider than the column. */
const PUNCHES_AT_MOST = 2_147_483_647;

/** Keeps the flags; the same instance again grows or is brought up, none is taken away. */
export async function keepFlags(tx: Tx, flags: readonly Flag[]): Promise<void> {
  if (flags.length === 0) return;
  await tx.prepared(
    'device-flags',
    `insert into prevention.device_flag as f (project_id, appid, kind, day, subject, person_id, punches, from_at, until_at, detail)
     select * from unnest($1::bigint[], $2::text[], $3::text[], $4::date[], $5::text[], $6::bigint[], $7::int[], $8::timestamp[], $9::timestamp[], $10::jsonb[])
     on conflict (appid, kind, day, subject) do update set
       punches = case when f.kind in ${COUNTED} then f.punches + excluded.punches else excluded.punches end,
       from_at = case when f.kind in ${COUNTED} then least(f.from_at, excluded.from_at) else excluded.from_at end,
       until_at = case when f.kind in ${COUNTED} then greatest(f.until_at, excluded.until_at) else excluded.until_at end,
       detail = case when f.kind = 'late-upload' then jsonb_build_object('hours', greatest((f.detail ->> 'hours')::numeric, (excluded.detail ->> 'hours')::numeric)) else excluded.detail end`,
    [
      flags.map((flag) => flag.projectId),
      flags.map((flag) => flag.appid),
      flags.map((flag) => flag.kind),
      flags.map((flag) => flag.day),
      flags.map((flag) => flag.subject),
      flags.map((flag) => flag.personId),
      flags.map((flag) => Math.min(flag.punches, PUNCHES_AT_MOST)),
      flags.map((flag) => flag.from),
      flags.map((flag) => flag.until),
      flags.map((flag) => JSON.stringify(flag.detail)),
    ],
  );
}
