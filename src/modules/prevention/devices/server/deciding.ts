import { readIdentityNumber } from '#kernel/identifiers/index.ts';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import { markDirty, markWaiting } from '#modules/prevention/facts/server/index.ts';
import type { Sender } from '#modules/prevention/imports/server/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Store, Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import { type PunchDirection, punchMomentOf, type PunchSource } from '../../attendance/domain/index.ts';
import { findPersons, takePunches } from '../../attendance/server/index.ts';
import { LIVE_MINUTES, mayDecide } from '../domain/index.ts';
import { act, NO_PROJECT } from './acts.ts';
import { keepApart } from './keep-apart.ts';
import { readMoment } from './message.ts';

export interface ManualEntry {
  readonly identity: string;
  readonly at: string;
  readonly direction: PunchDirection;
  readonly why: string;
}

/** 核实: what becomes of punches that wait for a person. */
export interface Deciding {
  /** 手工补录: waits until another person confirms it. */
  enter(by: Sender, projectId: string, entry: ManualEntry): Promise<Result<{ readonly id: string }>>;
  /** Takes waiting punches of one project into the records or leaves them out; either with a reason, and for good. All or none. */
  decide(by: Sender, ids: readonly string[], accept: boolean, reason: string): Promise<Result<{ readonly decided: number }>>;
  /** Takes flagged punches out of the records until somebody has looked into them. Answers how many. */
  setAside(by: Sender, flagId: string, reason: string): Promise<Result<{ readonly punches: number }>>;
}

const NOT_WAITING: Refusal = { code: 'punch-decided', says: '这条打卡已经有人核实过了。请刷新查看结果。' };
const NO_PUNCH: Refusal = { code: 'punch-not-found', says: '没有找到这条待核实的打卡，或不在您的管辖（参建）范围内。请刷新后重试。' };
const NO_REASON: Refusal = { code: 'bad-fields', says: '请写明理由（至少 2 个字），以便日后查核。' };

interface WaitingRow {
  readonly id: string;
  readonly project_id: string;
  readonly region_code: string;
  readonly person_id: string | null;
  readonly person_code: string | null;
  readonly at: string;
  readonly direction: PunchDirection;
  readonly device: string;
  readonly source: PunchSource;
  readonly reasons: string[];
  readonly entered_by: string | null;
  readonly lat: number | null;
  readonly lng: number | null;
}

export function deciding({ store, vault, clock }: { readonly store: Store; readonly vault: Vault; readonly clock: Clock }): Deciding {
  async function find(by: Sender, ids: readonly string[]): Promise<readonly WaitingRow[]> {
    return store.within(by.scope, (tx) =>
      tx.query<WaitingRow>(
        `select q.id, q.project_id, p.region_code, coalesce(q.person_id, c.person_id) as person_id, q.person_code, q.happened_at::text as at, q.direction, q.device, q.source, q.reasons, q.entered_by, q.lat, q.lng
         from prevention.punch_quarantine q join prevention.project p on p.id = q.project_id
         left join prevention.device_person c on c.project_id = q.project_id and c.code = q.person_code where q.id = any($1::bigint[]) order by q.id`,
        [ids],
      ),
    );
  }

  async function accept(tx: Tx, by: Sender, projectId: string, rows: readonly WaitingRow[]): Promise<Result<string | null>> {
    const unknown = rows.find((row) => row.person_id === null);
    if (unknown !== undefined) {
      return refuse({ code: 'code-not-found', says: `设备工号 ${unknown.person_code ?? ''} 还没有对应到人。请先登记工号对应的身份证号，再核实。` });
    }
    const taken = await takePunches(
      tx,
      vault,
      new Map(),
      { by, channel: 'device', name: '核实打卡', projectId, now: clock.now() },
      rows.map((row) => ({
        who: { personId: row.person_id ?? '' },
        at: row.at,
        direction: row.direction,
        device: row.device,
        source: row.reasons.includes('manual-entry') ? 'manual' : row.source,
      })),
    );
    const refused = taken.answers.find((answer) => answer.is === 'refused');
    if (refused !== undefined) return refuse(refused.refusal);
    const placed = rows.filter((row) => row.source === 'mobile' && row.lat !== null && row.lng !== null);
    await tx.query(
      `insert into prevention.punch_position (project_id, person_id, happened_at, direction, lat, lng)
       select $1, * from unnest($2::bigint[], $3::timestamp[], $4::text[], $5::float8[], $6::float8[]) on conflict do nothing`,
      [
        projectId,
        placed.map((row) => row.person_id),
        placed.map((row) => row.at),
        placed.map((row) => row.direction),
        placed.map((row) => row.lat),
        placed.map((row) => row.lng),
      ],
    );
    return ok(taken.importId);
  }

  return {
    async enter(by, projectId, entry) {
      if (entry.why.trim().length < 2) return refuse(NO_REASON);
      const identity = readIdentityNumber(entry.identity);
      if (!identity.ok) return refuse({ code: 'identity-invalid', says: '身份证号不对（长度、出生日期或校验码不符）。请核对后重填。' });
      const at = readMoment(entry.at);
      if (at === null) return refuse({ code: 'punch-invalid', says: '时间应为“年-月-日 时:分:秒”。请改正。' });
      if (at > punchMomentOf(clock.now().getTime())) return refuse({ code: 'punch-ahead', says: '不能补录将来的打卡。请核对时间。' });
      const [project] = await store.within(by.scope, (tx) =>
        tx.query<{ region_code: string }>('select region_code from prevention.project where id = $1', [projectId]),
      );
      if (project === undefined) return refuse(NO_PROJECT);
      return store.within({ role: 'app_ingest', projectIds: [projectId] }, async (tx) => {
        const persons = await findPersons(tx, vault, new Map(), [identity.number]);
        const personId = persons.get(identity.number) ?? null;
        const entered = [
          {
            projectId,
            appid: null,
            counter: null,
            personId,
            personCode: null,
            at,
            direction: entry.direction,
            device: '',
            source: 'manual',
            method: 'manual',
            position: null,
            photoHash: null,
            temperature: null,
            reasons: ['manual-entry'],
            enteredBy: { accountId: by.accountId, name: by.name, why: entry.why.trim().slice(0, 500) },
          },
        ] as const;
        const [isNew] = await keepApart(tx, entered, clock.now());
        if (isNew !== true) return refuse({ code: 'punch-entered', says: '这个人的这次打卡已经补录或在待核实中。请在列表里查看。' });
        const [row] = await tx.query<{ id: string }>(
          'select id from prevention.punch_quarantine where project_id = $1 and who = $2 and happened_at = $3 and direction = $4',
          [projectId, personId, at, entry.direction],
        );
        await act(tx, by, 'punch.entered', `punch-${row?.id ?? ''}`, project.region_code, { why: entry.why.trim().slice(0, 500) });
        return ok({ id: row?.id ?? '' });
      });
    },

    async decide(by, ids, isAccepted, reason) {
      if (reason.trim().length < 2) return refuse(NO_REASON);
      const rows = await find(by, ids);
      const [first] = rows;
      if (first === undefined || rows.length < new Set(ids).size || rows.some((row) => row.project_id !== first.project_id)) return refuse(NO_PUNCH);
      const decider = { accountId: by.accountId, isOfficial: by.enterpriseId === null };
      const shut = rows.map((row) => mayDecide({ reasons: row.reasons, enteredBy: row.entered_by }, decider)).find(({ may }) => !may);
      if (shut !== undefined) return refuse({ code: 'decision-not-allowed', says: shut.why });
      return store.within({ role: 'app_ingest', projectIds: [first.project_id] }, async (tx) => {
        const waiting = await tx.query("select from prevention.punch_quarantine where id = any($1::bigint[]) and state = 'waiting' for update", [ids]);
        if (waiting.length < rows.length) return refuse(NOT_WAITING);
        const taken = isAccepted ? await accept(tx, by, first.project_id, rows) : ok(null);
        if (!taken.ok) return taken;
        const said = reason.trim().slice(0, 500);
        await tx.query(
          'update prevention.punch_quarantine set state = $2, decided_by = $3, decided_name = $4, decided_at = $7, decision_reason = $5, import_id = $6 where id = any($1::bigint[])',
          [ids, isAccepted ? 'accepted' : 'rejected', by.accountId, by.name, said, taken.value, clock.now()],
        );
        await markDirty(tx, [{ projectId: first.project_id, month: null }], 'decision');
        for (const row of rows) await act(tx, by, isAccepted ? 'punch.accepted' : 'punch.rejected', `punch-${row.id}`, row.region_code, { reason: said });
        return ok({ decided: rows.length });
      });
    },

    async setAside(by, flagId, reason) {
      if (reason.trim().length < 2) return refuse(NO_REASON);
      if (by.enterpriseId !== null) return refuse({ code: 'decision-not-allowed', says: '搁置异常打卡由主管部门决定。' });
      const [flag] = await store.within(by.scope, (tx) =>
        tx.query<{ project_id: string; region_code: string }>(
          'select f.project_id, p.region_code from prevention.device_flag f join prevention.project p on p.id = f.project_id where f.id = $1',
          [flagId],
        ),
      );
      if (flag === undefined) return refuse({ code: 'flag-not-found', says: '没有找到这条标记，或不在您的管辖范围内。请刷新后重试。' });
      return store.within({ role: 'app_ingest', projectIds: [flag.project_id] }, async (tx) => {
        const moved = await moveAside(tx, flagId, by, reason.trim().slice(0, 500), clock.now());
        if (moved.months.length > 0) await markWaiting(tx, flag.project_id, moved.months);
        await act(tx, by, 'punch.set-aside', `flag-${flagId}`, flag.region_code, { reason: reason.trim().slice(0, 500), punches: moved.punches });
        return ok({ punches: moved.punches });
      });
    },
  };
}

/** Takes what waited for nothing but to know whom the machine means by its number; as app_ingest. Answers how many. */
export async function acceptCoded(
  tx: Tx,
  vault: Vault,
  by: Sender,
  project: { readonly id: string; readonly now: Date },
  code: string,
  personId: string,
): Promise<number> {
  const rows = await tx.query<{ id: string; at: string; direction: PunchDirection; device: string; source: PunchSource }>(
    `select id, happened_at::text as at, direction, device, source from prevention.punch_quarantine
     where project_id = $1 and person_code = $2 and state = 'waiting' and reasons = array['unknown-person'] order by id for update`,
    [project.id, code],
  );
  const order = { by, channel: 'device', name: '核实打卡', projectId: project.id, now: project.now } as const;
  const taken = await takePunches(
    tx,
    vault,
    new Map(),
    order,
    rows.map((row) => ({ who: { personId }, at: row.at, direction: row.direction, device: row.device, source: row.source })),
  );
  const accepted = rows.filter((_, at) => taken.answers[at]?.is !== 'refused').map((row) => row.id);
  await tx.query(
    `update prevention.punch_quarantine set state = 'accepted', person_id = $2, decided_by = $3, decided_name = $4, decided_at = $6, decision_reason = '工号已对应到人', import_id = $5
     where id = any($1::bigint[])`,
    [accepted, personId, by.accountId, by.name, taken.importId, project.now],
  );
  if (accepted.length > 0) await markDirty(tx, [{ projectId: project.id, month: null }], 'decision');
  return accepted.length;
}

/** The punches a flag speaks of go from the records to where punches wait; the import that brought them stays named. */
async function moveAside(
  tx: Tx,
  flagId: string,
  by: Sender,
  reason: string,
  now: Date,
): Promise<{ readonly punches: number; readonly months: readonly string[] }> {
  const moved = await tx.query<{ month: string }>(
    `with flag as (
       select f.*, d.serial_no from prevention.device_flag f join prevention.device d using (appid) where f.id = $1
     ), gone as (
       delete from prevention.punch p using flag f
       where p.project_id = f.project_id and p.month between date_trunc('month', f.from_at)::date and date_trunc('month', f.until_at)::date and p.device = f.serial_no
         and p.happened_at between f.from_at and f.until_at and (f.person_id is null or p.person_id = f.person_id)
         and (f.kind <> 'constant-position' or p.source = 'mobile')
         and (f.kind <> 'late-upload' or p.recorded_at at time zone 'Asia/Shanghai' - p.happened_at > interval '${LIVE_MINUTES} minutes')
       returning p.project_id, p.person_id, p.happened_at, p.direction, p.device, p.source, p.import_id, f.appid
     ), kept as (
       insert into prevention.punch_quarantine (project_id, appid, who, person_id, happened_at, direction, device, source, reasons, import_id, entered_name, entered_why, received_at)
       select g.project_id, g.appid, g.person_id::text, g.person_id, g.happened_at, g.direction, g.device, g.source, array['set-aside'], g.import_id, $2, $3, $4 from gone g
       on conflict (project_id, who, happened_at, direction) do update set state = 'waiting', reasons = array['set-aside'], decided_by = null, decided_name = null, decided_at = null, decision_reason = null,
         entered_name = excluded.entered_name, entered_why = excluded.entered_why, received_at = excluded.received_at
     )
     select to_char(happened_at, 'YYYY-MM') as month from gone`,
    [flagId, by.name, reason, now],
  );
  return { punches: moved.length, months: [...new Set(moved.map((row) => row.month))] };
}
