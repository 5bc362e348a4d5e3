import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { civilDate, civilMonth } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import { fixedClock } from '#platform/clock.ts';
import { freshKeys, openVault } from '#platform/vault/index.ts';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/database.ts';
import { recordsIn } from '../../../../../test/support/records.ts';
import type { FlowRow, PayrollRow, RosterRow } from '../domain/index.ts';
import { type Intake, intake, imports, type Imports, type IntakeOrder, type Sender } from './index.ts';

let database: FreshDatabase;
let machine: Intake;
let files: Imports;

/** GB 11643 numbers of invented people. */
const LI = '371526199001011236';
const WU = '371526198805054519';
const OFFICIAL: Sender = {
  accountId: '1',
  name: '接口',
  role: 'app',
  regionCode: '371526',
  enterpriseId: null,
  scope: { role: 'app_official', region: '371526', accountId: '1' },
  permissions: ['import.records', 'import.undo'],
};
const ORDER: IntakeOrder = { channel: 'open-api', name: 'payrolls', allOrNothing: false, projectId: null };
const PROJECT = { name: '', code: 'P5', account: '' };

function payrollRow(change: Partial<PayrollRow> = {}): PayrollRow {
  return {
    no: 1,
    project: PROJECT,
    month: civilMonth('2026-09'),
    identity: LI,
    name: '李一',
    employer: null,
    team: '钢筋一班',
    item: 'wage',
    job: null,
    workDays: 20,
    dayRateFen: null,
    dueFen: fen(500_000),
    advanceFen: fen(0),
    withheldFen: fen(0),
    otherDeductionFen: fen(0),
    netFen: fen(500_000),
    overtimeFen: fen(0),
    bonusFen: fen(0),
    card: '6222020200112233446',
    cardBank: null,
    signed: true,
    madeOn: civilDate('2026-10-05'),
    payDate: null,
    ...change,
  };
}

function rosterRow(change: Partial<RosterRow> = {}): RosterRow {
  return {
    no: 1,
    project: PROJECT,
    identity: LI,
    name: '李一',
    bornOn: civilDate('1990-01-01'),
    isMale: true,
    phone: null,
    employer: null,
    team: '钢筋一班',
    job: '钢筋工',
    isLeader: false,
    enteredOn: civilDate('2026-08-01'),
    leftOn: null,
    contractNo: null,
    contractSignedOn: null,
    contractFrom: null,
    contractUntil: null,
    contractKind: null,
    trainedOn: null,
    payKind: null,
    payRateFen: null,
    card: '6222020200112233446',
    cardBank: null,
    cardHolder: null,
    ...change,
  };
}

beforeAll(async () => {
  database = await freshDatabase();
  const records = await recordsIn(database);
  await records.project(5);
  await records.project(6);
  const keys = freshKeys();
  const clock = fixedClock('2026-10-08');
  machine = intake({ store: database.store, clock, vault: openVault(keys) });
  files = imports({ store: database.store, clock, keys, connectionString: database.appUrl });
});
afterAll(async () => {
  await files.close();
  await database.drop();
});

async function taken(...args: Parameters<Intake['take']>) {
  const done = await machine.take(...args);
  if (!done.ok) throw new Error(done.refusal.says);
  return done.value;
}

describe('机器上报与文件落在同一处', () => {
  it('花名册、工资、流水：记录、证件密文、待算的月份都在；再报一次不再新增', async () => {
    const roster = await taken(OFFICIAL, ORDER, { kind: 'roster', rows: [rosterRow()] });
    expect(roster).toMatchObject({ added: 1, changed: 0, unchanged: 0, projects: ['5'], faults: [] });
    const payroll = { kind: 'payroll', rows: [payrollRow(), payrollRow({ no: 2, identity: WU, name: '吴二', card: null })] } as const;
    const first = await taken(OFFICIAL, ORDER, payroll);
    expect(first).toMatchObject({ added: 2, unchanged: 0 });
    // 吴二 is not on the roster: evidence, taken with a remark.
    expect(first.faults).toMatchObject([{ row: 2, severity: 'warning' }]);
    expect(await taken(OFFICIAL, ORDER, payroll)).toMatchObject({ added: 0, unchanged: 2 });
    const flow: FlowRow = {
      no: 1,
      project: { name: '', code: 'P5', account: '37001' },
      serialNo: 'S1',
      happenedOn: civilDate('2026-10-06'),
      happenedAt: null,
      direction: 'out',
      kind: 'wage',
      amountFen: fen(500_000),
      balanceFen: null,
      counterpartyName: '李一',
      counterpartyAccount: '6222020200112233446',
      payMonth: civilMonth('2026-09'),
      refundOfSerial: null,
      memo: '2026年9月工资',
    };
    expect(await taken(OFFICIAL, ORDER, { kind: 'flows', rows: [flow] })).toMatchObject({ added: 1 });
    const [owner] = await database.owner<{ same: boolean }>(
      'select f.person_id = r.person_id as same from prevention.account_flow f, prevention.roster_entry r where f.project_id = 5 and r.project_id = 5',
    );
    expect(owner?.same).toBe(true);
    expect(await database.owner("select from prevention.dirty where project_id = 5 and month = '2026-09-01'")).not.toHaveLength(0);
    expect(await database.owner('select from exchange.staged_payroll')).toHaveLength(0);
  });

  it('有错的行不取，其余照取；要求整批时一行也不取', async () => {
    const rows = [payrollRow({ month: civilMonth('2026-08') }), payrollRow({ no: 2, month: civilMonth('2026-08'), project: { ...PROJECT, code: '没有这个' } })];
    const whole = await taken(OFFICIAL, { ...ORDER, allOrNothing: true }, { kind: 'payroll', rows });
    expect(whole).toMatchObject({ importId: null, added: 0, faults: [{ row: 2, severity: 'error' }] });
    expect(await database.owner("select from prevention.payroll_line where month = '2026-08-01'")).toHaveLength(0);
    expect(await taken(OFFICIAL, ORDER, { kind: 'payroll', rows })).toMatchObject({ added: 1, faults: [{ row: 2 }] });
  });

  it('看不见的项目等于没有', async () => {
    const elsewhere: Sender = { ...OFFICIAL, regionCode: '371525', scope: { role: 'app_official', region: '371525', accountId: '1' } };
    expect(await taken(elsewhere, ORDER, { kind: 'payroll', rows: [payrollRow()] })).toMatchObject({ importId: null, projects: [], faults: [{ row: 1 }] });
  });

  it('没有上报权限的应用', async () => {
    expect(await machine.take({ ...OFFICIAL, permissions: [] }, ORDER, { kind: 'payroll', rows: [payrollRow()] })).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
  });

  it('同行的事务失败，什么也没有写下，也不留待办', async () => {
    const give = machine.take(OFFICIAL, ORDER, { kind: 'payroll', rows: [payrollRow({ month: civilMonth('2026-07') })] }, () =>
      Promise.reject(new Error('given up')),
    );
    await expect(give).rejects.toThrow('given up');
    expect(await database.owner("select from prevention.payroll_line where month = '2026-07-01'")).toHaveLength(0);
    expect(await database.owner("select from exchange.import where state in ('reading','importing','checked')")).toHaveLength(0);
  });

  it('与文件一样可以撤销；导入中心只列文件', async () => {
    const done = await taken(OFFICIAL, ORDER, { kind: 'payroll', rows: [payrollRow({ month: civilMonth('2026-06') })] });
    expect((await files.list(OFFICIAL, { page: 1 })).items).toHaveLength(0);
    expect(await files.undo(OFFICIAL, done.importId ?? '', '报错了月份')).toMatchObject({ ok: true, value: { state: 'undone' } });
    expect(await database.owner("select from prevention.payroll_line where month = '2026-06-01' and superseded_at is null")).toHaveLength(0);
    expect(await files.errorsWorkbook(OFFICIAL, done.importId ?? '')).toMatchObject({ ok: false });
  });
});
