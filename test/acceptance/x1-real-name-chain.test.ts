import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settleAttendance } from '#modules/prevention/facts/server/index.ts';
import { fixedClock } from '#platform/clock.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import {
  type Client,
  clientOf,
  createApp,
  identityOf,
  LABOUR,
  layOutCounty,
  OFFICIAL,
  payLine,
  type Platform,
  PROJECT,
  register,
  startPlatform,
  workerOf,
} from '../support/real-name.ts';

let db: FreshDatabase;
let platform: Platform;
let gate: Client;
let team: number;

beforeAll(async () => {
  db = await freshDatabase();
  await layOutCounty(db);
  platform = await startPlatform(db, fixedClock('2026-11-22', '10:30'));
  gate = clientOf(platform.url, await createApp(platform, { appid: PROJECT }));
  team = await register(gate, 7);
}, 180_000);
afterAll(async () => {
  expect(platform.problems).toEqual([]);
  await platform.stop();
  await db.drop();
});

const one = async (sql: string, values: readonly unknown[] = []) => (await db.owner<Record<string, unknown>>(sql, values))[0];
const count = async (from: string, values: readonly unknown[] = []) => Number((await one(`select count(*) as n from ${from}`, values))?.['n']);
const who = (order: number) => ({ idCardType: '01', idCardNumber: gate.aes(identityOf(order)) });
const entry = (order: number, date: string, type: 0 | 1) => ({ ...who(order), date, type });
const enter = (...workerList: unknown[]) => gate.settle('WorkerEntryExit.Add', { projectCode: PROJECT, ...LABOUR, teamSysNo: team, workerList });

describe('一项目一密钥的门禁，从建班组到发工资，一条链走完', () => {
  it('班组编号正好 10 位，立即查询就是 20', () => {
    expect(String(team)).toMatch(/^\d{10}$/);
    expect(team).toBeLessThan(2 ** 31);
  });

  it('工人：登记了还没进场，不在花名册上；身份证号和卡号只有密文', async () => {
    expect(await count('prevention.roster_entry')).toBe(0);
    const [record] = await db.owner<Record<string, unknown>>("select * from prevention.real_name_record where kind = 'worker' order by id limit 1");
    expect(record?.['record']).toMatchObject({ workerName: '工人0', workType: '020' });
    expect(JSON.stringify(record)).not.toContain(identityOf(0));
    expect(await count("prevention.real_name_file where kind = 'worker' and field = 'headImage'")).toBe(7);
  });

  it('进场：一段在场成为花名册的一行，单位、班组、工种、工资卡随登记', async () => {
    expect(await enter(...Array.from({ length: 6 }, (_, order) => entry(order, '2026-10-01', 1)))).toMatchObject({ code: '0', status: 20 });
    expect(
      await one(
        'select r.*, e.name as employer from prevention.roster_entry r join prevention.enterprise e on e.id = r.employer_enterprise_id where r.name = $1',
        ['工人3'],
      ),
    ).toMatchObject({
      employer: LABOUR.corpName,
      team: '钢筋一班',
      job: '钢筋工',
      entered_on: expect.anything(),
      left_on: null,
      identity_mask: `37${'*'.repeat(13)}${identityOf(3).slice(-3)}`,
    });
  });

  it('合同和培训写到在场那一行', async () => {
    const contractList = [{ ...LABOUR, ...who(0), contractPeriodType: 1, startDate: '2026-10-01', endDate: '2027-09-30', unit: '81', unitPrice: 45.5 }];
    expect(await gate.settle('WorkerContract.Add', { projectCode: PROJECT, contractList })).toMatchObject({ status: 20 });
    const workers = [
      { ...who(0), isPass: 1, trainingScore: 92.5 },
      { ...who(1), isPass: 0 },
    ];
    expect(
      await gate.settle('ProjectTraining.Add', {
        projectCode: PROJECT,
        trainingDate: '2026-10-02',
        trainingDuration: '4',
        trainingName: '三级安全教育',
        trainingTypeCode: '003001',
        trainingAddres: '项目部',
        workers,
      }),
    ).toMatchObject({ status: 20 });
    expect(
      await one(
        "select contract_kind, contract_from::text, contract_until::text, pay_kind, pay_rate_fen, trained_on::text from prevention.roster_entry where name = '工人0' and superseded_at is null",
      ),
    ).toEqual({
      contract_kind: 'labour-contract',
      contract_from: '2026-10-01',
      contract_until: '2027-09-30',
      pay_kind: 'piece',
      pay_rate_fen: '4550',
      trained_on: '2026-10-02',
    });
    expect(await one("select trained_on from prevention.roster_entry where name = '工人1' and superseded_at is null")).toEqual({ trained_on: null });
    expect(await count("prevention.roster_entry where name = '工人0'")).toBe(3);
  });

  it('考勤：补传照收，重复的一次只算一次；没报进场的按第一次考勤进场并标明', async () => {
    const dataList = [
      { ...who(0), date: '2026-10-08 07:02:04', direction: '01', attendType: '001' },
      { ...who(0), date: '2026-10-08 17:32:04.123', direction: '02', attendType: '009', lng: 116.23, lat: 36.86 },
      { ...who(6), date: '2026-10-09 07:00:00', direction: '01', attendType: '001' },
    ];
    expect(await gate.settle('WorkerAttendance.Add', { projectCode: PROJECT, teamSysNo: String(team), dataList })).toMatchObject({ status: 20 });
    expect(await gate.settle('WorkerAttendance.Add', { projectCode: PROJECT, teamSysNo: team, dataList })).toMatchObject({ status: 20 });
    expect(await count('prevention.punch')).toBe(3);
    expect(await one("select entered_on::text from prevention.roster_entry where name = '工人6'")).toEqual({ entered_on: '2026-10-09' });
    expect(await one("select record ->> 'implied' as implied from prevention.real_name_record where kind = 'entry' and happened_on = '2026-10-09'")).toEqual({
      implied: '1',
    });
    const earlier = [{ ...who(6), date: '2026-10-05 07:00:00', direction: '01', attendType: '001' }];
    expect(await gate.settle('WorkerAttendance.Add', { projectCode: PROJECT, teamSysNo: team, dataList: earlier })).toMatchObject({ status: 20 });
    expect(await one("select entered_on::text from prevention.roster_entry where name = '工人6' and superseded_at is null")).toEqual({
      entered_on: '2026-10-05',
    });
    await settleAttendance(db.store);
    expect(
      await one(
        "select attended_days from prevention.attendance_month a join prevention.roster_entry r using (project_id, person_id) where r.name = '工人6' and r.superseded_at is null",
      ),
    ).toEqual({
      attended_days: 2,
    });
    expect(await gate.call('WorkerAttendance.Query', { projectCode: PROJECT, date: '2026-10-08' })).toMatchObject({
      code: '0',
      data: {
        totalCount: 2,
        rows: [
          { direction: '01', attendType: '001', idCardNumber: gate.aes(identityOf(0)) },
          { direction: '02', attendType: '009', lng: '116.23', teamSysNo: team },
        ],
      },
    });
  });

  it('工资：金额逐位读，补发落在所补的月份，实发多于应发照收并提醒', async () => {
    const detailList = [
      payLine(gate, 0, { totalPayAmount: '7800.10', actualAmount: 7800.1 }),
      payLine(gate, 1, { totalPayAmount: 5000, actualAmount: '5200.5' }),
      payLine(gate, 2, { isBackPay: '1', backPayMonth: '2026-08', totalPayAmount: '300', actualAmount: '300' }),
    ];
    const done = await gate.settle('Payroll.Add', { projectCode: PROJECT, ...LABOUR, teamSysNo: team, PayMonth: '2026-10', detailList });
    expect(done).toMatchObject({ code: '0', status: 20 });
    expect(JSON.parse(done.result)).toEqual([{ payrollCode: expect.stringMatching(/^202610\d{8}$/) }]);
    expect(
      await db.owner(
        "select name, to_char(month, 'YYYY-MM') as month, item, due_fen, net_fen, team, pay_date::text from prevention.payroll_line where superseded_at is null order by name",
      ),
    ).toEqual([
      { name: '工人0', month: '2026-10', item: 'wage', due_fen: '780010', net_fen: '780010', team: '钢筋一班', pay_date: '2026-11-15' },
      { name: '工人1', month: '2026-10', item: 'wage', due_fen: '500000', net_fen: '520050', team: '钢筋一班', pay_date: '2026-11-15' },
      { name: '工人2', month: '2026-08', item: '补发（2026-10发放）', due_fen: '30000', net_fen: '30000', team: '钢筋一班', pay_date: '2026-11-15' },
    ]);
    expect(await one("select cause from exchange.message where method = 'Payroll.Add' and outcome = 'ok' order by id desc limit 1")).toEqual({
      cause: '1 人实发大于应发，已收；请核对是否含奖金或补发',
    });
    const asked = await gate.call('Payroll.Query', { projectCode: PROJECT, payMonth: '2026-10-01', ...LABOUR });
    expect(asked.data['detailList']).toMatchObject([
      { workerName: '工人0', totalPayAmount: '7800.10', isBackPay: '0', thirdPayRollCode: 'T0', payBankCardNumber: gate.aes('15001234567890') },
      { workerName: '工人1', actualAmount: '5200.50' },
      { workerName: '工人2', isBackPay: '1', backPayMonth: '2026-08' },
    ]);
  });

  it('查询：分页从 0 起、最多 50 行，号码按密文返回', async () => {
    expect(await gate.call('ProjectWorker.Query', { projectCode: PROJECT, pageIndex: '1', pageSize: 5 })).toMatchObject({
      data: { pageIndex: 1, pageSize: 5, totalCount: 7, rows: [{ workerName: '工人5' }, { workerName: '工人6', hasContract: '0' }] },
    });
    expect(await gate.call('ProjectWorker.Query', { projectCode: PROJECT, pageSize: 5000, ...who(3) })).toMatchObject({
      data: { pageSize: 50, totalCount: 1, rows: [{ workerName: '工人3', teamSysNo: team, corpCode: LABOUR.corpCode, idCardNumber: gate.aes(identityOf(3)) }] },
    });
    expect(await gate.call('Team.Query', { projectCode: PROJECT })).toMatchObject({
      data: { totalCount: 1, rows: [{ teamSysNo: team, teamName: '钢筋一班', corpName: LABOUR.corpName }] },
    });
    expect(await gate.call('ProjectSubContractor.Query', { projectCode: PROJECT })).toMatchObject({ data: { totalCount: 2 } });
    expect(await gate.call('Project.Query', { projectCode: PROJECT, contractorCorpCode: '', contractorCorpName: '' })).toMatchObject({
      data: { totalCount: 1, rows: [{ projectCode: PROJECT, name: '项目1', prjStatus: '003' }] },
    });
    expect(await gate.call('WorkerEntryExit.Query', { projectCode: PROJECT, ...who(0) })).toMatchObject({
      data: { rows: [{ date: '2026-10-01', type: '1' }] },
    });
    expect(await gate.call('WorkerContract.Query', { projectCode: PROJECT, ...who(0) })).toMatchObject({
      data: { rows: [{ startDate: '2026-10-01', unitPrice: '45.5' }] },
    });
    expect(await gate.call('ProjectTraining.Query', { projectCode: PROJECT })).toMatchObject({
      data: { rows: [{ trainingName: '三级安全教育', workers: [{ isPass: '1', trainingScore: '92.5' }, { isPass: '0' }] }] },
    });
    expect(await gate.call('Worker.Query', who(0))).toMatchObject({ data: { name: '工人0', gender: '2', cellPhone: '13810000000', birthPlaceCode: '371526' } });
    for (const method of ['CorpBlackList.Query', 'WorkerGoodRecord.Query', 'CorpCredential.Query'])
      expect(await gate.call(method, {})).toMatchObject({ data: { totalCount: 0, rows: [] } });
    expect(await gate.call('CheckSign.Query', {}, { version: '1.1' })).toMatchObject({ code: '0' });
  });
});

describe('重复与先后', () => {
  it('重复的工人：状态 10，原文的样子，号码遮盖；整批都不写', async () => {
    const workerList = [workerOf(gate, 0), workerOf(gate, 50), workerOf(gate, 1)];
    const again = await gate.settle('ProjectWorker.Add', { projectCode: PROJECT, ...LABOUR, teamSysNo: team, teamName: '钢筋一班', workerList });
    const shown = (order: number) => `${identityOf(order).slice(0, 4)}**********${identityOf(order).slice(-4)}`;
    expect(again).toMatchObject({ code: '0', status: 10, result: `项目中已存在身份证为：${shown(0)}的工人!\r\n项目中已存在身份证为：${shown(1)}的工人!` });
    expect(await count("prevention.real_name_record where kind = 'worker' and superseded_at is null")).toBe(7);
  });

  it('重复的班组：冒号后面正好是原来的 10 位编号', async () => {
    const again = await gate.settle('Team.Add', { projectCode: PROJECT, ...LABOUR, teamName: '钢筋一班' });
    expect(again.status).toBe(10);
    expect(again.result.slice(again.result.lastIndexOf(':') + 1).slice(0, 10)).toBe(String(team));
    expect(again.result).toMatch(/^班组已存在.*已存在班组编号为:\d{10}$/);
  });

  it('同一项目同一参建单位再报一次', async () => {
    expect(await gate.settle('ProjectSubContractor.Add', { projectCode: PROJECT, ...LABOUR, corpType: '006' })).toMatchObject({
      status: 10,
      result: '参建单位已存在',
    });
  });

  it.each([
    { name: '进场早于上次退场', list: () => [entry(4, '2026-10-20', 0), entry(4, '2026-10-15', 1)], says: '[workerList][1][date]不能小于历史进退场时间!' },
    { name: '退场早于进场', list: () => [entry(4, '2026-09-20', 0)], says: '[workerList][0][date]不能小于历史进退场时间!' },
    { name: '日期在明天', list: () => [entry(4, '2026-11-23', 0)], says: '[workerList][0][date]不能大于当天!' },
    { name: '方向是考勤的代码', list: () => [{ ...entry(4, '2026-10-20', 0), type: '02' }], says: '[workerList][0][type]值不正确，请参见[进退场类型]字典' },
  ])('进退场：$name，整批不写', async ({ list, says }) => {
    expect(await enter(...list())).toMatchObject({ code: '-1', message: says });
    expect(await one("select left_on from prevention.roster_entry where name = '工人4' and superseded_at is null")).toEqual({ left_on: null });
  });

  it('退场再进场：两段在场，考勤和工资各归各', async () => {
    expect(await enter(entry(5, '2026-10-20', 0))).toMatchObject({ status: 20 });
    expect(await enter(entry(5, '2026-11-02', 1))).toMatchObject({ status: 20 });
    expect(
      await db.owner("select entered_on::text, left_on::text from prevention.roster_entry where name = '工人5' and superseded_at is null order by 1"),
    ).toEqual([
      { entered_on: '2026-10-01', left_on: '2026-10-20' },
      { entered_on: '2026-11-02', left_on: null },
    ]);
  });

  it('工资：有没登记的人，整批不写，号码遮盖', async () => {
    const before = await count('prevention.payroll_line');
    const done = await gate.settle('Payroll.Add', {
      projectCode: PROJECT,
      ...LABOUR,
      teamSysNo: team,
      payMonth: '2026-10',
      detailList: [payLine(gate, 3), payLine(gate, 60)],
    });
    expect(done.status).toBe(10);
    expect(done.result).toMatch(/^没有找到证件类型为01,证件号码为3715\*{10}\d{3}[\dX]的工人信息,不允许上传该工人的工资发放信息!$/);
    expect(await count('prevention.payroll_line')).toBe(before);
  });

  it('没成的上报，补登记以后由我方重放，不用对方再发（对接管理）', async () => {
    const late = 61;
    const payroll = { projectCode: PROJECT, ...LABOUR, teamSysNo: team, payMonth: '2026-10', detailList: [payLine(gate, late)] };
    expect(await gate.settle('Payroll.Add', payroll)).toMatchObject({ status: 10 });
    const [message] = await db.owner<{ id: string; appid: string }>(
      "select id, appid from exchange.message where method = 'Payroll.Add' and outcome = 'refused' order by id desc limit 1",
    );
    const app = await platform.integration.findApp(message?.appid ?? '');
    const body = await platform.integration.bodyOf(
      {
        accountId: '1',
        name: '队长',
        role: 'inspection-chief',
        regionCode: '371526',
        enterpriseId: null,
        scope: { role: 'app_official', region: '371526', accountId: '1' },
      },
      message?.id ?? '',
    );
    if (app === undefined || !body.ok) throw new Error('the message is not there');
    const logged = await count('exchange.message');
    expect(await platform.service.replay(app, { body: body.value })).toMatchObject({
      ok: false,
      refusal: { says: expect.stringContaining('没有找到证件类型为01') },
    });
    // Whoever asked writes it down; the channel does not write a second line.
    expect(await count('exchange.message')).toBe(logged);
    const before = await count('prevention.payroll_line');
    await gate.settle('ProjectWorker.Add', { projectCode: PROJECT, ...LABOUR, teamSysNo: team, teamName: '钢筋一班', workerList: [workerOf(gate, late)] });
    expect(await platform.service.replay(app, { body: body.value })).toMatchObject({ ok: true });
    expect(await count('prevention.payroll_line')).toBe(before + 1);
    // Once more is a correction that changes nothing.
    expect(await platform.service.replay(app, { body: body.value })).toMatchObject({ ok: true });
    expect(await count('prevention.payroll_line')).toBe(before + 1);
    expect(await platform.service.replay(app, { body: JSON.stringify({ method: 'Team.Query', data: '{}' }) })).toMatchObject({ ok: false });
  });

  it.each([
    { name: '补发没写月份', more: { isBackPay: 1 }, says: '[detailList][0][backPayMonth]不能为空!' },
    { name: '发放日期在明天', more: { balanceDate: '2026-11-23' }, says: '[detailList][0][balanceDate]发放日期不能大于今天' },
    { name: '金额有三位小数', more: { actualAmount: '1.005' }, says: '[detailList][0][actualAmount]格式不正确!' },
    { name: '金额是负数', more: { actualAmount: '-1' }, says: '[detailList][0][actualAmount]不能小于0!' },
    { name: '卡号密文打不开', more: { payRollBankCardNumber: '6222020200112233445' }, says: '[detailList][0][payRollBankCardNumber]AES解密失败!' },
  ])('工资：$name', async ({ more, says }) => {
    const detailList = [payLine(gate, 3, more)];
    expect(await gate.call('Payroll.Add', { projectCode: PROJECT, ...LABOUR, teamSysNo: team, payMonth: '2026-10', detailList })).toMatchObject({
      code: '-1',
      message: says,
    });
  });

  it('残缺输入试出来的：负的单价、没有班组名称的班组', async () => {
    const contract = { ...LABOUR, ...who(0), contractPeriodType: 1, startDate: '2026-10-01', endDate: '2027-09-30', unitPrice: -1 };
    expect(await gate.call('WorkerContract.Add', { projectCode: PROJECT, contractList: [contract] })).toMatchObject({
      code: '-1',
      message: '[contractList][0][unitPrice]不能小于0!',
    });
    expect(await gate.call('Team.Update', { projectCode: PROJECT, teamSysNo: team })).toMatchObject({ code: '-1', message: '[teamName]不能为空!' });
  });

  it('工资月份在以后、班组不是本项目的、图片太大、条数超限', async () => {
    const base = { projectCode: PROJECT, ...LABOUR, teamSysNo: team, payMonth: '2026-10', detailList: [payLine(gate, 3)] };
    expect(await gate.call('Payroll.Add', { ...base, payMonth: '2026-12' })).toMatchObject({ code: '-1', message: '[payMonth]不能大于今天!' });
    expect(await gate.call('Payroll.Add', { ...base, teamSysNo: 1599999999 })).toMatchObject({ code: '-1', message: '[teamSysNo]值超出范围或无效!' });
    const workers = (worker: object) => ({ projectCode: PROJECT, ...LABOUR, teamSysNo: team, teamName: '钢筋一班', workerList: [worker] });
    expect(await gate.call('ProjectWorker.Add', workers(workerOf(gate, 70, { headImage: `/9j/${'A'.repeat(70_000)}` })))).toMatchObject({
      message: '[workerList][0][headImage]大小超过限制50KB!',
    });
    expect(await gate.call('ProjectWorker.Add', workers(workerOf(gate, 70, { headImage: 'R0lGODlh' })))).toMatchObject({
      message: '[workerList][0][headImage]格式无效,目前仅支持:jpg,jpeg,png,jpeg',
    });
    expect(await gate.call('ProjectWorker.Add', workers(workerOf(gate, 70, { headImage: '', idCardType: '08' })))).toMatchObject({
      message: '[workerList][0][idCardType]异常,目前只支持身份证类型的证件!;[workerList][0][headImage]不能为空!',
    });
    expect(await gate.call('ProjectWorker.Add', { ...workers({}), workerList: Array.from({ length: 6 }, (_, at) => workerOf(gate, 70 + at)) })).toMatchObject({
      message: '[workerList]数量不能超过5!',
    });
  });
});

describe('班组、合同和没说清的接口', () => {
  it('班组改名以后更正工资：还是原来那一笔，不多出一笔；按编号照样查得到', async () => {
    expect(await gate.settle('Team.Update', { projectCode: PROJECT, teamSysNo: team, teamName: '钢筋甲班' })).toMatchObject({ status: 20 });
    const before = await count('prevention.payroll_line where superseded_at is null');
    const detailList = [payLine(gate, 0, { totalPayAmount: '7900', actualAmount: '7900' })];
    expect(await gate.settle('Payroll.Add', { projectCode: PROJECT, ...LABOUR, teamSysNo: team, payMonth: '2026-10', detailList })).toMatchObject({
      status: 20,
    });
    expect(await count('prevention.payroll_line where superseded_at is null')).toBe(before);
    expect(await gate.call('Payroll.Query', { projectCode: PROJECT, payMonth: '2026-10', ...LABOUR, teamSysNo: team, ...who(0) })).toMatchObject({
      data: { detailList: [{ actualAmount: '7900.00', thirdPayRollCode: 'T0' }] },
    });
    expect(await gate.settle('Team.Update', { projectCode: PROJECT, teamSysNo: team, teamName: '钢筋一班' })).toMatchObject({ status: 20 });
  });

  it('合同先于进场：马上查得到；续签以后两份都在', async () => {
    const workerList = [workerOf(gate, 90)];
    expect(await gate.settle('ProjectWorker.Add', { projectCode: PROJECT, ...LABOUR, teamSysNo: team, teamName: '钢筋一班', workerList })).toMatchObject({
      status: 20,
    });
    for (const [startDate, endDate] of [
      ['2025-10-01', '2026-09-30'],
      ['2026-10-01', '2027-09-30'],
    ]) {
      const contractList = [{ ...LABOUR, ...who(90), contractPeriodType: 0, startDate, endDate }];
      expect(await gate.settle('WorkerContract.Add', { projectCode: PROJECT, contractList })).toMatchObject({ status: 20 });
    }
    expect(await gate.call('WorkerContract.Query', { projectCode: PROJECT, ...who(90) })).toMatchObject({
      data: {
        totalCount: 2,
        rows: [
          { startDate: '2025-10-01', corpName: LABOUR.corpName },
          { startDate: '2026-10-01', endDate: '2027-09-30' },
        ],
      },
    });
    expect(await gate.call('Worker.Query', who(90))).toMatchObject({ data: { workCorpName: LABOUR.corpName, workTypeCode: '020' } });
  });

  it('班组长的电话和证件随班组返回；一家单位两种身份，各是一行', async () => {
    const workerList = [workerOf(gate, 91, { isTeamLeader: 1, cellPhone: '13912345678' })];
    expect(await gate.settle('ProjectWorker.Add', { projectCode: PROJECT, ...LABOUR, teamSysNo: team, teamName: '钢筋一班', workerList })).toMatchObject({
      status: 20,
    });
    expect(await gate.call('Team.Query', { projectCode: PROJECT, teamSysNo: team })).toMatchObject({
      data: { rows: [{ teamLeaderName: '工人91', teamLeaderPhone: '13912345678', teamLeaderIDNumber: gate.aes(identityOf(91)) }] },
    });
    expect(await gate.settle('ProjectSubContractor.Add', { projectCode: PROJECT, ...LABOUR, corpType: '007' })).toMatchObject({ status: 20 });
    const parties = await gate.call('ProjectSubContractor.Query', { projectCode: PROJECT, corpCode: LABOUR.corpCode });
    expect(parties.data['rows']).toHaveLength(2);
    expect(parties.data).toMatchObject({
      totalCount: 2,
      rows: expect.arrayContaining([expect.objectContaining({ corpType: '006' }), expect.objectContaining({ corpType: '007' })]),
    });
  });

  it('培训成绩超出 0 至 100：整批不收', async () => {
    const training = { projectCode: PROJECT, trainingDate: '2026-10-03', trainingDuration: 1, trainingName: '考试', trainingTypeCode: '003001' };
    expect(await gate.call('ProjectTraining.Add', { ...training, workers: [{ ...who(0), isPass: 1, trainingScore: 101 }] })).toMatchObject({
      code: '-1',
      message: '[workers][0][trainingScore]超出范围!',
    });
  });

  it('临时离场没有文件说明：默认不开放；管理应用的人写明它是什么，就按那个办', async () => {
    const sent = { projectCode: PROJECT, ...LABOUR, teamSysNo: team, people: [{ ...who(2), leaveDate: '2026-11-05', kind: 0 }] };
    expect(await gate.call('TempExit.Add', sent)).toMatchObject({ code: '-3', message: '无API访问权限:接口未开放' });
    const fields = { people: 'workerList', leaveDate: 'date', kind: 'type' };
    const opened = clientOf(
      platform.url,
      await createApp(platform, { settings: { openedMethods: { 'TempExit.Add': { as: 'WorkerEntryExit.Add', fields } } } }),
    );
    const list = [{ ...sent.people[0], idCardNumber: opened.aes(identityOf(2)) }];
    expect(await opened.settle('TempExit.Add', { ...sent, people: list })).toMatchObject({ status: 20 });
    expect(await one("select left_on::text from prevention.roster_entry where name = '工人2' and superseded_at is null")).toEqual({ left_on: '2026-11-05' });
    expect(await opened.call('Attendance.Query', {})).toMatchObject({ code: '-3' });
  });

  it('客户端泄露的自己的密钥和用户编号：不留在保存的正文里', async () => {
    const leaking = {
      projectCode: PROJECT,
      teamSysNo: 1,
      teamName: 'x',
      secretKey: 'leaked-secret-key',
      userId: 'u-77',
      bh: 5,
      dataList: [{ appId: 'leaked-app' }],
    };
    expect(await gate.call('Team.Update', leaking)).toMatchObject({ code: '-1' });
    const [message] = await db.owner<{ id: string }>("select id from exchange.message where method = 'Team.Update' order by id desc limit 1");
    const body = await platform.integration.bodyOf({ ...OFFICIAL, role: 'inspection-chief' }, message?.id ?? '');
    expect(body.ok && body.value).toContain('teamName');
    for (const one of ['leaked', 'u-77', 'bh']) expect(body.ok && body.value).not.toContain(one);
  });

  it('金华：班组编号写在工人里，证件有效期写成一段', async () => {
    const jinhua = clientOf(platform.url, await createApp(platform, { settings: { profile: 'jinhua' } }));
    const worker = {
      workerName: '金工',
      idCardNumber: jinhua.aes(identityOf(95)),
      workType: '010',
      gender: '1',
      nation: '01',
      teamSysNo: team,
      cardDate: '2007年08月22日-2027年08月22日',
    };
    expect(await jinhua.settle('ProjectWorker.Add', { workerList: [worker] })).toMatchObject({ code: '0', status: 20 });
    expect(await jinhua.call('Worker.Query', { idCardNumber: jinhua.aes(identityOf(95)) })).toMatchObject({
      data: { nation: '01', startDate: '2007-08-22', expiryDate: '2027-08-22' },
    });
  });
});
