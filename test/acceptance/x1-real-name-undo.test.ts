import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settleAttendance } from '#modules/prevention/facts/server/index.ts';
import type { Imports } from '#modules/prevention/imports/server/index.ts';
import { fixedClock } from '#platform/clock.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import {
  type Client,
  clientOf,
  CONTRACTOR,
  createApp,
  identityOf,
  importsOf,
  LABOUR,
  layOutCounty,
  OFFICIAL,
  payLine,
  type Platform,
  PROJECT,
  startPlatform,
  workerOf,
} from '../support/real-name.ts';

const BY = { ...OFFICIAL, permissions: ['import.records', 'import.undo'] };
const CLOCK = fixedClock('2026-11-22', '10:30');

let db: FreshDatabase;
let platform: Platform;
let gate: Client;
let office: Client;
let company: Client;
let files: Imports;
let team = '';

beforeAll(async () => {
  db = await freshDatabase();
  await layOutCounty(db);
  for (const id of [1, 2])
    await db.owner('insert into prevention.project_version (project_id, version, record) select id, 1, to_jsonb(p) from prevention.project p where id = $1', [
      id,
    ]);
  platform = await startPlatform(db, CLOCK);
  gate = clientOf(platform.url, await createApp(platform, { appid: PROJECT }));
  office = clientOf(platform.url, await createApp(platform, { enterpriseId: null, projectId: null }));
  company = clientOf(platform.url, await createApp(platform, { projectId: null }));
  files = importsOf(db, platform, CLOCK);
}, 180_000);
afterAll(async () => {
  expect(platform.problems).toEqual([]);
  await files.close();
  await platform.stop();
  await db.drop();
});

/** Everything in force that a message can write, row by row; when it was written is not part of it. */
async function standing(): Promise<Readonly<Record<string, readonly string[]>>> {
  await settleAttendance(db.store);
  const found: Record<string, readonly string[]> = {};
  const inForce = 'where superseded_at is null';
  for (const [table, where] of [
    ['prevention.project', ''],
    ['prevention.project_party', ''],
    ['prevention.team', ''],
    ['prevention.real_name_project', ''],
    ['prevention.real_name_record', inForce],
    ['prevention.real_name_file', ''],
    ['prevention.roster_entry', inForce],
    ['prevention.payroll_line', inForce],
    ['prevention.punch', ''],
    ['prevention.attendance_month', ''],
    ['prevention.coverage', 'where undone_at is null'],
  ] as const) {
    const rows = await db.owner<{ row: string }>(`select (to_jsonb(t) - 'recorded_at' - 'computed_at')::text as row from ${table} t ${where} order by 1`);
    found[table] = rows.map((one) => one.row);
  }
  return found;
}

async function lastImport(): Promise<string> {
  const [row] = await db.owner<{ import_id: string }>(
    "select import_id from exchange.message where outcome = 'ok' and import_id is not null order by id desc limit 1",
  );
  return row?.import_id ?? '';
}

/** Sends, and answers the import that carries what came of it. */
async function send(client: Client, method: string, data: unknown): Promise<string> {
  expect(await client.settle(method, data)).toMatchObject({ code: '0', status: 20 });
  return lastImport();
}

const who = (order: number) => ({ idCardType: '01', idCardNumber: gate.aes(identityOf(order)) });
const ofTeam = () => ({ projectCode: PROJECT, ...LABOUR, teamSysNo: team });
const entries = (...list: readonly [order: number, date: string, type: 0 | 1][]) => ({
  ...ofTeam(),
  workerList: list.map(([order, date, type]) => ({ ...who(order), date, type })),
});
const punches = (...list: readonly [order: number, date: string][]) => ({
  projectCode: PROJECT,
  teamSysNo: team,
  dataList: list.map(([order, date]) => ({ ...who(order), date, direction: '01', attendType: '002' })),
});
const papers = [{ name: '进场.pdf', data: 'JVBERi0x' }];
const TRAINING = {
  projectCode: PROJECT,
  trainingDate: '2026-10-02',
  trainingDuration: 4,
  trainingName: '三级教育',
  trainingTypeCode: '003001',
  attachments: papers,
};

/** In the order a client reports them: each is taken back and reported again, and the next one builds on it. */
const STORY: readonly {
  readonly name: string;
  readonly method: string;
  readonly client?: () => Client;
  readonly data: () => unknown;
  readonly again?: false;
}[] = [
  { name: '参建单位', method: 'ProjectSubContractor.Add', data: () => ({ projectCode: PROJECT, ...LABOUR, corpType: '006', pmName: '王经理' }) },
  { name: '参建单位的变更', method: 'ProjectSubContractor.Update', data: () => ({ projectCode: PROJECT, ...LABOUR, corpType: '006', pmName: '孙经理' }) },
  {
    name: '班组',
    method: 'Team.Add',
    data: () => ({ projectCode: PROJECT, ...LABOUR, teamName: '钢筋一班', entryTime: '2026-09-30', entryAttachments: papers }),
  },
  { name: '班组改名', method: 'Team.Update', data: () => ({ projectCode: PROJECT, teamSysNo: team, teamName: '钢筋班' }) },
  { name: '工人', method: 'ProjectWorker.Add', data: () => ({ ...ofTeam(), teamName: '钢筋班', workerList: [0, 1, 2].map((order) => workerOf(gate, order)) }) },
  { name: '进场', method: 'WorkerEntryExit.Add', data: () => entries([0, '2026-10-01', 1], [1, '2026-10-01', 1]) },
  { name: '工人的变更', method: 'ProjectWorker.Update', data: () => ({ ...ofTeam(), workerList: [workerOf(gate, 0, { workType: '030' })] }) },
  {
    name: '合同',
    method: 'WorkerContract.Add',
    data: () => ({ projectCode: PROJECT, contractList: [{ ...LABOUR, ...who(0), contractPeriodType: 1, startDate: '2026-10-01', endDate: '2027-09-30' }] }),
  },
  {
    name: '培训',
    method: 'ProjectTraining.Add',
    data: () => ({ ...TRAINING, workers: [0, 1].map((order) => ({ ...who(order), isPass: 1, trainingScore: 90 })) }),
  },
  { name: '退场又进场，一条消息里', method: 'WorkerEntryExit.Add', data: () => entries([1, '2026-10-20', 0], [1, '2026-10-25', 1]) },
  { name: '考勤，连同由它推定的进场', method: 'WorkerAttendance.Add', data: () => punches([0, '2026-10-08 07:00:00'], [2, '2026-10-09 07:00:00']) },
  { name: '工资', method: 'Payroll.Add', data: () => ({ ...ofTeam(), payMonth: '2026-10', detailList: [payLine(gate, 0), payLine(gate, 1)] }) },
  { name: '工资的更正', method: 'Payroll.Add', data: () => ({ ...ofTeam(), payMonth: '2026-10', detailList: [payLine(gate, 1, { actualAmount: 7000 })] }) },
  {
    name: '项目的变更，主管部门报',
    method: 'Project.PartUpdate',
    client: () => office,
    data: () => ({ projectCode: PROJECT, prjStatus: '005', thirdPartyProjectCode: 'TP-7' }),
  },
  { name: '项目的变更，没有改动台账', method: 'Project.PartUpdate', client: () => gate, data: () => ({ projectCode: PROJECT, description: '说明' }) },
  {
    name: '新项目',
    method: 'Project.Add',
    client: () => company,
    data: () => ({
      contractorCorpCode: CONTRACTOR.corpCode,
      contractorCorpName: CONTRACTOR.corpName,
      name: '锦绣城二期',
      category: '01',
      areaCode: '371526',
      prjStatus: '003',
      thirdPartyProjectCode: 'TP-1',
      builderLicenses: [{ prjName: '锦绣城二期', builderLicenseNum: company.aes('371526202611010101') }],
    }),
  },
];

describe('撤销一次上报：各表回到上报以前的样子', () => {
  it.each(STORY)('$name（$method）', async ({ method, client = () => gate, data }) => {
    const before = await standing();
    const importId = await send(client(), method, data());
    const after = await standing();
    expect(after).not.toEqual(before);
    expect(await files.undo(BY, importId, '报错了')).toMatchObject({ ok: true, value: { state: 'undone' } });
    expect(await standing()).toEqual(before);
    // Undone once, and once only; and it can be said again.
    expect(await files.undo(BY, importId, '报错了')).toMatchObject({ ok: false });
    await send(client(), method, data());
    const [held] = await db.owner<{ no: string }>('select max(no)::text as no from prevention.team');
    team = held?.no ?? '';
  });

  it('没有一次上报停在半路上：重启时不会被当作没做完的文件', async () => {
    expect(await db.owner("select id, file_name from exchange.import where state in ('reading','importing')")).toEqual([]);
  });
});

describe('有别的记录建立在上面：拒绝，说明先撤销什么，什么都不变', () => {
  const importOf = async (method: string, order: 'asc' | 'desc' = 'desc') => {
    const [row] = await db.owner<{ id: string }>(`select id from exchange.import where file_name = $1 and state = 'done' order by id ${order} limit 1`, [
      method,
    ]);
    return row?.id ?? '';
  };
  it.each([
    { method: 'ProjectSubContractor.Add', order: 'desc', says: '其中 1 条之后又上报过。请先撤销后来的上报。' },
    { method: 'Team.Add', order: 'desc', says: '其中 1 条之后又上报过' },
    { method: 'ProjectWorker.Add', order: 'desc', says: '其中 1 条之后又上报过' },
    { method: 'ProjectWorker.Update', order: 'desc', says: '请先撤销' },
    { method: 'WorkerEntryExit.Add', order: 'asc', says: '请先撤销' },
    { method: 'Payroll.Add', order: 'asc', says: '其中 1 条之后又上报过' },
  ] as const)('$method：$says', async ({ method, order, says }) => {
    const before = await standing();
    expect(await files.undo(BY, await importOf(method, order), '报错了')).toMatchObject({
      ok: false,
      refusal: { code: 'import-built-on', says: expect.stringContaining(says) },
    });
    expect(await standing()).toEqual(before);
  });

  it('参建单位的变更可以撤销；参建单位本身有了班组，不能', async () => {
    expect(await files.undo(BY, await importOf('ProjectSubContractor.Update'), '报错了')).toMatchObject({ ok: true });
    expect(await files.undo(BY, await importOf('ProjectSubContractor.Add'), '报错了')).toMatchObject({
      ok: false,
      refusal: { code: 'import-built-on', says: expect.stringContaining('这家参建单位已经有班组或工人') },
    });
  });

  it('只登记过的工人，之后有了考勤：不能撤销登记；撤销考勤以后能', async () => {
    const added = await send(gate, 'ProjectWorker.Add', { ...ofTeam(), teamName: '钢筋班', workerList: [workerOf(gate, 9)] });
    const punched = await send(gate, 'WorkerAttendance.Add', punches([9, '2026-11-09 07:00:00']));
    expect(await files.undo(BY, added, '报错了')).toMatchObject({ ok: false, refusal: { says: expect.stringContaining('登记的工人之后又有') } });
    expect(await files.undo(BY, punched, '报错了')).toMatchObject({ ok: true });
    expect(await files.undo(BY, added, '报错了')).toMatchObject({ ok: true });
  });

  it('班组里有了工人：不能撤销；新项目有了班组：不能撤销', async () => {
    const made = await gate.settle('Team.Add', { projectCode: PROJECT, ...LABOUR, teamName: '木工班' });
    const added = await lastImport();
    const { teamSysNo } = JSON.parse(made.result) as { teamSysNo: number };
    const joined = await send(gate, 'ProjectWorker.Add', { ...ofTeam(), teamSysNo, teamName: '木工班', workerList: [workerOf(gate, 12)] });
    expect(await files.undo(BY, added, '报错了')).toMatchObject({ ok: false, refusal: { says: expect.stringContaining('这个班组里已经有工人或工资') } });
    expect(await files.undo(BY, joined, '报错了')).toMatchObject({ ok: true });
    expect(await files.undo(BY, added, '报错了')).toMatchObject({ ok: true });
    const filed = await importOf('Project.Add');
    const [project] = await db.owner<{ code: string }>("select code from prevention.real_name_project where third_party_code = 'TP-1'");
    await send(company, 'Team.Add', { projectCode: project?.code, ...CONTRACTOR, teamName: '自有班组' });
    expect(await files.undo(BY, filed, '报错了')).toMatchObject({ ok: false, refusal: { says: expect.stringContaining('这个新项目已经有班组') } });
  });

  it('推定的进场之后报了真的进场：考勤不能越过它撤销', async () => {
    await send(gate, 'ProjectWorker.Add', { ...ofTeam(), teamName: '钢筋班', workerList: [workerOf(gate, 20)] });
    const punched = await send(gate, 'WorkerAttendance.Add', punches([20, '2026-11-03 07:00:00']));
    const entered = await send(gate, 'WorkerEntryExit.Add', entries([20, '2026-11-02', 1]));
    const before = await standing();
    expect(await files.undo(BY, punched, '报错了')).toMatchObject({ ok: false, refusal: { code: 'import-built-on' } });
    expect(await standing()).toEqual(before);
    expect(await files.undo(BY, entered, '报错了')).toMatchObject({ ok: true });
    expect(await files.undo(BY, punched, '报错了')).toMatchObject({ ok: true });
  });

  it('辖区以外的人不能撤销', async () => {
    const neighbour = { ...BY, accountId: '2', regionCode: '371522', scope: { role: 'app_official', region: '371522', accountId: '2' } } as const;
    expect(await files.undo(neighbour, await importOf('Payroll.Add'), '报错了')).toMatchObject({ ok: false });
    expect(await files.undo({ ...BY, permissions: ['import.records'] }, await importOf('Payroll.Add'), '报错了')).toMatchObject({ ok: false });
  });
});
