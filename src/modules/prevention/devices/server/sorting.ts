import { readIdentityNumber } from '#kernel/identifiers/index.ts';
import type { Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import type { PunchMoment } from '../../attendance/domain/index.ts';
import { findPersons, type PersonMemory } from '../../attendance/server/index.ts';
import { type CounterRange, type DeviceLimits, holds, judgePunch, type Position, type QuarantineReason } from '../domain/index.ts';
import type { DeviceMessage, DevicePunch } from './spoken.ts';

const NO_PERSON = { code: 'identity-invalid', says: '身份证号不对（长度、出生日期或校验码不符），或没有给人员。请核对设备里登记的人员信息。' };
const NO_MOMENT = { code: 'punch-invalid', says: '打卡时间应为“年-月-日 时:分:秒”（中国时间）。请改正后重发。' };
/** Stands where a moment could not be read; the punch is refused. */
const NO_TIME = '1970-01-01 00:00:00' as PunchMoment;

/** A punch of a message with what was found out about it. */
export interface Sorted {
  readonly punch: DevicePunch;
  readonly at: PunchMoment;
  readonly identity: string | null;
  personId: string | null;
  /** The counter was heard before, here or in an earlier message. */
  readonly isHeard: boolean;
  readonly isLate: boolean;
  /** In the records or kept apart already. */
  isHeld: boolean;
  readonly reasons: QuarantineReason[];
  readonly isAhead: boolean;
  readonly refusal: { readonly code: string; readonly says: string } | null;
}

/** Reads and judges each punch by itself. */
export function sortPunches(message: DeviceMessage, gate: Position | null, received: readonly CounterRange[], limits: DeviceLimits, now: Date): Sorted[] {
  const arrival = { nowMs: now.getTime(), gate, isKeyRevoked: message.isKeyRevoked };
  const here = new Set<number>();
  return message.punches.map((punch) => {
    const counter = punch.counter;
    const isHeard = counter !== null && (here.has(counter) || holds(received, counter));
    if (counter !== null) here.add(counter);
    const identity = punch.identity === null ? null : readIdentityNumber(punch.identity);
    const none = { punch, identity: null, personId: null, isHeard, isHeld: false, isLate: false, reasons: [], isAhead: false };
    if (punch.at === null) return { ...none, at: NO_TIME, refusal: NO_MOMENT };
    if (identity?.ok === false || (identity === null && punch.code === null)) return { ...none, at: punch.at, refusal: NO_PERSON };
    const judged = judgePunch({ at: punch.at, position: punch.position, isPersonKnown: true }, arrival, limits);
    const reasons: QuarantineReason[] = judged.is === 'quarantine' ? [...judged.reasons] : [];
    if (punch.method === 'manual') reasons.push('manual-entry');
    return {
      punch,
      at: punch.at,
      identity: identity?.ok === true ? identity.number : null,
      personId: null,
      isHeard,
      isHeld: false,
      isLate: judged.is !== 'refuse' && judged.isLate,
      reasons,
      isAhead: judged.is === 'refuse',
      refusal: null,
    };
  });
}

/** Ties each punch to a person: by identity number, or by the machine's own number where somebody has said whose it is. */
export async function nameThem(tx: Tx, vault: Vault, memory: PersonMemory, projectId: string, sorted: readonly Sorted[]): Promise<void> {
  const identities = [...new Set(sorted.flatMap((one) => one.identity ?? []))];
  const persons = await findPersons(tx, vault, memory, identities);
  const codes = [...new Set(sorted.flatMap((one) => (one.identity === null && one.refusal === null ? (one.punch.code ?? []) : [])))];
  const coded = new Map<string, string>();
  if (codes.length > 0) {
    const rows = await tx.query<{ code: string; person_id: string }>(
      'select code, person_id from prevention.device_person where project_id = $1 and code = any($2::text[])',
      [projectId, codes],
    );
    for (const row of rows) coded.set(row.code, row.person_id);
  }
  for (const one of sorted) {
    one.personId = one.identity === null ? (coded.get(one.punch.code ?? '') ?? null) : (persons.get(one.identity) ?? null);
    if (one.personId === null && one.refusal === null && !one.isAhead) one.reasons.push('unknown-person');
  }
}

/**
 * Finds what is held already, in the records or apart: a device that sends its whole memory again after a month brings nothing
 * new. A counter heard before brings the punch it brought then; anything else under it is kept apart.
 */
export async function findHeld(tx: Tx, projectId: string, sorted: readonly Sorted[]): Promise<void> {
  const asked = sorted.filter((one) => one.refusal === null && one.personId !== null && (one.isHeard || one.isAhead || one.reasons.length > 0));
  if (asked.length === 0) return;
  const rows = await tx.query<{ person_id: string; at: string; direction: string }>(
    `select g.person_id, g.at::text as at, g.direction from unnest($2::bigint[], $3::timestamp[], $4::text[]) g(person_id, at, direction)
     where exists (select from prevention.punch h where h.project_id = $1 and h.month = date_trunc('month', g.at)::date and h.person_id = g.person_id and h.happened_at = g.at and h.direction = g.direction)
       or exists (select from prevention.punch_quarantine q where q.project_id = $1 and q.who = g.person_id::text and q.happened_at = g.at and q.direction = g.direction)`,
    [projectId, asked.map((one) => one.personId), asked.map((one) => one.at), asked.map((one) => one.punch.direction)],
  );
  const held = new Set(rows.map((row) => `${row.person_id} ${row.at} ${row.direction}`));
  // What is first heard in this very message is not held yet: an equal one behind it is its repeat.
  const firsts = new Set(sorted.filter((one) => !one.isHeard).map(keyOf));
  for (const one of asked) {
    one.isHeld = held.has(keyOf(one)) || (one.isHeard && firsts.has(keyOf(one)));
    if (one.isHeard && !one.isHeld && !one.isAhead && one.reasons.length === 0) one.reasons.push('counter-reused');
  }
}

function keyOf(one: Sorted): string {
  return `${one.personId ?? ''} ${one.at} ${one.punch.direction}`;
}
