import { readIdentityNumber } from '#kernel/identifiers/index.ts';
import type { Refusal } from '#kernel/result.ts';
import { record } from '#platform/audit/index.ts';
import type { Tx } from '#platform/db/index.ts';
import { maskIdentity, type Vault } from '#platform/vault/index.ts';
import type { Sender } from '#modules/prevention/imports/server/index.ts';
import { parsePunchMoment, type PunchDirection, type PunchMoment, punchMomentOf, type PunchSource } from '../domain/index.ts';

/** One punch as its sender gives it. */
export interface GivenPunch {
  /** `mask`: the number as lists show it, for the remark on somebody off the roster. */
  readonly who: { readonly identity: string } | { readonly personId: string; readonly mask?: string };
  /** China's wall clock, `YYYY-MM-DD HH:MM:SS`. */
  readonly at: string;
  readonly direction: PunchDirection;
  readonly device: string;
  readonly source: PunchSource;
}

/** What became of one punch; in the order given. */
export type PunchAnswer =
  /** `offRoster`: taken as evidence, 不在这个项目的花名册上. */
  | { readonly is: 'taken'; readonly personId: string; readonly offRoster: boolean }
  /** Held already, or given twice in this batch. */
  | { readonly is: 'repeated'; readonly personId: string }
  | { readonly is: 'refused'; readonly refusal: Refusal };

export interface PunchOrder {
  readonly by: Sender;
  readonly channel: 'real-name' | 'device' | 'open-api';
  /** Shown where a file has its name; one import a sender, project and day carries the punches. */
  readonly name: string;
  readonly projectId: string;
  /** The product's time now: the day of the import, and what no punch may lie beyond. */
  readonly now: Date;
}

export interface TakenPunches {
  readonly answers: readonly PunchAnswer[];
  /** Null when none was taken. */
  readonly importId: string | null;
  readonly taken: number;
}

/** A clock this far ahead is forgiven; later than that is a moment nobody has lived. Exactly this far is taken. */
const AHEAD_MINUTES = 10;
/** Partitions of the records begin here. */
const EARLIEST = '2023-01-01 00:00:00';
/** More remarks than this a day help nobody. */
const NAMED_OFF_ROSTER = 200;
/** A gate's workers are looked up once and not at each punch. Persons never go. */
const REMEMBERED_PERSONS = 200_000;

/** Numbers of persons by blind index in hexadecimal. One a process; whoever hands none is only slower. */
export type PersonMemory = Map<string, string>;

/**
 * Takes punches of one project straight into the records, inside the caller's transaction as app_ingest for that project; that
 * the sender may write there is the caller's to have asked. One statement for all of them; the same punch (person, second,
 * direction) twice is one. The summary of the months is brought up later (`settleAttendance`).
 *
 * Somebody who is not on the roster is evidence and not an error, as in files: taken, with one remark a person on the import.
 */
export async function takePunches(tx: Tx, vault: Vault, memory: PersonMemory, order: PunchOrder, punches: readonly GivenPunch[]): Promise<TakenPunches> {
  const read = punches.map((punch) => readPunch(vault, order.now, punch));
  const good = read.filter((one) => one.refusal === null);
  if (good.length === 0) return { answers: read.map((one) => ({ is: 'refused', refusal: one.refusal ?? UNREADABLE })), importId: null, taken: 0 };
  const importId = await dayImport(tx, order, punches.length);
  const persons = await personsOf(tx, vault, memory, new Map(good.filter((one) => one.personId === null).map((one) => [one.index, one.identity])));
  const idOf = (one: ReadPunch): string => one.personId ?? persons(one.index);
  const offRoster = await whoIsOffRoster(tx, order.projectId, [...new Set(good.map(idOf))]);
  await remarkOffRoster(tx, order, importId, offRoster, good, idOf);

  const rows = new Map<string, ReadPunch>();
  for (const one of good) {
    const key = keyOf(idOf(one), one.at, one.punch.direction);
    if (!rows.has(key)) rows.set(key, one);
  }
  const given = [...rows.values()];
  const written = await tx.prepared<{ person_id: string; happened_at: string; direction: string }>(
    'punches-take',
    `insert into prevention.punch (project_id, month, person_id, happened_at, direction, device, source, import_id)
     select $1, date_trunc('month', p.at)::date, p.person, p.at, p.direction, p.device, p.source, $2
     from unnest($3::bigint[], $4::timestamp[], $5::text[], $6::text[], $7::text[]) p(person, at, direction, device, source)
     order by 2, 3, 4, 5 on conflict do nothing returning person_id, happened_at, direction`,
    [
      order.projectId,
      importId,
      given.map(idOf),
      given.map((one) => one.at),
      given.map((one) => one.punch.direction),
      given.map((one) => one.punch.device),
      given.map((one) => one.punch.source),
    ],
  );
  await keepCounts(tx, order, importId, {
    written: written.map((row) => row.happened_at),
    given: given.map((one) => one.at),
    unchanged: good.length - written.length,
  });
  const isNew = new Set(written.map((row) => keyOf(row.person_id, row.happened_at, row.direction)));
  const answers = read.map((one): PunchAnswer => {
    if (one.refusal !== null) return { is: 'refused', refusal: one.refusal };
    const personId = idOf(one);
    const key = keyOf(personId, one.at, one.punch.direction);
    if (!isNew.delete(key)) return { is: 'repeated', personId };
    return { is: 'taken', personId, offRoster: offRoster.has(personId) };
  });
  return { answers, importId, taken: written.length };
}

interface ReadPunch {
  readonly punch: GivenPunch;
  readonly at: PunchMoment;
  /** Blind index of the identity number, in hexadecimal; '' where the person was given by number. */
  readonly index: string;
  readonly identity: string;
  readonly mask: string;
  readonly personId: string | null;
  readonly refusal: Refusal | null;
}

const UNREADABLE: Refusal = { code: 'punch-invalid', says: '打卡时间应为“年-月-日 时:分:秒”（中国时间）。请改正后重发。' };
const NO_PERSON: Refusal = { code: 'identity-invalid', says: '身份证号不对（长度、出生日期或校验码不符）。请核对设备里登记的人员信息后重发。' };
const TOO_EARLY: Refusal = { code: 'punch-too-early', says: '打卡时间早于 2023 年，系统没有那时的记录。请核对设备的时钟。' };
const AHEAD: Refusal = { code: 'punch-ahead', says: `打卡时间比现在晚 ${AHEAD_MINUTES} 分钟以上。请校准设备的时钟后重发。` };

function readPunch(vault: Vault, now: Date, punch: GivenPunch): ReadPunch {
  const at = parsePunchMoment(punch.at);
  const latest = punchMomentOf(now.getTime() + AHEAD_MINUTES * 60_000);
  const identity = 'identity' in punch.who ? readIdentityNumber(punch.who.identity) : null;
  const time = at === null ? UNREADABLE : at < EARLIEST ? TOO_EARLY : at > latest ? AHEAD : null;
  const refusal = identity?.ok === false ? NO_PERSON : time;
  const number = identity?.ok === true ? identity.number : '';
  return {
    punch,
    at: at ?? latest,
    identity: number,
    mask: 'personId' in punch.who ? (punch.who.mask ?? '') : maskIdentity(number),
    index: number === '' ? '' : vault.hex.identity(number),
    personId: 'personId' in punch.who ? punch.who.personId : null,
    refusal,
  };
}

function keyOf(personId: string, at: string, direction: string): string {
  return `${personId} ${at} ${direction}`;
}

/** The numbers of the persons with these identity numbers, which must be sound; as app_ingest. */
export async function findPersons(tx: Tx, vault: Vault, memory: PersonMemory, identities: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const indexOf = new Map(identities.map((identity) => [identity, vault.hex.identity(identity)]));
  const persons = await personsOf(tx, vault, memory, new Map([...indexOf].map(([identity, index]) => [index, identity])));
  return new Map([...indexOf].map(([identity, index]) => [identity, persons(index)]));
}

/** Finds the persons by blind index; whoever nobody has met becomes one, with the number encrypted. */
async function personsOf(tx: Tx, vault: Vault, memory: PersonMemory, identities: ReadonlyMap<string, string>): Promise<(index: string) => string> {
  if (memory.size > REMEMBERED_PERSONS) memory.clear();
  const missing = new Map([...identities].filter(([index]) => !memory.has(index)));
  const met = new Map<string, string>();
  async function find(): Promise<void> {
    const rows = await tx.prepared<{ id: string; identity_index: Buffer; settled: boolean }>(
      'punches-persons',
      'select id, identity_index, recorded_at < now() as settled from prevention.person where identity_index = any($1::bytea[])',
      [[...missing.keys()].map((index) => Buffer.from(index, 'hex'))],
    );
    for (const row of rows) {
      const index = row.identity_index.toString('hex');
      missing.delete(index);
      met.set(index, row.id);
      // Whom this very transaction has met is forgotten with it, should it fail.
      if (row.settled) memory.set(index, row.id);
    }
  }
  if (missing.size > 0) await find();
  if (missing.size > 0) {
    const fresh = [...missing].sort(([a], [b]) => (a < b ? -1 : 1));
    await tx.query(
      `insert into prevention.person (identity_index, identity_cipher, key_version) select i, c, $3 from unnest($1::bytea[], $2::bytea[]) p(i, c) on conflict (identity_index) do nothing`,
      [
        fresh.map(([index]) => Buffer.from(index, 'hex')),
        fresh.map(([index, identity]) => vault.encrypt(identity, `person.identity:${index}`)),
        vault.keyVersion,
      ],
    );
    await find();
  }
  return (index) => {
    const id = met.get(index) ?? memory.get(index);
    if (id === undefined) throw new Error('a person was neither found nor made');
    return id;
  };
}

async function whoIsOffRoster(tx: Tx, projectId: string, persons: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.prepared<{ id: string }>(
    'punches-off-roster',
    `select p.id from unnest($2::bigint[]) p(id)
     where not exists (select from prevention.roster_entry w where w.project_id = $1 and w.person_id = p.id and w.superseded_at is null)`,
    [projectId, persons],
  );
  return new Set(rows.map((row) => row.id));
}

/** One remark a person and day: on the first punch of theirs that the import carries. */
async function remarkOffRoster(
  tx: Tx,
  order: PunchOrder,
  importId: string,
  offRoster: ReadonlySet<string>,
  punches: readonly ReadPunch[],
  idOf: (one: ReadPunch) => string,
): Promise<void> {
  if (offRoster.size === 0) return;
  const [named] = await tx.query<{ remarks: number }>('select count(*)::int as remarks from exchange.cell_error where import_id = $1', [importId]);
  if ((named?.remarks ?? 0) >= NAMED_OFF_ROSTER) return;
  const masks = new Map(punches.map((one) => [idOf(one), one.mask]));
  const persons = [...offRoster];
  await tx.query(
    `insert into exchange.cell_error (import_id, row_no, column_no, heading, value, reason, cure, severity)
     select $1, $5 + p.place, -1, '人员', p.mask, '不在这个项目的花名册上', '已作为线索收下；请补登花名册（先签合同、实名登记再进场）。', 'warning'
     from unnest($3::bigint[], $4::text[]) with ordinality p(id, mask, place)
     where not exists (select from prevention.punch h where h.project_id = $2 and h.month = any($6::date[]) and h.person_id = p.id and h.import_id = $1)
     order by p.place limit $7`,
    [
      importId,
      order.projectId,
      persons,
      persons.map((id) => masks.get(id) ?? ''),
      named?.remarks ?? 0,
      [...new Set(punches.map((one) => `${one.at.slice(0, 7)}-01`))],
      NAMED_OFF_ROSTER - (named?.remarks ?? 0),
    ],
  );
}

/** The import of the sender's day at the project, made by its first batch; one that was undone is followed by another. */
async function dayImport(tx: Tx, order: PunchOrder, rows: number): Promise<string> {
  const { by, projectId } = order;
  const day = punchMomentOf(order.now.getTime()).slice(0, 10);
  const grow = async (): Promise<string | undefined> =>
    (
      await tx.prepared<{ id: string }>(
        'punches-day',
        `update exchange.import i set rows_read = rows_read + $4, changed_at = now() from exchange.day_import d
         where d.account_id = $1 and d.project_id = $2 and d.day = $3 and i.id = d.import_id and i.state = 'done' returning i.id`,
        [by.accountId, projectId, day, rows],
      )
    )[0]?.id;
  const open = await grow();
  if (open !== undefined) return open;
  await tx.query('select pg_advisory_xact_lock(7210006, hashtext($1))', [`${by.accountId} ${projectId}`]);
  const meanwhile = await grow();
  if (meanwhile !== undefined) return meanwhile;
  const [made] = await tx.query<{ id: string }>(
    `insert into exchange.import (channel, file_name, kind, state, account_id, account_name, account_role, region_code, enterprise_id, scope, project_id, projects, rows_read, progress, done_at, month)
     select $1, $2, 'attendance', 'done', $3, $4, $5, p.region_code, $6, $7, p.id, array[p.id], $9, 1, now(), null from prevention.project p where p.id = $8 returning id`,
    [order.channel, `${order.name} ${day}`, by.accountId, by.name, by.role, by.enterpriseId, JSON.stringify(by.scope), projectId, rows],
  );
  if (made === undefined) throw new Error('the project is not one of the transaction');
  await tx.query(
    `insert into exchange.day_import (account_id, project_id, day, import_id) values ($1, $2, $3, $4)
     on conflict (account_id, project_id, day) do update set import_id = excluded.import_id`,
    [by.accountId, projectId, day, made.id],
  );
  await record(tx, {
    by: { accountId: by.accountId, name: by.name, role: by.role },
    action: 'import.accepted',
    object: `import:${made.id}`,
    region: by.regionCode,
    detail: { kind: 'attendance', channel: order.channel, day },
  });
  return made.id;
}

/**
 * What follows from the punches written, in one statement: the months whose summary waits, what the import counts, and what the
 * feed speaks for, which is the days of the punches up to today.
 */
async function keepCounts(
  tx: Tx,
  order: PunchOrder,
  importId: string,
  counts: { readonly written: readonly string[]; readonly given: readonly string[]; readonly unchanged: number },
): Promise<void> {
  const today = punchMomentOf(order.now.getTime()).slice(0, 10);
  const days = counts.given.map((at) => at.slice(0, 10)).sort();
  await tx.prepared(
    'punches-counts',
    `with counted as (
       update exchange.import set added = added + $3, unchanged = unchanged + $4 where id = $2
     ), waiting as (
       insert into prevention.attendance_waiting (project_id, month) select $1, m from unnest($5::date[]) m
     )
     insert into prevention.coverage (project_id, feed, from_on, through_on, import_id)
     select $1, 'attendance', $6::date, least($7::date, $8::date), $2
     where $3 > 0 and $6::date <= $8::date and not exists (
       select from prevention.coverage c where c.project_id = $1 and c.import_id = $2 and c.undone_at is null and c.from_on <= $6::date and c.through_on >= least($7::date, $8::date))`,
    [
      order.projectId,
      importId,
      counts.written.length,
      counts.unchanged,
      [...new Set(counts.written.map((at) => `${at.slice(0, 7)}-01`))],
      days[0] ?? today,
      days.at(-1) ?? today,
      today,
    ],
  );
}
