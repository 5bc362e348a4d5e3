import { createHash, createHmac } from 'node:crypto';
import type { Store, Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import { codeOf, DICTIONARIES, nationOf, ofTeam, type Payload, type Profile, sealed, STAGES } from '../domain/index.ts';
import { type HeldWorker, type Holding, holdingOf } from './holding.ts';
import { yuanOf } from './queries-of-people.ts';
import type { OpenTarget } from './targets.ts';

/** A message to be delivered: what it is about, and what it says. */
export interface Message {
  readonly method: string;
  readonly key: string;
  readonly payload: Payload;
}

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
    let queued = 0;
    for (const message of messages) queued += await queue(tx, vault, target.id, project.id, message);
    queued += await queuePunches(tx, vault, target.id, project, holding);
    await tx.query('update exchange.real_name_target_project set planned_at = now() where target_id = $1 and project_id = $2', [target.id, project.id]);
    return queued;
  });
  return told;
}

export async function queue(tx: Tx, vault: Vault, targetId: string, projectId: string, message: Message): Promise<number> {
  const text = JSON.stringify(message.payload);
  // Keyed, because a plain hash of a person's number can be guessed back.
  const digest = createHmac('sha256', vault.secret('real-name.digest')).update(text).digest();
  const method = await methodFor(tx, targetId, projectId, message, digest);
  if (method === null) return 0;
  const rows = await tx.query(
    `insert into exchange.real_name_delivery (target_id, project_id, method, stage, key, digest, payload_cipher) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (target_id, method, key, digest) do nothing returning id`,
    [targetId, projectId, method, STAGES[method] ?? 9, message.key, digest, vault.encrypt(text, payloadPlace(targetId, message.key))],
  );
  return rows.length;
}

/** Null: said already in these words, or something older about it is still on its way and must arrive first. */
async function methodFor(tx: Tx, targetId: string, projectId: string, { method, key }: Message, digest: Buffer): Promise<string | null> {
  const names = UPDATES[method] === undefined ? [method] : [method, UPDATES[method]];
  const before = await tx.query<{ state: string; digest: Buffer }>(
    'select state, digest from exchange.real_name_delivery where target_id = $1 and project_id = $2 and method = any($3) and key = $4 order by id',
    [targetId, projectId, names, key],
  );
  const last = before.at(-1);
  if (last === undefined) return method;
  if (last.digest.equals(digest) || OPEN.has(last.state)) return null;
  if (ONCE.has(method) && before.some((one) => one.state === 'done')) return null;
  const update = UPDATES[method];
  return update !== undefined && before.some((one) => one.state === 'done') ? update : method;
}

const OPEN: ReadonlySet<string> = new Set(['queued', 'sent', 'waiting', 'asking']);
const UPDATES: Readonly<Record<string, string>> = { 'ProjectWorker.Add': 'ProjectWorker.Update', 'ProjectSubContractor.Add': 'ProjectSubContractor.Update' };
/** A team is told once; its number is what everything else hangs on. */
const ONCE: ReadonlySet<string> = new Set(['Team.Add']);

export function payloadPlace(targetId: string, key: string): string {
  return `real-name.delivery:${targetId}:${key}`;
}

/** Stages 1 to 4: enterprises, the project, who takes part, teams. */
function aboutProject(holding: Holding, projectCode: string): readonly Message[] {
  const { project } = holding;
  const area = project.region_code.slice(0, 6).padEnd(6, '0');
  const corps = holding.parties
    .filter((party) => party.code !== null)
    .map(
      (party): Message => ({
        method: 'Corp.Upload',
        key: `corp:${party.code}`,
        payload: { areaCode: area, ...party.corp, corpCode: party.code, corpName: party.name },
      }),
    );
  const status = { building: '003', paused: '005', finished: '004' }[project.state] ?? '003';
  const projects: Message = {
    method: 'Project.PartUpdate',
    key: 'project',
    payload: { projectCode, name: project.name, prjStatus: status, startDate: project.started_on ?? '', completeDate: project.finish_due_on ?? '' },
  };
  const types = { owner: '008', supervisor: '007', subcontractor: '001', 'general-contractor': '009' } as const;
  const parties = holding.parties
    .filter((party) => party.part !== 'general-contractor')
    .map(
      (party): Message => ({
        method: 'ProjectSubContractor.Add',
        key: `party:${party.enterprise_id}:${party.part}`,
        payload: { projectCode, corpCode: party.code ?? '', corpName: party.name, corpType: party.corp_type ?? types[party.part] },
      }),
    );
  const teams = holding.teams.map(
    (team): Message => ({
      method: 'Team.Add',
      key: `team:${team.name}`,
      payload: { projectCode, corpCode: team.corp_code ?? '', corpName: team.corp_name, teamName: team.name },
    }),
  );
  return [...corps, projects, ...parties, ...teams];
}

/** Stages 5, 6, 7 and 9: the person, the stays, the contract, the pay. One message each, so that one fault stops one person. */
function aboutWorker(worker: HeldWorker, projectCode: string, profile: Profile): readonly Message[] {
  const who = { idCardType: '01', idCardNumber: sealed(worker.identity) };
  const corp = { corpCode: worker.corp_code ?? '', corpName: worker.corp_name };
  const { said } = worker;
  const person: Message = {
    method: 'ProjectWorker.Add',
    key: `worker:${worker.person_id}`,
    payload: {
      projectCode,
      ...corp,
      teamSysNo: ofTeam(worker.team),
      teamName: worker.team,
      workerList: [
        {
          ...Object.fromEntries(CARRIED.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]]))),
          workerName: worker.name,
          isTeamLeader: said['isTeamLeader'] ?? (worker.is_leader ? '1' : '0'),
          ...who,
          workType: said['workType'] ?? codeOf('workType', worker.job) ?? '1000',
          workRole: said['workRole'] ?? '20',
          nation: nationFor(profile, said['nation'] ?? ''),
          address: worker.hidden['address'] ?? '',
          headImage: worker.headImage ?? said['headImage'] ?? '',
          cellPhone: worker.phone ?? '',
          payRollBankCardNumber: worker.card === null ? '' : sealed(worker.card),
          payRollBankName: said['payRollBankName'] ?? worker.card_bank ?? '',
          payRollTopBankCode: said['payRollTopBankCode'] ?? bankCode(worker.card_bank) ?? '',
        },
      ],
    },
  };
  const stays = worker.stays.flatMap((stay): readonly Message[] => [
    entry(worker, projectCode, stay.entered_on, '1'),
    ...(stay.left_on === null ? [] : [entry(worker, projectCode, stay.left_on, '0')]),
    ...(stay.contract_from === null
      ? []
      : [
          {
            method: 'WorkerContract.Add',
            key: `contract:${worker.person_id}:${stay.contract_from}`,
            payload: {
              projectCode,
              contractList: [
                {
                  ...corp,
                  ...who,
                  contractPeriodType: stay.contract_until === null ? '1' : '0',
                  startDate: stay.contract_from,
                  endDate: stay.contract_until ?? '9999-12-31',
                },
              ],
            },
          },
        ]),
  ]);
  return [person, ...stays, ...worker.pay.map((line) => payMessage(worker, line, projectCode))];
}

const CARRIED = [
  'politicsType',
  'cultureLevelType',
  'grantOrg',
  'specialty',
  'maritalStatus',
  'hasBuyInsurance',
  'hasBadMedicalHistory',
  'startDate',
  'expiryDate',
  'workDate',
  'joinedTime',
];

function nationFor(profile: Profile, nation: string): string {
  return profile.nationAsCode ? (codeOf('nation', nationOf(nation)) ?? nation) : nation;
}

function entry(worker: HeldWorker, projectCode: string, date: string, type: '0' | '1'): Message {
  return {
    method: 'WorkerEntryExit.Add',
    key: `entry:${worker.person_id}:${date}:${type}`,
    payload: {
      projectCode,
      corpCode: worker.corp_code ?? '',
      corpName: worker.corp_name,
      teamSysNo: ofTeam(worker.team),
      workerList: [{ idCardType: '01', idCardNumber: sealed(worker.identity), date, type }],
    },
  };
}

/** `thirdPayRollCode` is the obligation's own name: by it the target is asked whether a line has arrived. */
export function payCode(projectId: string, personId: string, month: string, team: string, item: string): string {
  return `AX${projectId}-${personId}-${month.replace('-', '')}-${createHash('sha256').update(`${team}|${item}`).digest('hex').slice(0, 8)}`;
}

function payMessage(worker: HeldWorker, line: HeldWorker['pay'][number], projectCode: string): Message {
  const isBackPay = line.item !== 'wage';
  const code = payCode(line.project_id, worker.person_id, line.month, line.team, line.item);
  return {
    method: 'Payroll.Add',
    key: `pay:${code}`,
    payload: {
      projectCode,
      corpCode: worker.corp_code ?? '',
      corpName: worker.corp_name,
      teamSysNo: ofTeam(line.team === '' ? worker.team : line.team),
      payMonth: line.pay_month ?? line.month,
      detailList: [
        {
          idCardType: '01',
          idCardNumber: sealed(worker.identity),
          days: line.work_days === null ? '' : String(Math.round(Number(line.work_days))),
          payRollBankCardNumber: worker.card === null ? '' : sealed(worker.card),
          payRollBankCode: bankCode(line.card_bank ?? worker.card_bank) ?? '',
          payRollBankName: line.card_bank ?? worker.card_bank ?? '',
          payBankCardNumber: line.account_no === null ? '' : sealed(line.account_no),
          payBankCode: bankCode(line.account_bank) ?? '',
          payBankName: line.account_bank ?? '',
          totalPayAmount: yuanOf(line.due),
          actualAmount: yuanOf(line.net),
          isBackPay: isBackPay ? '1' : '0',
          balanceDate: line.pay_date ?? line.made_on,
          ...(isBackPay && { backPayMonth: line.month }),
          thirdPayRollCode: code,
        },
      ],
    },
  };
}

/** `工商银行高唐支行` → 102: by the longest name of the table that one holds of the other. */
function bankCode(name: string | null): string | null {
  if (name === null || name === '') return null;
  const plain = (text: string) => text.replace(/^中国/, '').replace(/股份有限公司|（.*?）|\(.*?\)/g, '');
  const found = [...DICTIONARIES.bank.words].filter(([, word]) => plain(name).includes(plain(word))).sort((a, b) => b[1].length - a[1].length);
  return found[0]?.[0] ?? null;
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
  const rows = await tx.query<{ person_id: string; at: string; direction: string; device: string; source: string }>(
    `with fresh as (
       select distinct on (k.person_id, k.happened_at) k.person_id, k.happened_at, k.direction, k.device, k.source from prevention.punch k
       where k.project_id = $2 and k.direction <> 'unknown' and k.person_id = any($3::bigint[])
         and not exists (select from exchange.real_name_sent_punch s where s.target_id = $1 and s.project_id = k.project_id and s.person_id = k.person_id and s.happened_at = k.happened_at)
       order by k.person_id, k.happened_at limit ${MOST_PUNCHES}
     ), kept as (insert into exchange.real_name_sent_punch select $1, $2, person_id, happened_at from fresh)
     select person_id, to_char(happened_at, 'YYYY-MM-DD HH24:MI:SS') as at, direction, device, source from fresh order by happened_at, person_id`,
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
          idCardType: '01',
          idCardNumber: sealed(workers.get(row.person_id)?.identity ?? ''),
          date: row.at,
          direction: row.direction === 'in' ? '01' : '02',
          attendType: row.source === 'gate' ? '001' : '011',
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
