import type { OpenApp } from '#modules/office/integration/server/index.ts';
import { markDirty } from '#modules/prevention/facts/server/index.ts';
import type { Store, Tx } from '#platform/db/index.ts';
import { maskIdentity, type Vault } from '#platform/vault/index.ts';
import { epochOf, punchMomentOf } from '../../attendance/domain/index.ts';
import { type GivenPunch, type PersonMemory, type PunchAnswer, takePunches } from '../../attendance/server/index.ts';
import {
  type CounterRange,
  type DeviceLimits,
  estimatedOffset,
  isSkewed,
  missingIn,
  offsetsWith,
  type Position,
  rangesOf,
  rangesText,
  readRanges,
  REASONS,
} from '../domain/index.ts';
import { type Flag, keepFlags } from './flags.ts';
import { type Kept, keepApart } from './keep-apart.ts';
import { findHeld, nameThem, type Sorted, sortPunches } from './sorting.ts';
import type { DeviceAnswer, DeviceMessage, Told } from './spoken.ts';

export interface Receiving {
  readonly store: Store;
  readonly vault: Vault;
  readonly memory: PersonMemory;
}

/** A device that was not heard for so long was perhaps called silent: its facts are computed anew. */
export const NEWS_AFTER = '12 hours';
/** Gaps named in one answer; the rest are named when these have come. */
const MISSING_TOLD = 50;

interface DeviceRow {
  readonly serial_no: string;
  readonly name: string;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly received: string;
  readonly announced: string;
  readonly offsets: number[];
}

/**
 * Takes one message of a device in one transaction: what is sound goes into the records, what is doubtful is kept apart, and
 * whatever arrives twice or out of order leaves the same behind. Messages of one device take their turns on its row. `more`
 * joins the transaction.
 */
export async function receive(
  { store, vault, memory }: Receiving,
  app: OpenApp,
  projectId: string,
  message: DeviceMessage,
  limits: DeviceLimits,
  now: Date,
  more: (tx: Tx, answer: DeviceAnswer) => Promise<void>,
): Promise<DeviceAnswer | undefined> {
  return store.within({ role: 'app_ingest', projectIds: [projectId] }, async (tx) => {
    const [device] = await tx.prepared<DeviceRow>(
      'device-turn',
      'select serial_no, name, lat, lng, received::text as received, announced, offsets from prevention.device where appid = $1 and project_id = $2 for update',
      [app.appid, projectId],
    );
    if (device === undefined) return undefined;
    const received = readRanges(device.received);
    const sorted = sortPunches(message, gateOf(device), received, limits, now);
    await nameThem(tx, vault, memory, projectId, sorted);
    const answer = await settle(tx, { vault, memory, app, projectId, device, now, message, limits }, sorted, received);
    await more(tx, answer);
    return answer;
  });
}

interface Settling {
  readonly vault: Vault;
  readonly memory: PersonMemory;
  readonly app: OpenApp;
  readonly projectId: string;
  readonly device: DeviceRow;
  readonly now: Date;
  readonly message: DeviceMessage;
  readonly limits: DeviceLimits;
}

/** Writes what the message brings, each punch where it belongs, and answers what became of it. */
async function settle(tx: Tx, given: Settling, sorted: readonly Sorted[], received: readonly CounterRange[]): Promise<DeviceAnswer> {
  const { app, projectId, device, now, message } = given;
  await findHeld(tx, projectId, sorted);
  const good = sorted.filter((one) => one.refusal === null && !one.isAhead && one.reasons.length === 0 && !one.isHeard);
  const apart = sorted.filter((one) => one.refusal === null && !one.isHeld && (one.isAhead || one.reasons.length > 0));
  const order = { by: app.sender, channel: 'device', name: device.name, projectId, now } as const;
  const punches = good.map((one) => givenOf(one, device.serial_no));
  const { answers, taken } = await takePunches(tx, given.vault, given.memory, order, punches);
  const kept = await keepApart(
    tx,
    apart.map((one) => keptOf(one, app.appid, projectId, device.serial_no)),
    now,
  );
  if (kept.includes(true)) await markDirty(tx, [{ projectId, month: null }], 'quarantine');
  const isNew = good.filter((_, at) => answers[at]?.is === 'taken');
  await keepPositions(tx, projectId, isNew);
  const offset = message.deviceTime === null ? null : (epochOf(message.deviceTime) - now.getTime()) / 1_000;
  const lost = lostOf(given, sorted, received);
  await keepFlags(tx, flagsOf(given, isNew, offset, lost));
  const days = [...new Set(isNew.map((one) => one.at.slice(0, 10)))];
  const gaps = await keepHeard(tx, given, sorted, { received, lost, offset, taken, days });
  const told = [
    ...sorted.flatMap((one): Told[] => (one.refusal === null ? [] : [{ counter: one.punch.counter, is: 'refused', ...one.refusal }])),
    ...toldOfTaken(good, answers),
    ...apart.filter((_, at) => kept[at] === true).map(toldApart),
  ];
  const [refused, quarantined] = [told.filter((one) => one.is === 'refused').length, told.filter((one) => one.is === 'quarantined').length];
  return {
    serverTime: now.toISOString(),
    clockOffsetSeconds: gaps.offset,
    accepted: taken,
    repeated: sorted.length - taken - quarantined - refused,
    quarantined,
    refused,
    punches: told.toSorted((a, b) => (a.counter ?? 0) - (b.counter ?? 0)),
    missing: gaps.missing.slice(0, MISSING_TOLD),
    missingCount: gaps.missing.reduce((sum, range) => sum + range.to - range.from + 1, 0),
    highest: gaps.announced,
  };
}

/** Refusals, and once a person who is not on the roster; punches taken without more are only counted. */
function toldOfTaken(good: readonly Sorted[], answers: readonly PunchAnswer[]): readonly Told[] {
  const noted = new Set<string>();
  return good.flatMap((one, at): Told[] => {
    const answer = answers[at];
    if (answer?.is === 'refused') return [{ counter: one.punch.counter, is: 'refused', ...answer.refusal }];
    if (answer?.is !== 'taken' || !answer.offRoster || noted.has(answer.personId)) return [];
    noted.add(answer.personId);
    return [{ counter: one.punch.counter, is: 'noted', ...OFF_ROSTER }];
  });
}

function toldApart(one: Sorted): Told {
  const reason = one.isAhead ? 'ahead' : (one.reasons[0] ?? 'set-aside');
  return { counter: one.punch.counter, is: one.isAhead ? 'refused' : 'quarantined', code: reason, says: `${REASONS[reason].says}。` };
}

const OFF_ROSTER = { code: 'off-roster', says: '已收下；这个人不在项目的花名册上，请补登。' };

function givenOf(one: Sorted, serialNo: string): GivenPunch {
  const source = one.punch.method === 'mobile' ? 'mobile' : 'gate';
  const mask = one.identity === null ? '' : maskIdentity(one.identity);
  return { who: { personId: one.personId ?? '', mask }, at: one.at, direction: one.punch.direction, device: serialNo, source };
}

function keptOf(one: Sorted, appid: string, projectId: string, serialNo: string): Kept {
  return {
    projectId,
    appid,
    counter: one.punch.counter,
    personId: one.personId,
    personCode: one.personId === null ? one.punch.code : null,
    at: one.at,
    direction: one.punch.direction,
    device: serialNo,
    source: one.punch.method === 'manual' ? 'manual' : one.punch.method === 'mobile' ? 'mobile' : 'gate',
    method: one.punch.method,
    position: one.punch.position,
    photoHash: one.punch.photoHash,
    temperature: one.punch.temperature,
    reasons: one.isAhead ? ['ahead'] : one.reasons,
  };
}

async function keepPositions(tx: Tx, projectId: string, taken: readonly Sorted[]): Promise<void> {
  const placed = taken.flatMap((one) => (one.punch.method === 'mobile' && one.punch.position !== null ? [{ one, position: one.punch.position }] : []));
  if (placed.length === 0) return;
  await tx.query(
    `insert into prevention.punch_position (project_id, person_id, happened_at, direction, lat, lng)
     select $1, * from unnest($2::bigint[], $3::timestamp[], $4::text[], $5::float8[], $6::float8[]) on conflict do nothing`,
    [
      projectId,
      placed.map(({ one }) => one.personId),
      placed.map(({ one }) => one.at),
      placed.map(({ one }) => one.punch.direction),
      placed.map(({ position }) => position.lat),
      placed.map(({ position }) => position.lng),
    ],
  );
}

function gateOf(device: DeviceRow): Position | null {
  return device.lat === null || device.lng === null ? null : { lat: device.lat, lng: device.lng };
}

function flagsOf({ app, projectId, limits, now }: Settling, taken: readonly Sorted[], offset: number | null, lost: readonly CounterRange[]): Flag[] {
  const base = { appid: app.appid, projectId, personId: null };
  const flags: Flag[] = [];
  const isOff = offset !== null && isSkewed(offset, limits.skewMinutes);
  for (const [day, punches] of byDay(taken)) {
    const late = punches.filter((one) => one.isLate);
    const span = (of: readonly Sorted[]) => {
      const moments = of.map((one) => one.at).sort();
      return { from: moments[0] ?? day, until: moments.at(-1) ?? day };
    };
    if (late.length > 0) {
      const oldest = Math.max(...late.map((one) => now.getTime() - epochOf(one.at)));
      flags.push({ ...base, kind: 'late-upload', day, subject: '', punches: late.length, ...span(late), detail: { hours: Math.round(oldest / 360_000) / 10 } });
    }
    if (isOff) {
      flags.push({ ...base, kind: 'clock-skew', day, subject: '', punches: punches.length, ...span(punches), detail: { seconds: Math.round(offset) } });
    }
  }
  const at = punchMomentOf(now.getTime());
  for (const range of lost) {
    flags.push({
      ...base,
      kind: 'lost',
      day: at.slice(0, 10),
      subject: `${range.from}-${range.to}`,
      punches: range.to - range.from + 1,
      from: at,
      until: at,
      detail: { from: range.from, to: range.to },
    });
  }
  return flags;
}

function byDay(punches: readonly Sorted[]): ReadonlyMap<string, readonly Sorted[]> {
  const days = new Map<string, Sorted[]>();
  for (const one of punches) {
    const day = one.at.slice(0, 10);
    const held = days.get(day);
    if (held === undefined) days.set(day, [one]);
    else held.push(one);
  }
  return days;
}

/** What the device says it cannot send any more: only of what it has counted. */
function lostOf({ message, device }: Settling, sorted: readonly Sorted[], received: readonly CounterRange[]): readonly CounterRange[] {
  if (message.isKeyRevoked) return [];
  // The highest announced may be the next to come, which nothing is known of yet.
  const next = Math.max(Number(device.announced), message.counterFrom ?? 1);
  const counted = Math.max(next - 1, received.at(-1)?.to ?? 0, ...sorted.map((one) => one.punch.counter ?? 0));
  const said = message.lost.map(({ from, to }) => ({ from, to: Math.min(to, counted) })).filter(({ from, to }) => to >= from);
  // Said twice in one message it is still one range.
  return [...new Map(said.map((range) => [`${range.from}-${range.to}`, range])).values()];
}

/** How far the device has been heard. What a revoked key says moves nothing. */
async function keepHeard(
  tx: Tx,
  { app, projectId, device, message, now }: Settling,
  sorted: readonly Sorted[],
  heard: {
    readonly received: readonly CounterRange[];
    readonly lost: readonly CounterRange[];
    readonly offset: number | null;
    readonly taken: number;
    readonly days: readonly string[];
  },
): Promise<{ readonly missing: readonly CounterRange[]; readonly announced: number; readonly offset: number | null }> {
  if (message.isKeyRevoked) return { missing: [], announced: Number(device.announced), offset: estimatedOffset(device.offsets) };
  const counters = sorted.flatMap((one) => one.punch.counter ?? []);
  const { received, lost, offset, taken, days } = heard;
  const more = [...rangesOf(counters), ...lost];
  const offsets = offset === null ? device.offsets : offsetsWith(device.offsets, offset);
  const highest = Math.max(Number(device.announced), message.counterFrom ?? 0, ...more.map((range) => range.to));
  const [row] = await tx.prepared<{ received: string; is_news: boolean }>(
    'device-heard',
    `with look as (insert into prevention.device_look (project_id, day) select $7, d from unnest($8::date[]) d)
     update prevention.device d set received = d.received + $2::int8multirange, announced = $3, punches = d.punches + $4, offsets = $5::int[], heard_at = greatest(d.heard_at, $6::timestamptz),
       missing_since = case when d.received + $2::int8multirange @> int8multirange(int8range(1, greatest($3::bigint, 1))) then null else coalesce(d.missing_since, $6::timestamptz) end
     from prevention.device before where d.appid = $1 and before.appid = d.appid
     returning d.received::text as received,
       before.heard_at is null or before.heard_at < $6::timestamptz - interval '${NEWS_AFTER}' or (before.missing_since is null) <> (d.missing_since is null) as is_news`,
    [app.appid, rangesText(more), highest, taken, offsets, now, projectId, days],
  );
  // What rules say of the gate itself may change: it was silent, or a gap opened or closed.
  if (row?.is_news === true || lost.length > 0) await markDirty(tx, [{ projectId, month: null }], 'device');
  const all = row === undefined ? received : readRanges(row.received);
  return { missing: missingIn(all, highest), announced: highest, offset: estimatedOffset(offsets) };
}
