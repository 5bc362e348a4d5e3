import type { Tx } from '#platform/db/index.ts';
import type { PunchDirection, PunchMoment, PunchSource } from '../../attendance/domain/index.ts';
import type { Position, QuarantineReason } from '../domain/index.ts';

/** A punch that is kept whole and counted nowhere. */
export interface Kept {
  readonly projectId: string;
  readonly appid: string | null;
  readonly counter: number | null;
  readonly personId: string | null;
  readonly personCode: string | null;
  readonly at: PunchMoment;
  readonly direction: PunchDirection;
  readonly device: string;
  readonly source: PunchSource;
  readonly method: string | null;
  readonly position: Position | null;
  readonly photoHash: string | null;
  readonly temperature: number | null;
  readonly reasons: readonly QuarantineReason[];
  readonly enteredBy?: { readonly accountId: string; readonly name: string; readonly why: string };
}

/** Keeps them apart, as app_ingest; answers in order which were new. The same punch of the same person is one, whatever brought it. */
export async function keepApart(tx: Tx, kept: readonly Kept[], now: Date): Promise<readonly boolean[]> {
  if (kept.length === 0) return [];
  const rows = await tx.query<{ who: string; at: string; direction: string }>(
    `insert into prevention.punch_quarantine (project_id, appid, counter, who, person_id, person_code, happened_at, direction, device, source, method, lat, lng, photo_hash, temperature, reasons, entered_by, entered_name, entered_why, received_at)
     select k.project_id, k.appid, k.counter, k.who, k.person_id, k.person_code, k.happened_at, k.direction, k.device, k.source, k.method, k.lat, k.lng, k.photo_hash, k.temperature,
       array(select jsonb_array_elements_text(k.reasons)), k.entered_by, k.entered_name, k.entered_why, $2
     from jsonb_to_recordset($1) k(project_id bigint, appid text, counter bigint, who text, person_id bigint, person_code text, happened_at timestamp, direction text, device text, source text, method text,
       lat float8, lng float8, photo_hash text, temperature numeric, reasons jsonb, entered_by bigint, entered_name text, entered_why text)
     on conflict (project_id, who, happened_at, direction) do nothing returning who, happened_at::text as at, direction`,
    [JSON.stringify(kept.map(rowOf)), now],
  );
  const made = new Set(rows.map((row) => `${row.who} ${row.at} ${row.direction}`));
  return kept.map((one) => made.delete(`${whoOf(one)} ${one.at} ${one.direction}`));
}

function whoOf(one: Kept): string {
  return one.personId ?? `code:${one.personCode ?? ''}`;
}

function rowOf(one: Kept) {
  return {
    project_id: one.projectId,
    appid: one.appid,
    counter: one.counter,
    who: whoOf(one),
    person_id: one.personId,
    person_code: one.personCode,
    happened_at: one.at,
    direction: one.direction,
    device: one.device,
    source: one.source,
    method: one.method,
    lat: one.position?.lat ?? null,
    lng: one.position?.lng ?? null,
    photo_hash: one.photoHash,
    temperature: one.temperature,
    reasons: one.reasons,
    entered_by: one.enteredBy?.accountId ?? null,
    entered_name: one.enteredBy?.name ?? null,
    entered_why: one.enteredBy?.why ?? null,
  };
}
