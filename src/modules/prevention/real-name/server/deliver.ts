import type { Integration } from '#modules/office/integration/server/index.ts';
import { type Clock, wallClock } from '#platform/clock.ts';
import type { Store, Tx } from '#platform/db/index.ts';
import type { Outbound } from '#platform/outbound/index.ts';
import { nextTry } from '#platform/outbox/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import {
  type DeliveryState,
  filesIn,
  filled,
  isObject,
  mayRepeat,
  MOST_POLLS,
  MOST_REFUSALS,
  type Payload,
  readResult,
  readVerdict,
  secondsToPoll,
} from '../domain/index.ts';
import { askTarget, requestBody, send } from './ask-target.ts';
import { hasArrived } from './arrived.ts';
import { encipher } from './cipher.ts';
import { payloadPlace, planProject, queue } from './plan.ts';
import { filesOf } from './store.ts';
import { type OpenTarget, openTarget } from './targets.ts';

export interface DeliveryDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly outbound: Outbound;
  readonly integration: Integration;
  /** Seconds are divided by this in tests, so that a day of waiting takes seconds. */
  readonly hurry?: number;
}

export interface Deliveries {
  /** Queues what the targets have not been told; answers how many messages. */
  plan(targetId?: string): Promise<number>;
  /** Sends, asks and settles what is due; answers whether there was something. */
  deliver(): Promise<boolean>;
}

export interface DueDelivery {
  readonly id: string;
  readonly target_id: string;
  readonly project_id: string;
  readonly method: string;
  readonly key: string;
  readonly payload_cipher: Buffer;
  readonly request_cipher: Buffer | null;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly polls: number;
  readonly serial: string | null;
  readonly sent_at: Date | null;
}

/** Taken at a time; each is one or two calls. */
const AT_ONCE = 20;
/** Whoever took a delivery and died with it has this long; then another takes it up where it stands. */
const LEASE_SECONDS = 120;
/** A target may take its time with what it accepted: only after this long is what it does not hold taken for not arrived. */
const SETTLED_MINUTES = 30;
/** A team's number is not known yet: looked for again so often. */
const WAIT_FOR_TEAM_SECONDS = 60;

/** 上报: what is recorded here is delivered to the systems above us, once, in the order they need, with a receipt. */
export function deliveries(deps: DeliveryDeps): Deliveries {
  const { store, clock, vault, outbound, integration } = deps;
  const seconds = (count: number): Date => new Date(Date.now() + (count * 1_000) / (deps.hurry ?? 1));
  const backOff = (failures: number): Date => {
    const at = nextTry(failures, new Date());
    return new Date(Date.now() + (at.getTime() - Date.now()) / (deps.hurry ?? 1));
  };
  const now = (): string => wallClock(clock.now());

  /**
   * The oldest due ones whose turn it is: nothing of an earlier stage of their project is on its way, and nothing earlier
   * about the same person: an exit follows the entry.
   */
  async function claim(): Promise<readonly DueDelivery[]> {
    const claimed = await store.within({ role: 'app_job' }, (tx) =>
      tx.query<DueDelivery>(
        `update exchange.real_name_delivery d set next_try_at = $1 where d.id in (
           select q.id from exchange.real_name_delivery q join exchange.real_name_target t on t.id = q.target_id and t.disabled_at is null
           where q.state in ('queued','sent','waiting','asking') and q.next_try_at <= now()
             and not exists (select from exchange.real_name_delivery e where e.target_id = q.target_id and e.project_id = q.project_id and e.state in ('queued','sent','waiting','asking')
               and (e.stage < q.stage or e.stage = q.stage and e.id < q.id and split_part(e.key, ':', 1) = split_part(q.key, ':', 1) and split_part(e.key, ':', 2) = split_part(q.key, ':', 2)))
           order by q.stage, q.id limit ${AT_ONCE} for update of q skip locked)
         returning id, target_id, project_id, method, key, payload_cipher, request_cipher, state, attempts, polls, serial, sent_at`,
        [seconds(LEASE_SECONDS * (deps.hurry ?? 1))],
      ),
    );
    return claimed.toSorted((a, b) => Number(BigInt(a.id) - BigInt(b.id)));
  }

  async function work(due: DueDelivery): Promise<void> {
    const target = await store.reading({ role: 'app_job' }, (tx) => openTarget(tx, vault, due.target_id));
    if (target === undefined) return;
    if (due.state === 'waiting') return poll(due, target);
    if (due.state === 'asking') return verify(due, target);
    if (due.state === 'sent' && due.sent_at !== null && !mayRepeat(wallClock(due.sent_at), wallClock(new Date()))) {
      return settle(due, { state: 'asking', next: seconds(0), says: '对方没有答复，正在核对是否已收' });
    }
    return transmit(due, target);
  }

  /** Sends for the first time, or the very same bytes again: a target that heard them once answers as it did then. */
  async function transmit(due: DueDelivery, target: OpenTarget): Promise<void> {
    const body = due.request_cipher === null ? await firstBody(due, target) : vault.decrypt(due.request_cipher, requestPlace(due.id));
    if (body === null) return settle(due, { state: 'queued', next: seconds(WAIT_FOR_TEAM_SECONDS), says: '等待对方给出班组编号；班组没有送达的，先处理班组' });
    const started = performance.now();
    const verdict = readVerdict(await send(outbound, target, body));
    const told = { tookMs: performance.now() - started, target: target.name };
    switch (verdict.is) {
      case 'accepted':
        await settle(due, { state: 'waiting', next: seconds(secondsToPoll(1)), serial: verdict.serial, code: '0', says: null });
        return note(due, target, 'ok', '0', null, told.tookMs);
      case 'answered':
        await settle(due, { state: 'done', code: '0', says: null, receipt: { result: '' } });
        return note(due, target, 'ok', '0', null, told.tookMs);
      case 'refused':
        if (await split(due, verdict.says)) return;
        await settle(due, { state: 'failed', code: verdict.code, says: verdict.says });
        return note(due, target, 'refused', verdict.code, verdict.says, told.tookMs);
      case 'later': {
        const gaveUp = verdict.code !== '' && verdict.code !== '-5' && due.attempts + 1 >= MOST_REFUSALS;
        await settle(due, {
          state: gaveUp ? 'failed' : 'queued',
          next: backOff(due.attempts + 1),
          code: verdict.code,
          says: verdict.says,
          attempts: due.attempts + 1,
          newEnvelope: true,
        });
        return note(due, target, 'failed', verdict.code, verdict.says, told.tookMs);
      }
      case 'unknown':
        await settle(due, { state: 'sent', next: backOff(due.attempts + 1), says: verdict.says, attempts: due.attempts + 1 });
        return note(due, target, 'unknown', '', verdict.says, told.tookMs);
    }
  }

  /** Kept before it goes out: whatever happens afterwards, the repeat is the same. Null while a team has no number there. */
  async function firstBody(due: DueDelivery, target: OpenTarget): Promise<string | null> {
    const payload: Payload = JSON.parse(vault.decrypt(due.payload_cipher, payloadPlace(due.target_id, due.key)));
    const ids = filesIn(payload);
    const files = ids.length === 0 ? new Map() : await store.reading({ role: 'app_vault' }, (tx) => filesOf(tx, vault, due.project_id, ids));
    return store.within({ role: 'app_job' }, async (tx) => {
      const teams = await tx.query<{ team_name: string; their_no: string }>(
        'select team_name, their_no from exchange.real_name_their_team where target_id = $1 and project_id = $2',
        [due.target_id, due.project_id],
      );
      const numbers = new Map(teams.map((team) => [team.team_name, team.their_no]));
      const data = filled(payload, {
        encipher: (text) => encipher(text, target.secret),
        teamNo: (name) => numbers.get(name) ?? null,
        file: (id) => files.get(id) ?? null,
      });
      if (data === undefined) return null;
      const body = requestBody(target, due.method, data, wallClock(new Date()));
      await tx.query("update exchange.real_name_delivery set state = 'sent', request_cipher = $2, sent_at = now(), serial = null where id = $1", [
        due.id,
        vault.encrypt(body, requestPlace(due.id)),
      ]);
      return body;
    });
  }

  async function poll(due: DueDelivery, target: OpenTarget): Promise<void> {
    const answer = await askTarget(outbound, target, 'AsyncHandleResult.Query', { requestSerialCode: due.serial }, wallClock(new Date()));
    const polls = due.polls + 1;
    if (answer.is === 'answered') {
      const result = readResult(answer.data);
      if (result.is === 'done')
        return settle(due, { state: 'done', code: '0', says: null, receipt: { serial: due.serial ?? '', result: result.result }, teamNo: result.teamNo });
      if (result.is === 'failed') {
        if (await split(due, result.says)) return;
        await settle(due, { state: 'failed', code: '10', says: result.says, receipt: { serial: due.serial ?? '' } });
        return note(due, target, 'refused', '10', result.says, 0);
      }
    }
    if (answer.is === 'refused' || polls >= MOST_POLLS)
      return settle(due, { state: 'asking', next: seconds(0), says: '对方查不到处理结果，正在核对是否已收', polls });
    return settle(due, {
      state: 'waiting',
      next: seconds(secondsToPoll(polls + 1)),
      says: answer.is === 'answered' ? '对方还在处理' : answer.is === 'accepted' ? null : answer.says,
      polls,
    });
  }

  /** Whether it arrived, nobody has said: the target is asked for the record itself, and only what is not there is sent again. */
  async function verify(due: DueDelivery, target: OpenTarget): Promise<void> {
    const payload: Payload = JSON.parse(vault.decrypt(due.payload_cipher, payloadPlace(due.target_id, due.key)));
    const arrived = await hasArrived(outbound, target, due.method, payload, () => wallClock(new Date()));
    if (arrived.is === 'there') return settle(due, { state: 'done', code: '0', says: null, receipt: { result: '查询核实已收' }, teamNo: arrived.teamNo });
    const age = due.sent_at === null ? Infinity : (Date.now() - due.sent_at.getTime()) / 60_000;
    if (arrived.is === 'not-there' && age < SETTLED_MINUTES) {
      return settle(due, { state: 'asking', next: seconds(600), says: '对方可能还在处理，过一会儿再核对；没有核对清楚前不会重发' });
    }
    if (arrived.is === 'not-there')
      return settle(due, { state: 'queued', next: seconds(0), says: '核对后对方没有收到，重新发送', attempts: due.attempts + 1, newEnvelope: true });
    return settle(due, {
      state: 'asking',
      next: backOff(due.attempts + 1),
      says: '对方没有答复查询，稍后再核对；没有核对清楚前不会重发',
      attempts: due.attempts + 1,
    });
  }

  /** One person the target does not know must not hold up the punches of the others: the message is told again person by person. */
  async function split(due: DueDelivery, says: string): Promise<boolean> {
    if (due.method !== 'WorkerAttendance.Add') return false;
    const payload: Payload = JSON.parse(vault.decrypt(due.payload_cipher, payloadPlace(due.target_id, due.key)));
    const parts = byPerson(payload);
    if (parts.length < 2) return false;
    await store.within({ role: 'app_job' }, async (tx) => {
      for (const [at, part] of parts.entries()) {
        await queue(tx, vault, due.target_id, due.project_id, { method: due.method, key: `${due.key}.${at}`, payload: part });
      }
    });
    await settle(due, { state: 'done', code: '0', says, receipt: { result: `其中有人对方不收，已按人拆成 ${parts.length} 条分别上报` } });
    return true;
  }

  interface Settled {
    readonly state: DeliveryState;
    readonly next?: Date;
    readonly serial?: string;
    readonly code?: string;
    readonly says: string | null;
    readonly attempts?: number;
    readonly polls?: number;
    readonly newEnvelope?: true;
    readonly receipt?: Readonly<Record<string, string>>;
    readonly teamNo?: string | null;
  }

  async function settle(due: DueDelivery, to: Settled): Promise<void> {
    await store.within({ role: 'app_job' }, async (tx) => {
      const isOver = to.state === 'done' || to.state === 'failed';
      await tx.query(
        `update exchange.real_name_delivery set state = $2, next_try_at = coalesce($3, next_try_at), serial = coalesce($4, serial), code = $5, says = $6, attempts = $7, polls = $8, receipt = coalesce($9, receipt),
           request_cipher = case when $10 then null else request_cipher end, settled_at = case when $11 then now() end where id = $1`,
        [
          due.id,
          to.state,
          to.next ?? null,
          to.serial ?? null,
          to.code ?? null,
          to.says,
          to.attempts ?? due.attempts,
          to.polls ?? due.polls,
          to.receipt === undefined ? null : JSON.stringify({ ...to.receipt, at: now() }),
          to.newEnvelope === true || isOver,
          isOver,
        ],
      );
      if (to.state === 'done' && due.method === 'Team.Add' && typeof to.teamNo === 'string') await keepTeam(tx, due, to.teamNo);
      if (to.state === 'done' && due.method.startsWith('ProjectWorker.')) await takeUpAgain(tx, due);
    });
  }

  /** A worker has arrived at last: what failed because nobody there knew the person is tried again, and of each thing only the last word. */
  async function takeUpAgain(tx: Tx, due: DueDelivery): Promise<void> {
    const person = due.key.slice(due.key.indexOf(':') + 1);
    await tx.query(
      `update exchange.real_name_delivery d set state = 'queued', request_cipher = null, next_try_at = now(), settled_at = null
       where target_id = $1 and project_id = $2 and state = 'failed' and (key like any($3) or method in ('WorkerAttendance.Add', 'ProjectTraining.Add'))
         and not exists (select from exchange.real_name_delivery n where n.target_id = d.target_id and n.project_id = d.project_id and n.key = d.key and n.id > d.id)`,
      [due.target_id, due.project_id, [`entry:${person}:%`, `contract:${person}:%`, `pay:AX${due.project_id}-${person}-%`]],
    );
  }

  async function keepTeam(tx: Tx, due: DueDelivery, teamNo: string): Promise<void> {
    const payload: unknown = JSON.parse(vault.decrypt(due.payload_cipher, payloadPlace(due.target_id, due.key)));
    const name = isObject(payload) ? payload['teamName'] : undefined;
    await tx.query(
      `insert into exchange.real_name_their_team (target_id, project_id, team_name, their_no) values ($1, $2, $3, $4)
       on conflict (target_id, project_id, team_name) do update set their_no = excluded.their_no`,
      [due.target_id, due.project_id, name, teamNo],
    );
  }

  async function note(
    due: DueDelivery,
    target: OpenTarget,
    outcome: 'ok' | 'refused' | 'failed' | 'unknown',
    code: string,
    cause: string | null,
    tookMs: number,
  ): Promise<void> {
    await integration.log({
      appid: null,
      target: target.name,
      channel: 'real-name',
      direction: 'out',
      method: due.method,
      outcome,
      code,
      ...(cause !== null && { cause }),
      ...(outcome === 'refused' && { cure: '请按对方的提示补齐或改正本系统里的记录；改正后会自动重新上报。' }),
      summary: { delivery: due.id, attempt: due.attempts + 1 },
      tookMs,
      records: outcome === 'ok' ? 1 : 0,
      projectId: due.project_id,
      regionCode: target.regionCode,
      enterpriseId: target.enterpriseId,
    });
  }

  return {
    async plan(targetId) {
      const wanted = await store.reading({ role: 'app_job' }, (tx) =>
        tx.query<{ target_id: string; project_id: string; their_code: string }>(
          `select p.target_id, p.project_id, p.their_code from exchange.real_name_target_project p join exchange.real_name_target t on t.id = p.target_id and t.disabled_at is null
           where $1::bigint is null or t.id = $1 order by p.planned_at nulls first, p.target_id, p.project_id`,
          [targetId ?? null],
        ),
      );
      let queued = 0;
      for (const one of wanted) {
        const target = await store.reading({ role: 'app_job' }, (tx) => openTarget(tx, vault, one.target_id));
        if (target !== undefined) queued += await planProject(store, vault, target, { id: one.project_id, theirCode: one.their_code });
      }
      return queued;
    },
    async deliver() {
      const due = await claim();
      for (const one of due) await work(one);
      return due.length > 0;
    },
  };
}

/** The message once for each of its persons. */
function byPerson(payload: Payload): readonly Payload[] {
  if (!isObject(payload)) return [];
  const { dataList } = payload;
  if (!Array.isArray(dataList)) return [];
  const found = new Map<string, Payload[]>();
  for (const punch of dataList) {
    const who = isObject(punch) ? JSON.stringify(punch['idCardNumber']) : '';
    found.set(who, [...(found.get(who) ?? []), punch]);
  }
  const { projectCode, teamSysNo } = payload;
  return [...found.values()].map((list): Payload => ({ projectCode: asPayload(projectCode), teamSysNo: asPayload(teamSysNo), dataList: list }));
}

function asPayload(value: unknown): Payload {
  return typeof value === 'string' || typeof value === 'number'
    ? value
    : isObject(value) && typeof value['$team'] === 'string'
      ? { $team: value['$team'] }
      : null;
}

function requestPlace(id: string): string {
  return `real-name.request:${id}`;
}
