import type { Sender } from '#modules/prevention/imports/server/index.ts';
import type { Tx } from '#platform/db/index.ts';
import { punchMomentOf } from '../../attendance/domain/index.ts';
import {
  type DevicesPage,
  type DeviceLimits,
  type DeviceView,
  estimatedOffset,
  FLAGS,
  type FlagKind,
  type FlagView,
  isReason,
  mayDecide,
  missingIn,
  type QuarantineView,
  readRanges,
  REASONS,
  troublesOf,
} from '../domain/index.ts';

/** Rows one page shows; the counts speak of all. */
export const WAITING_SHOWN = 500;
const FLAGS_SHOWN = 100;
const MISSING_SHOWN = 20;
/** 丢失 is spoken of for so long, as in the facts of the law. */
const LOST_DAYS = 30;

/** 考勤设备 of a project under the reader's own scope; undefined when the project is not in sight. `now` is the product's. */
export async function devicesPage(
  tx: Tx,
  by: Sender,
  projectId: string,
  limitsOf: (regionCode: string) => DeviceLimits,
  now: Date,
): Promise<DevicesPage | undefined> {
  const [project] = await tx.query<{ region_code: string; name: string }>('select region_code, name from prevention.project where id = $1', [projectId]);
  if (project === undefined) return undefined;
  const limits = limitsOf(project.region_code);
  const [count] = await tx.query<{ waiting: number; manual: number; all: number }>(
    `select (select count(*)::int from prevention.punch_quarantine where project_id = $1 and state = 'waiting') as waiting,
       count(*) filter (where source = 'manual')::int as manual, count(*)::int as all
     from prevention.punch where project_id = $1 and month = date_trunc('month', $2::date)::date`,
    [projectId, punchMomentOf(now.getTime()).slice(0, 10)],
  );
  return {
    projectName: project.name,
    devices: await devicesOf(tx, projectId, limits, now),
    quarantine: await waitingOf(tx, by, projectId),
    waiting: count?.waiting ?? 0,
    flags: await flagsOf(tx, projectId),
    manual: { punches: count?.manual ?? 0, ofAll: count?.all ?? 0 },
    mayRegister: by.permissions.includes('import.records'),
  };
}

async function devicesOf(tx: Tx, projectId: string, limits: DeviceLimits, now: Date): Promise<readonly DeviceView[]> {
  const rows = await tx.query<{
    appid: string;
    serial_no: string;
    name: string;
    lat: number | null;
    lng: number | null;
    heard_at: Date | null;
    registered_at: Date;
    lost: number;
    offsets: number[];
    punches: string;
    announced: string;
    received: string;
    waiting: number;
    revoked: boolean;
    push: boolean;
  }>(
    `select d.appid, d.serial_no, d.name, d.lat, d.lng, d.heard_at, d.registered_at, d.offsets, d.punches, d.announced, d.received::text as received,
       (select count(*)::int from prevention.punch_quarantine q where q.project_id = d.project_id and q.appid = d.appid and q.state = 'waiting') as waiting,
       (select coalesce(sum(f.punches), 0)::int from prevention.device_flag f where f.appid = d.appid and f.kind = 'lost' and f.day > $2::date - ${LOST_DAYS} and f.day <= $2) as lost,
       prevention.device_is_revoked(d.appid) as revoked, prevention.device_is_pushing(d.appid) as push
     from prevention.device d where d.project_id = $1 order by d.registered_at, d.appid`,
    [projectId, punchMomentOf(now.getTime()).slice(0, 10)],
  );
  return rows.map((row) => {
    const offset = estimatedOffset(row.offsets);
    const missing = missingIn(readRanges(row.received), Number(row.announced));
    const missingCount = missing.reduce((sum, range) => sum + range.to - range.from + 1, 0);
    const standing = {
      heardMs: row.heard_at?.getTime() ?? null,
      registeredMs: row.registered_at.getTime(),
      offsetSeconds: offset,
      missingCount,
      lostCount: row.lost,
      isRevoked: row.revoked,
    };
    return {
      appid: row.appid,
      serialNo: row.serial_no,
      name: row.name,
      lat: row.lat,
      lng: row.lng,
      heardAt: row.heard_at?.toISOString() ?? null,
      offsetSeconds: offset,
      troubles: troublesOf(standing, limits, now.getTime()),
      punches: Number(row.punches),
      topCounter: Number(row.announced),
      missing: missing.slice(0, MISSING_SHOWN),
      missingCount,
      waiting: row.waiting,
      isRevoked: row.revoked,
      isPushOpen: row.push,
    };
  });
}

/** The name on the project's roster, else the machine's own number, else nobody we know. */
const WHO = (alias: string) =>
  `(select r.name || ' ' || r.identity_mask from prevention.roster_entry r where r.project_id = ${alias}.project_id and r.person_id = ${alias}.person_id and r.superseded_at is null limit 1)`;

async function waitingOf(tx: Tx, by: Sender, projectId: string): Promise<readonly QuarantineView[]> {
  const rows = await tx.query<{
    id: string;
    device: string | null;
    who: string | null;
    person: string;
    person_code: string | null;
    at: string;
    direction: QuarantineView['direction'];
    reasons: string[];
    received_at: Date;
    entered_by: string | null;
    entered_name: string | null;
    entered_why: string | null;
  }>(
    `select q.id, coalesce(d.name, q.device) as device, ${WHO('q')} as who, q.who as person, q.person_code, q.happened_at::text as at, q.direction, q.reasons, q.received_at, q.entered_by, q.entered_name, q.entered_why
     from prevention.punch_quarantine q left join prevention.device d on d.appid = q.appid
     where q.project_id = $1 and q.state = 'waiting' order by q.id desc limit ${WAITING_SHOWN}`,
    [projectId],
  );
  return rows.map((row) => {
    const may = mayDecide({ reasons: row.reasons, enteredBy: row.entered_by }, { accountId: by.accountId, isOfficial: by.enterpriseId === null });
    return {
      id: row.id,
      device: row.device ?? '',
      who: row.who ?? (row.person_code === null ? '不在花名册的人' : `工号 ${row.person_code}`),
      person: row.person,
      at: row.at,
      direction: row.direction,
      reasons: row.reasons.filter(isReason).map((reason) => ({ reason, ...REASONS[reason] })),
      personCode: row.person_code,
      receivedAt: row.received_at.toISOString(),
      enteredBy: row.entered_name,
      enteredWhy: row.entered_why,
      mayDecide: may.may,
      whyNot: may.why,
    };
  });
}

async function flagsOf(tx: Tx, projectId: string): Promise<readonly FlagView[]> {
  const rows = await tx.query<{
    id: string;
    device: string | null;
    kind: FlagKind;
    day: string;
    from_at: string;
    until_at: string;
    punches: number;
    who: string | null;
    person_id: string | null;
    detail: { readonly [key: string]: unknown };
  }>(
    `select f.id, d.name as device, f.kind, f.day, f.from_at::text as from_at, f.until_at::text as until_at, f.punches, ${WHO('f')} as who, f.person_id, f.detail
     from prevention.device_flag f left join prevention.device d on d.appid = f.appid where f.project_id = $1 order by f.day desc, f.id desc limit ${FLAGS_SHOWN}`,
    [projectId],
  );
  return rows.map((row) => ({
    id: row.id,
    device: row.device ?? '',
    kind: row.kind,
    name: FLAGS[row.kind].name,
    says: FLAGS[row.kind].says,
    day: row.day,
    from: row.from_at,
    until: row.until_at,
    punches: row.punches,
    who: row.person_id === null ? null : (row.who ?? '不在花名册的人'),
    words: wordsOf(row.kind, row.detail),
  }));
}

/** What was measured, in words. The other project of a trip is not named: its contractor is another's. */
function wordsOf(kind: FlagKind, detail: { readonly [key: string]: unknown }): string {
  const number = (key: string): number => Number(detail[key] ?? 0);
  switch (kind) {
    case 'late-upload':
      return `最久隔 ${number('hours')} 小时才上报`;
    case 'clock-skew':
      return number('seconds') > 0 ? `设备快 ${minutes(number('seconds'))}` : `设备慢 ${minutes(-number('seconds'))}`;
    case 'impossible-speed':
      return `与另一工地相距 ${(number('metres') / 1000).toFixed(1)} 公里，间隔 ${minutes(number('seconds'))}`;
    case 'burst':
      return '一分钟内超过界限';
    case 'constant-position':
      return `${number('people')} 人定位完全相同`;
    case 'lost':
      return `序号 ${number('from')} 至 ${number('to')}`;
  }
}

function minutes(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} 秒`;
  return seconds < 7_200 ? `${Math.round(seconds / 60)} 分钟` : `${Math.round(seconds / 360) / 10} 小时`;
}
