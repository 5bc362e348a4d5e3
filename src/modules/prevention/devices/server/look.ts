import { markDirty } from '#modules/prevention/facts/server/index.ts';
import { addDays, civilDate } from '#kernel/civil-date.ts';
import type { Store, Tx } from '#platform/db/index.ts';
import type { PunchMoment } from '../../attendance/domain/index.ts';
import { type DeviceLimits, findBursts, findConstantPositions, findImpossibleTrips, type HeldPunch, type PunchElsewhere } from '../domain/index.ts';
import { type Flag, keepFlags } from './flags.ts';

/**
 * Looks over the days of projects that got punches: bursts, positions that never move, trips nobody can make. A whole day is
 * looked at each time, so that it does not matter in which order its punches came. Answers how many days there were.
 */
export async function lookOver(store: Store, limitsOf: (regionCode: string) => DeviceLimits): Promise<number> {
  let looked = 0;
  for (;;) {
    const done = await store.within({ role: 'app_job' }, async (tx) => {
      const [next] = await tx.query<{ project_id: string; day: string; region_code: string }>(
        `with next as (select project_id, day from prevention.device_look order by id limit 1),
           gone as (delete from prevention.device_look l using next n where l.project_id = n.project_id and l.day = n.day)
         select n.project_id, n.day, p.region_code from next n join prevention.project p on p.id = n.project_id`,
      );
      if (next === undefined) return false;
      await lookAt(tx, next.project_id, next.day, limitsOf(next.region_code));
      return true;
    });
    if (!done) return looked;
    looked += 1;
  }
}

interface PunchRow {
  readonly person_id: string;
  readonly at: string;
  readonly device: string;
  readonly source: string;
  readonly lat: number | null;
  readonly lng: number | null;
}

async function lookAt(tx: Tx, projectId: string, day: string, limits: DeviceLimits): Promise<void> {
  const devices = new Map(
    (await tx.query<{ serial_no: string; appid: string }>('select serial_no, appid from prevention.device where project_id = $1', [projectId])).map((row) => [
      row.serial_no,
      row.appid,
    ]),
  );
  const rows = await tx.query<PunchRow>(
    `select p.person_id, p.happened_at::text as at, p.device, p.source, coalesce(o.lat, d.lat) as lat, coalesce(o.lng, d.lng) as lng
     from prevention.punch p join prevention.device d on d.project_id = p.project_id and d.serial_no = p.device
     left join prevention.punch_position o on o.project_id = p.project_id and o.person_id = p.person_id and o.happened_at = p.happened_at and o.direction = p.direction
     where p.project_id = $1 and p.month = date_trunc('month', $2::date)::date and p.happened_at >= $2::date and p.happened_at < $2::date + 1`,
    [projectId, day],
  );
  const punches = rows.map(heldOf);
  const placed = punches.filter((punch) => punch.position !== null);
  const flags: Flag[] = [];
  const add = (device: string, flag: Omit<Flag, 'appid' | 'projectId' | 'day'>): void => {
    const appid = devices.get(device);
    if (appid !== undefined) flags.push({ appid, projectId, day, ...flag });
  };
  for (const burst of findBursts(punches, limits)) {
    add(burst.device, { kind: 'burst', subject: burst.from, personId: null, punches: burst.punches, from: burst.from, until: burst.until, detail: {} });
  }
  for (const one of findConstantPositions(punches, limits)) {
    const detail = { lat: one.position.lat, lng: one.position.lng, people: one.people };
    add(one.device, {
      kind: 'constant-position',
      subject: `${one.position.lat} ${one.position.lng}`,
      personId: null,
      punches: one.punches,
      from: one.from,
      until: one.until,
      detail,
    });
  }
  const elsewhere = await punchesElsewhere(tx, projectId, day, placed);
  const again = new Set<string>();
  for (const trip of findImpossibleTrips(placed, elsewhere, limits)) {
    const [from, until] = trip.here < trip.there ? [trip.here, trip.there] : [trip.there, trip.here];
    const { metres, seconds, kmh, otherProject } = trip;
    add(trip.device, {
      kind: 'impossible-speed',
      subject: `${trip.personId} ${otherProject}`,
      personId: trip.personId,
      punches: 1,
      from,
      until,
      detail: { metres, seconds, kmh, here: trip.here, there: trip.there, otherProject },
    });
    again.add(`${otherProject} ${trip.there.slice(0, 10)} ${trip.personId}`);
  }
  await keepFlags(tx, flags);
  if (flags.length > 0) await markDirty(tx, [{ projectId, month: null }], 'flags');
  await lookAgain(tx, projectId, again);
}

function heldOf(row: PunchRow): HeldPunch {
  return {
    personId: row.person_id,
    at: row.at as PunchMoment,
    device: row.device,
    isMobile: row.source === 'mobile',
    position: row.lat === null || row.lng === null ? null : { lat: row.lat, lng: row.lng },
  };
}

/**
 * Where else the same people punched from the day before to the day after. First who is elsewhere at all, then the punches of each:
 * left to the planner, a fresh table's guesses made one look of two thousand people read seventeen million rows.
 */
async function punchesElsewhere(tx: Tx, projectId: string, day: string, placed: readonly HeldPunch[]): Promise<readonly PunchElsewhere[]> {
  if (placed.length === 0) return [];
  const around = civilDate(day);
  const months = [...new Set([-1, 0, 1].map((days) => `${addDays(around, days).slice(0, 7)}-01`))];
  const rows = await tx.query<{ person_id: string; project_id: string; at: string; lat: number; lng: number }>(
    `with there as materialized (
       select a.project_id, a.month, a.person_id from prevention.attendance_month a
       where a.person_id = any($2::bigint[]) and a.month = any($4::date[]) and a.project_id <> $1
     )
     select t.person_id, t.project_id, q.happened_at::text as at, coalesce(o.lat, e.lat) as lat, coalesce(o.lng, e.lng) as lng
     from there t cross join lateral (
       select p.happened_at, p.direction, p.device from prevention.punch p
       where p.project_id = t.project_id and p.month = t.month and p.month = any($4::date[]) and p.person_id = t.person_id and p.happened_at >= $3::date - 1 and p.happened_at < $3::date + 2 offset 0
     ) q join prevention.device e on e.project_id = t.project_id and e.serial_no = q.device
     left join prevention.punch_position o on o.project_id = t.project_id and o.person_id = t.person_id and o.happened_at = q.happened_at and o.direction = q.direction
     where coalesce(o.lat, e.lat) is not null and coalesce(o.lng, e.lng) is not null`,
    [projectId, [...new Set(placed.map((punch) => punch.personId))], day, months],
  );
  return rows.map((row) => ({ personId: row.person_id, projectId: row.project_id, at: row.at as PunchMoment, position: { lat: row.lat, lng: row.lng } }));
}

/** The other project was looked at before these punches came: it has its own side of the trip, unless it knows already. */
async function lookAgain(tx: Tx, projectId: string, trips: ReadonlySet<string>): Promise<void> {
  if (trips.size === 0) return;
  const sides = [...trips].map((trip) => trip.split(' '));
  await tx.query(
    `insert into prevention.device_look (project_id, day) select distinct o.project_id, o.day from unnest($2::bigint[], $3::date[], $4::text[]) o(project_id, day, person)
     where not exists (select from prevention.device_flag f where f.project_id = o.project_id and f.kind = 'impossible-speed' and f.subject = o.person || ' ' || $1::text and f.day = o.day)`,
    [projectId, sides.map(([project]) => project), sides.map(([, day]) => day), sides.map(([, , person]) => person)],
  );
}
