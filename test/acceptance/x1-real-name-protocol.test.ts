import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Keeper } from '#modules/office/integration/server/index.ts';
import { setCorpSecret } from '#modules/prevention/real-name/server/index.ts';
import { fixedClock } from '#platform/clock.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import {
  clientOf,
  CONTRACTOR,
  type Credential,
  createApp,
  formOf,
  identityOf,
  LABOUR,
  layOutCounty,
  type Manner,
  OFFICIAL,
  type Platform,
  post,
  PROJECT,
  register,
  startPlatform,
  workerOf,
} from '../support/real-name.ts';

let db: FreshDatabase;
let platform: Platform;
let key: Credential;
let team: number;

beforeAll(async () => {
  db = await freshDatabase();
  await layOutCounty(db);
  platform = await startPlatform(db, fixedClock('2026-11-22', '10:30'));
  key = await createApp(platform, { appid: PROJECT });
  team = await register(clientOf(platform.url, key), 6);
}, 180_000);
afterAll(async () => {
  expect(platform.problems).toEqual([]);
  await platform.stop();
  await db.drop();
});

const ask = (method: string, data: unknown, manner: Manner = {}, credential = key) => post(platform.url, formOf(credential, method, data, manner), manner);
const count = async (from: string) => Number((await db.owner<{ n: string }>(`select count(*) as n from ${from}`))[0]?.n);
const teamCalled = (teamName: string) => ({ projectCode: PROJECT, ...LABOUR, teamName });

describe('现场在用的客户端，原样指过来就能用', () => {
  it('国家平台的 Java 演示程序：Content-Encoding: UTF-8，大写签名，Gson 转义的等号', async () => {
    const gson = (data: unknown) => JSON.stringify(data).replaceAll('=', '\\u003d');
    const manner = { headers: { 'content-encoding': 'UTF-8', 'accept-encoding': 'gzip,deflate' }, upperCaseSign: true, text: gson };
    const workerList = [workerOf(clientOf(platform.url, key), 20)];
    expect(await ask('ProjectWorker.Add', { ...teamCalled('钢筋一班'), teamSysNo: team, workerList }, manner)).toMatchObject({
      code: '0',
      data: { requestSerialCode: expect.stringMatching(/^projectworker-add-2026112210-1-\d{4}$/) },
    });
  });

  it('杭州的 Python 程序：汉字写成 \\u，6 位随机数，误把 appsecret 也发了来——照收，并在对接管理里提醒', async () => {
    const python = (data: unknown) => JSON.stringify(data).replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
    const manner = { text: python, nonce: '123456', extra: { appsecret: key.secret }, version: '1.1' };
    expect(await ask('Team.Add', teamCalled('木工一班'), manner)).toMatchObject({ code: '0' });
    expect(await count("exchange.message where method = 'Team.Add' and summary ->> 'secretSent' is not null")).toBe(1);
    expect(await count(`exchange.message m where m::text like '%${key.secret}%'`)).toBe(0);
  });

  it('属性大小写混乱、数字当文字、多出来的属性、密文里有换行', async () => {
    const sealed = clientOf(platform.url, key).aes(identityOf(0));
    const text = JSON.stringify({
      PROJECTCODE: PROJECT,
      TeamSysNo: String(team),
      userId: 'x',
      secretKey: 'y',
      bh: 1,
      DataList: [
        { idCardtype: '1', IdCardNumber: `${sealed.slice(0, 10)}\r\n${sealed.slice(10)}\r\n`, Date: '2026-11-21 07:00:00.5', direction: 1, AttendType: '1' },
      ],
    });
    expect(await ask('workerattendance.ADD', text, { text: String })).toMatchObject({ code: '0' });
  });

  it('金华的程序：不写项目和单位，时间戳的分秒写反，进场日期在工人里', async () => {
    const jinhua = await createApp(platform, { settings: { profile: 'jinhua', timestampPolicy: 'lax24h' } });
    const client = clientOf(platform.url, jinhua, { timestamp: '20261122100030', path: '/jinhua/open.api', nonce: '' });
    const manner = () => ({ nonce: String(Math.floor(Math.random() * 900_000) + 100_000) });
    const made = await client.call('Team.Add', { teamName: '泥工班' }, manner());
    const asked = await client.call('AsyncHandleResult.Query', made.data, manner());
    const { teamSysNo } = JSON.parse(asked.data['result']) as { teamSysNo: number };
    const worker = {
      workerName: '金工',
      idCardNumber: client.aes(identityOf(40)),
      workType: '010',
      gender: '1',
      inDate: '2026-11-01',
      nation: '01',
      teamSysNo,
      cardDate: '2007年08月22日-2027年08月22日',
    };
    expect(await client.call('ProjectWorker.Add', { teamSysNo, workerList: [worker] }, manner())).toMatchObject({ code: '0' });
    expect(
      await client.call(
        'WorkerAttendance.Add',
        { teamSysNo, dataList: [{ idCardNumber: client.aes(identityOf(40)), date: '2026-11-20 07:00:00', direction: '01' }] },
        manner(),
      ),
    ).toMatchObject({ code: '0' });
    expect((await db.owner("select name, entered_on::text, team from prevention.roster_entry where name = '金工'"))[0]).toEqual({
      name: '金工',
      entered_on: '2026-11-01',
      team: '泥工班',
    });
  });

  it('福建的程序：时间戳是世界时，带 corpsign，答复的 rows 在最外层', async () => {
    const appid = 'fjs_0010aa';
    const fujian = await createApp(platform, { appid, settings: { profile: 'fujian', timestampPolicy: 'allowUtc' } });
    const enter = (by: Keeper, secret: string | null) => setCorpSecret(platform, by, appid, secret);
    expect(await enter(OFFICIAL, 'short')).toMatchObject({ refusal: { code: 'corp-secret-invalid' } });
    const elsewhere: Keeper = { ...OFFICIAL, regionCode: '371522', scope: { role: 'app_official', region: '371522', accountId: '1' } };
    expect(await enter(elsewhere, 'fedcba9876543210fedcba9876543210')).toMatchObject({ refusal: { code: 'app-not-found' } });
    expect(await enter(OFFICIAL, 'fedcba9876543210fedcba9876543210')).toMatchObject({ ok: true });
    // What else was chosen for the app stays, and the secret stands nowhere in the clear.
    const [row] = await db.owner<{ settings: Record<string, string> }>('select settings from exchange.app where appid = $1', [appid]);
    expect(row?.settings).toMatchObject({ profile: 'fujian', timestampPolicy: 'allowUtc', corpSecretCipher: expect.any(String) });
    expect(JSON.stringify(row)).not.toContain('fedcba');
    const timestamp = '20261122023005';
    const corpsign = clientOf(platform.url, fujian).aes(`fedcba9876543210fedcba9876543210${timestamp}`);
    const manner = { timestamp, path: '/HrssOpenREST/biz/execProcess' };
    expect(await ask('Team.Query', { projectCode: PROJECT }, { ...manner, extra: { corpsign } }, fujian)).toMatchObject({
      code: '0',
      data: null,
      totalCount: 3,
      rows: expect.any(Array),
    });
    expect(await ask('Team.Query', { projectCode: PROJECT }, manner, fujian)).toMatchObject({ code: '-2' });
    expect(
      await ask(
        'Team.Query',
        { projectCode: PROJECT },
        { ...manner, extra: { corpsign: corpsign.replace(/^./, (first) => (first === 'a' ? 'b' : 'a')) } },
        fujian,
      ),
    ).toMatchObject({ code: '-2' });
    expect(await ask('TempExit.Add', {}, { ...manner, extra: { corpsign } }, fujian)).toMatchObject({ code: '-3', message: '无API访问权限:接口未开放' });
  });

  it('图片地址只存文字，从不去取', async () => {
    const { createServer } = await import('node:http');
    let asked = 0;
    const bait = createServer((_request, response) => {
      asked += 1;
      response.end('x');
    });
    await new Promise<void>((done) => bait.listen(0, '127.0.0.1', done));
    const address = bait.address();
    const headImage = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/head.jpg`;
    const workerList = [workerOf(clientOf(platform.url, key), 30, { headImage, workType: '1000' })];
    expect(await ask('ProjectWorker.Add', { ...teamCalled('钢筋一班'), teamSysNo: team, workerList })).toMatchObject({ code: '0' });
    await new Promise((done) => setTimeout(done, 300));
    bait.close();
    expect(asked).toBe(0);
    expect(await count(`prevention.real_name_record where kind = 'worker' and record ->> 'headImage' = '${headImage}'`)).toBe(1);
  });
});

describe('大小', () => {
  it('12 MB 照收；25 MB 拒绝，服务不受影响', async () => {
    const twelve = 'A'.repeat(1024 * 1024);
    const attachments = Array.from({ length: 9 }, (_, at) => ({ name: `${at}.pdf`, data: `JVBE${twelve}` }));
    const training = {
      projectCode: PROJECT,
      trainingDate: '2026-11-20',
      trainingDuration: 2,
      trainingName: '入场教育',
      trainingTypeCode: '003002',
      attachments,
    };
    expect(await ask('ProjectTraining.Add', training)).toMatchObject({ code: '0' });
    expect(await count("prevention.real_name_file where kind = 'training'")).toBe(9);
    const answer = await fetch(`${platform.url}/open.api`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `data=${'A'.repeat(25 * 1024 * 1024)}`,
    }).catch(() => null);
    if (answer !== null) {
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({ code: '-1' });
    }
    expect(await ask('CheckSign.Query', {})).toMatchObject({ code: '0' });
  });
});

describe('谁在说话', () => {
  it.each([
    { name: '没有这个应用', change: { appid: 'nobody-here' }, code: '-1', message: '请求参数无效:appid无效!' },
    { name: '少了参数', change: { nonce: '', timestamp: '' }, code: '-1', message: '[timestamp]不能为空!;[nonce]不能为空!' },
    { name: '签名不对', change: { sign: '0'.repeat(64) }, code: '-2', message: '签名校验错误' },
    { name: '数据改了一个字', change: { data: JSON.stringify({ projectCode: PROJECT, x: 1 }) }, code: '-2', message: '签名校验错误' },
  ])('$name → $code', async ({ change, code, message }) => {
    const form = formOf(key, 'Team.Query', { projectCode: PROJECT });
    for (const [name, value] of Object.entries(change)) form.set(name, value);
    expect(await post(platform.url, form)).toEqual({ code, message, data: null });
  });

  it.each([
    { timestamp: '20261122102000', code: '0', why: '早 10 分钟整' },
    { timestamp: '20261122101959', code: '-2', why: '早 10 分 1 秒' },
    { timestamp: '20261122104000', code: '0', why: '晚 10 分钟整' },
    { timestamp: '20261122104001', code: '-2', why: '晚 10 分 1 秒' },
    { timestamp: '20261122023000', code: '-2', why: '世界时，没有放开' },
    { timestamp: '20261332103000', code: '-2', why: '没有这一天' },
  ])('时间戳 $why → $code', async ({ timestamp, code }) => expect(await ask('CheckSign.Query', {}, { timestamp })).toMatchObject({ code }));

  it('别人的项目、不存在的项目、没有的方法 → -3', async () => {
    for (const projectCode of ['37152620260101002', '37152620260101999']) {
      expect(await ask('Team.Query', { projectCode })).toEqual({ code: '-3', message: '无API访问权限:项目不属于本应用', data: null });
      expect(await ask('Team.Add', { ...teamCalled('越权班'), projectCode })).toMatchObject({ code: '-3' });
    }
    expect(await ask('Project.Delete', {})).toMatchObject({ code: '-3' });
    expect(await count("prevention.team where name = '越权班'")).toBe(0);
    expect(await ask('AsyncHandleResult.Query', { requestSerialCode: 'team-add-2026112210-1-9999' })).toMatchObject({ code: '-1' });
  });

  it('换密钥：新旧两把同时能用，到点只剩新的；停用立即生效', async () => {
    const app = await createApp(platform, { appid: 'rotate-me' });
    const rotated = await platform.integration.rotate(OFFICIAL, app.appid, 24);
    if (!rotated.ok) throw new Error(rotated.refusal.says);
    const next = { appid: app.appid, secret: rotated.value.secret };
    for (const credential of [app, next]) expect(await ask('CheckSign.Query', {}, {}, credential)).toMatchObject({ code: '0' });
    await db.owner("update exchange.app_secret set ends_at = now() - interval '1 second' where appid = 'rotate-me' and ends_at is not null");
    await platform.integration.change(OFFICIAL, app.appid, { name: '门禁二' });
    expect(await ask('CheckSign.Query', {}, {}, app)).toMatchObject({ code: '-2' });
    expect(await ask('CheckSign.Query', {}, {}, next)).toMatchObject({ code: '0' });
    await platform.integration.setDisabled(OFFICIAL, app.appid, true, '合同到期');
    expect(await ask('CheckSign.Query', {}, {}, next)).toMatchObject({ code: '-3' });
  });

  it('IP 名单 → -4，频率 → -5', async () => {
    const elsewhere = await createApp(platform, { ipList: ['10.9.8.0/24'] });
    expect(await ask('CheckSign.Query', {}, {}, elsewhere)).toEqual({ code: '-4', message: 'IP校验错误', data: null });
    const slow = await createApp(platform, { perMinute: 3 });
    const codes: string[] = [];
    for (let times = 0; times < 5; times += 1) codes.push((await ask('CheckSign.Query', {}, {}, slow)).code);
    // A minute may turn between two of them; four of one minute never all pass.
    expect(codes.filter((code) => code === '-5').length).toBeGreaterThanOrEqual(1);
  });
});

describe('重发与重放', () => {
  it('一字不差的重发：同一个流水号，只做一次；并发十次也是', async () => {
    const form = formOf(key, 'Team.Add', teamCalled('重发班'));
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(platform.url, form)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ code: '0' });
    expect(await post(platform.url, form)).toEqual(answers[0]);
    expect(await count("prevention.team where name = '重发班'")).toBe(1);
  });

  it('失败的也一样：同样的答复', async () => {
    const form = formOf(key, 'Team.Add', { ...teamCalled('x'), teamName: '' });
    expect(await post(platform.url, form)).toEqual(await post(platform.url, form));
  });

  it('旧随机数配新数据 → -2，什么都没做', async () => {
    const nonce = randomUUID().replaceAll('-', '');
    expect(await ask('Team.Add', teamCalled('原来的班'), { nonce })).toMatchObject({ code: '0' });
    expect(await ask('Team.Add', teamCalled('冒名的班'), { nonce })).toMatchObject({ code: '-2', data: null });
    expect(await count("prevention.team where name = '冒名的班'")).toBe(0);
    expect(await ask('Team.Query', { projectCode: PROJECT }, { nonce })).toMatchObject({ code: '-2' });
  });
});

describe('新建项目', () => {
  const project = (more: object = {}) => ({
    contractorCorpCode: CONTRACTOR.corpCode,
    contractorCorpName: CONTRACTOR.corpName,
    name: '锦绣城二期',
    category: '01',
    areaCode: '371526',
    prjStatus: '003',
    startDate: '2026-11-01',
    thirdPartyProjectCode: 'TP-1',
    builderLicenses: [],
    buildCorpName: '高唐城投公司',
    ...more,
  });
  const licensed = (credential: Credential, more: object = {}) =>
    project({ builderLicenses: [{ prjName: '锦绣城二期', builderLicenseNum: clientOf(platform.url, credential).aes('371526202611010101') }], ...more });

  it('一项目一密钥的应用不能；企业的应用只能报自己总承包的；主管部门的应用都能', async () => {
    expect(await ask('Project.Add', licensed(key))).toMatchObject({ code: '-3' });
    const company = await createApp(platform, { projectId: null });
    expect(await ask('Project.Add', licensed(company, { contractorCorpCode: '91371526000009999X', contractorCorpName: '别人家' }), {}, company)).toMatchObject({
      code: '-3',
    });
    const done = await clientOf(platform.url, company).settle('Project.Add', licensed(company));
    expect(done.status).toBe(20);
    const { projectCode } = JSON.parse(done.result) as { projectCode: string };
    expect(projectCode).toBe('37152620261122001');
    const [held] = await db.owner(
      'select p.region_code, p.state, p.started_on::text, p.permit_no, g.name as gc, o.name as owner from prevention.project p join prevention.enterprise g on g.id = p.gc_enterprise_id join prevention.enterprise o on o.id = p.owner_enterprise_id where code = $1',
      [projectCode],
    );
    expect(held).toEqual({
      region_code: '371526',
      state: 'building',
      started_on: '2026-11-01',
      permit_no: '371526202611010101',
      gc: CONTRACTOR.corpName,
      owner: '高唐城投公司',
    });
    expect(await clientOf(platform.url, company).settle('Project.Add', licensed(company))).toMatchObject({
      status: 10,
      result: `项目已存在,项目编码为:${projectCode}`,
    });
    const own = clientOf(platform.url, company);
    expect(await own.settle('Team.Add', { projectCode, ...CONTRACTOR, teamName: '自有班组' })).toMatchObject({ status: 20 });
    expect(await own.settle('ProjectSubContractor.Add', { projectCode, ...CONTRACTOR, corpType: '009' })).toMatchObject({
      status: 10,
      result: '参建单位已存在',
    });
    const office = await createApp(platform, { enterpriseId: null, projectId: null });
    expect(
      await clientOf(platform.url, office).settle(
        'Project.Add',
        licensed(office, { name: '医院', thirdPartyProjectCode: 'TP-9', contractorCorpName: '新来的建设公司', contractorCorpCode: '91371526MA00000009' }),
      ),
    ).toMatchObject({ status: 20 });
  });

  it('辖区以外的区划不收', async () => {
    const company = await createApp(platform, { projectId: null });
    expect(await ask('Project.Add', licensed(company, { areaCode: '371522', thirdPartyProjectCode: 'TP-2' }), {}, company)).toMatchObject({
      code: '-1',
      message: '[areaCode]参数值不正确,请参见行政区划字典表!',
    });
  });

  it('施工单位报“完工”改不了台账，监管不会因此停下；主管部门的系统能改', async () => {
    expect(
      await clientOf(platform.url, key).settle('Project.PartUpdate', { projectCode: PROJECT, prjStatus: '004', completeDate: '2026-12-31' }),
    ).toMatchObject({ status: 20 });
    const state = async () => (await db.owner('select state, finish_due_on::text from prevention.project where id = 1'))[0];
    expect(await state()).toEqual({ state: 'building', finish_due_on: '2026-12-31' });
    const office = await createApp(platform, { enterpriseId: null, projectId: null });
    expect(await clientOf(platform.url, office).settle('Project.PartUpdate', { projectCode: PROJECT, prjStatus: '005' })).toMatchObject({ status: 20 });
    expect(await state()).toEqual({ state: 'paused', finish_due_on: '2026-12-31' });
    expect(await clientOf(platform.url, office).settle('Project.PartUpdate', { projectCode: PROJECT, prjStatus: '003' })).toMatchObject({ status: 20 });
    // Several columns at once, texts and days together.
    const whole = { projectCode: PROJECT, prjStatus: '005', startDate: '2026-02-01', completeDate: '2027-01-31' };
    expect(await clientOf(platform.url, office).settle('Project.PartUpdate', whole)).toMatchObject({ status: 20 });
    expect(await state()).toEqual({ state: 'paused', finish_due_on: '2027-01-31' });
    expect(await clientOf(platform.url, office).settle('Project.PartUpdate', { projectCode: PROJECT, prjStatus: '003' })).toMatchObject({ status: 20 });
  });

  it('企业基本信息：本单位报的别人改不了', async () => {
    const own = await createApp(platform, { projectId: null });
    const corp = { ...CONTRACTOR, areaCode: '371526', corpType: '150', address: '高唐', legalMan: '赵一' };
    expect(await clientOf(platform.url, own).settle('Corp.Upload', corp)).toMatchObject({ status: 20 });
    const other = await createApp(platform, { enterpriseId: '2', projectId: null });
    expect(await clientOf(platform.url, other).settle('Corp.Upload', { ...corp, legalMan: '冒名' })).toMatchObject({ status: 20 });
    expect(await ask('Corp.Query', { corpCode: CONTRACTOR.corpCode }, {}, own)).toMatchObject({
      data: { totalCount: 1, rows: [{ corpName: CONTRACTOR.corpName, legalMan: '赵一' }] },
    });
  });
});

it('失败原文里的身份证号：默认遮盖，兼容开关打开才给全', async () => {
  const full = clientOf(platform.url, await createApp(platform, { settings: { unmaskedTexts: true } }));
  const again = await full.settle('ProjectWorker.Add', { ...teamCalled('钢筋一班'), teamSysNo: team, workerList: [workerOf(full, 0)] });
  expect(again.result).toBe(`项目中已存在身份证为：${identityOf(0)}的工人!`);
  expect(await count(`exchange.real_name_result r where r::text like '%${identityOf(0)}%'`)).toBe(0);
  expect(await count(`exchange.message m where m::text like '%${identityOf(0)}%'`)).toBe(0);
});

it('2,000 条考勤（100 次，每次 20 条）在两核上 60 秒以内', async () => {
  const client = clientOf(platform.url, key);
  const started = performance.now();
  for (let call = 0; call < 100; call += 1) {
    const dataList = Array.from({ length: 20 }, (_, at) => ({
      idCardType: '01',
      idCardNumber: client.aes(identityOf(at % 6)),
      date: `2026-11-${String(1 + Math.floor(call / 5)).padStart(2, '0')} ${String(7 + (call % 5)).padStart(2, '0')}:${String(at).padStart(2, '0')}:30`,
      direction: at % 2 === 0 ? '01' : '02',
      attendType: '001',
    }));
    expect(await client.call('WorkerAttendance.Add', { projectCode: PROJECT, teamSysNo: team, dataList })).toMatchObject({ code: '0' });
  }
  const seconds = (performance.now() - started) / 1_000;
  console.log(`2,000 attendance records in 100 calls: ${seconds.toFixed(1)} s`);
  expect(seconds).toBeLessThan(60);
  expect(await count("prevention.punch where happened_at::time::text like '%:30'")).toBe(2_000);
});
