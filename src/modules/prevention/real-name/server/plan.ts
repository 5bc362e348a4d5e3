import { createHash, createHmac } from 'node:crypto';
import type { Store, Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import { isObject, ofTeam, oneFile, type Payload, saidAgain, sealed, STAGES } from '../domain/index.ts';
import { type Holding, holdingOf } from './holding.ts';
import { aboutWorker } from './messages-of-people.ts';
import { aboutProject, fieldsOf, type Message } from './messages-of-project.ts';
import type { OpenTarget } from './targets.ts';

/**
 * Queues what the target has not been told yet. What was said in the same words before is not said again; a worker who
 * changed is an update, a payroll line that changed is a correction under its old number.
 */
export async function planProject(
  store: Store,
  vault: Vault,
  target: OpenTarget,
  project: { readonly id: string; readonly theirCode: string },
): Promise<number> {
  const holding = await holdingOf(store, vault, project.id);
  const messages = [
    ...aboutProject(holding, project.theirCode),
    ...holding.workers.flatMap((worker) => aboutWorker(worker, project.theirCode, target.profile)),
  ];
  const told = await store.within({ role: 'app_job' }, async (tx) => {
    await tx.query('select pg_advisory_xact_lock(7210013, ($1::bigint % 2147483647)::int)', [target.id]);
    await followNames(tx, target.id, project.id, holding);
    const told = await toldBefore(tx, target.id, project.id);
    let queued = 0;
    for (const message of messages) queued += await queue(tx, vault, target.id, project.id, message, told);
    queued += await queuePunches(tx, vault, target.id, project, holding);
    await tx.query('update exchange.real_name_target_project set planned_at = now() where target_id = $1 and project_id = $2', [target.id, project.id]);
    return queued;
  });
  return told;
}

interface Told {
  readonly method: string;
  readonly state: string;
  readonly digest: Buffer;
}

/** What was queued for the target, by what it is about, in the order it was. */
type Before = ReadonlyMap<string, readonly Told[]>;

async function toldBefore(tx: Tx, targetId: string, projectId: string): Promise<Before> {
  const rows = await tx.query<Told & { readonly key: string }>(
    "select method, state, digest, key from exchange.real_name_delivery where target_id = $1 and project_id = $2 and method <> 'WorkerAttendance.Add' order by id",
    [targetId, projectId],
  );
  const found = new Map<string, Told[]>();
  for (const row of rows) found.set(row.key, [...(found.get(row.key) ?? []), row]);
  return found;
}

/** A team that took another name keeps its number over there. */
async function followNames(tx: Tx, targetId: string, projectId: string, holding: Holding): Promise<void> {
  for (const { name, was } of holding.teams) {
    if (was.length === 0) continue;
    await tx.query(
      `update exchange.real_name_their_team t set team_name = $3 where target_id = $1 and project_id = $2 and team_name = any($4) and team_name <> $3
         and not exists (select from exchange.real_name_their_team o where o.target_id = $1 and o.project_id = $2 and o.team_name = $3)`,
      [targetId, projectId, name, was.filter((one) => !holding.teams.some((team) => team.name === one))],
    );
  }
}

/** The caller holds the planning lock, or what it queues has a name of its own. */
export async function queue(tx: Tx, vault: Vault, targetId: string, projectId: string, message: Message, before: Before = new Map()): Promise<number> {
  // Keyed, because a plain hash of a person's number can be guessed back.
  const digest = createHmac('sha256', vault.secret('real-name.digest')).update(JSON.stringify(message.payload, withoutTeam)).digest();
  const method = methodFor(message, digest, before.get(message.key) ?? []);
  if (method === null) return 0;
  const text = JSON.stringify(method === message.method || !isObject(message.payload) ? message.payload : { ...message.payload, ...message.updating });
  await tx.query(
    'insert into exchange.real_name_delivery (target_id, project_id, method, stage, key, digest, payload_cipher) values ($1, $2, $3, $4, $5, $6, $7)',
    [targetId, projectId, method, STAGES[method] ?? 9, message.key, digest, vault.encrypt(text, payloadPlace(targetId, message.key))],
  );
  return 1;
}

/** A team over there is a number of theirs: what it is called here says nothing new about stays and pay. */
function withoutTeam(name: string, value: unknown): unknown {
  return name === '$team' ? '' : value;
}

/** Null: said already in these words, or something older about it is still on its way and must arrive first. */
function methodFor({ method }: Message, digest: Buffer, before: readonly Told[]): string | null {
  const last = before.at(-1);
  if (last === undefined) return method;
  if (last.digest.equals(digest) || OPEN.has(last.state)) return null;
  const update = UPDATES[method];
  return update !== undefined && before.some((one) => one.state === 'done') ? update : method;
}

const OPEN: ReadonlySet<string> = new Set(['queued', 'sent', 'waiting', 'asking']);
const UPDATES: Readonly<Record<string, string>> = {
  'ProjectSubContractor.Add': 'ProjectSubContractor.Update',
  'Team.Add': 'Team.Update',
  'ProjectWorker.Add': 'ProjectWorker.Update',
};

export function payloadPlace(targetId: string, key: string): string {
  return `real-name.delivery:${targetId}:${key}`;
}

/** A message of attendance carries 20 punches of one team. */
const PUNCHES_A_MESSAGE = 20;
/** Of a backlog so many are queued at a time; the next plan goes on. */
const MOST_PUNCHES = 20_000;

async function queuePunches(
  tx: Tx,
  vault: Vault,
  targetId: string,
  project: { readonly id: string; readonly theirCode: string },
  holding: Holding,
): Promise<number> {
  const rows = await tx.query<{
    person_id: string;
    at: string;
    direction: string;
    device: string;
    source: string;
    said: Readonly<Record<string, string>> | null;
    image: string | null;
  }>(
    `with fresh as (
       select distinct on (k.person_id, k.happened_at) k.person_id, k.happened_at, k.direction, k.device, k.source from prevention.punch k
       where k.project_id = $2 and k.direction <> 'unknown' and k.person_id = any($3::bigint[])
         and not exists (select from exchange.real_name_sent_punch s where s.target_id = $1 and s.project_id = k.project_id and s.person_id = k.person_id and s.happened_at = k.happened_at)
       order by k.person_id, k.happened_at limit ${MOST_PUNCHES}
     ), kept as (insert into exchange.real_name_sent_punch select $1, $2, person_id, happened_at from fresh)
     select f.person_id, to_char(f.happened_at, 'YYYY-MM-DD HH24:MI:SS') as at, f.direction, f.device, f.source, d.record as said,
       (select max(i.id)::text from prevention.real_name_file i where i.project_id = $2 and i.kind = 'punch' and i.key = d.key and i.field = 'image') as image
     from fresh f left join prevention.real_name_record d on d.project_id = $2 and d.kind = 'punch' and d.superseded_at is null
       and d.key = f.person_id || ':' || to_char(f.happened_at, 'YYYY-MM-DD HH24:MI:SS')
     order by f.happened_at, f.person_id`,
    [targetId, project.id, holding.workers.map((worker) => worker.person_id)],
  );
  const workers = new Map(holding.workers.map((worker) => [worker.person_id, worker]));
  const byTeam = new Map<string, typeof rows>();
  for (const row of rows) {
    const team = workers.get(row.person_id)?.team ?? '';
    byTeam.set(team, [...(byTeam.get(team) ?? []), row]);
  }
  let queued = 0;
  for (const [team, punches] of byTeam) {
    for (let from = 0; from < punches.length; from += PUNCHES_A_MESSAGE) {
      const part = punches.slice(from, from + PUNCHES_A_MESSAGE);
      const dataList = part.map(
        (row): Payload => ({
          attendType: row.source === 'gate' ? '001' : '011',
          ...saidAgain(fieldsOf('WorkerAttendance.Add', 'dataList'), row.said ?? {}, {}),
          ...(row.image !== null && { image: oneFile(row.image) }),
          idCardType: '01',
          idCardNumber: sealed(workers.get(row.person_id)?.identity ?? ''),
          date: row.at,
          direction: row.direction === 'in' ? '01' : '02',
          ...(row.device !== '' && { channel: row.device.slice(0, 50) }),
        }),
      );
      const name = createHash('sha256')
        .update(part.map((row) => `${row.person_id}|${row.at}`).join(','))
        .digest('hex')
        .slice(0, 24);
      const payload: Payload = { projectCode: project.theirCode, teamSysNo: ofTeam(team), dataList };
      queued += await queue(tx, vault, targetId, project.id, { method: 'WorkerAttendance.Add', key: `punches:${name}`, payload });
    }
  }
  return queued;
}
