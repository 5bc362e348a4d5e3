import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import { recomputeFacts } from '#modules/prevention/facts/server/index.ts';
import { days, type Records, recordsIn } from '../../../../../test/support/records.ts';
import { fixedClock } from '#platform/clock.ts';
import { createServer, type SessionStore, type SignedIn } from '#platform/http/index.ts';
import { freshKeys, openVault } from '#platform/vault/index.ts';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/database.ts';
import { projectRoutes } from './index.ts';

const TODAY = '2026-07-31';
const IDENTITY = '371526199001011232';
let db: FreshDatabase;
let records: Records;
let app: FastifyInstance;
let who: SignedIn;

const base = { accountId: '1', name: '王队', enterpriseId: null, permissions: ['worker.unmask'], mustChangePassword: false };
const county: SignedIn = { ...base, role: 'inspector', regionCode: '371526', scope: { role: 'app_official', region: '371526', accountId: '1' } };
const otherTown: SignedIn = { ...base, role: 'town-specialist', regionCode: '371526002', scope: { role: 'app_official', region: '371526002', accountId: '1' } };
const contractor: SignedIn = {
  ...base,
  role: 'wage-officer',
  regionCode: null,
  enterpriseId: '1',
  permissions: [],
  scope: { role: 'app_enterprise', enterpriseId: '1', accountId: '1' },
};

const sessions: SessionStore = {
  get: (_id, done) => done(null, null),
  set: (_id, _session, done) => done(),
  destroy: (_id, done) => done(),
  endAll: () => Promise.resolve(),
  sweep: () => Promise.resolve(),
};

beforeAll(async () => {
  db = await freshDatabase();
  records = await recordsIn(db);
  const vault = openVault(freshKeys());
  await records.project(1, { name: '一号安置房', account_no: '6222', account_bank: '高唐农商行', contract_signed_on: '2026-01-01' });
  await records.project(2, { name: '二号_学校' });
  await db.owner(`insert into prevention.project_party (project_id, enterprise_id, part) values (1, 1, 'general-contractor')`);
  await db.owner(`insert into prevention.enterprise (id, name) values (7, '诚信劳务')`);
  const index = vault.identityIndex(IDENTITY);
  await db.owner('insert into prevention.person (id, identity_index, identity_cipher, key_version) values (11, $1, $2, 1)', [
    index,
    vault.encrypt(IDENTITY, `person.identity:${index.toString('hex')}`),
  ]);
  await records.roster(1, 11, { name: '赵大', team: '木工班', employer_enterprise_id: 7, phone_mask: '138****1234', contract_no: 'HT-1' });
  await records.roster(1, 12, { name: '钱二', team: '木工班', employer_enterprise_id: 7, contract_signed_on: null });
  await records.roster(1, 13, { name: '孙三', left_on: '2026-06-30' });
  for (const [person, until] of [
    [11, 20],
    [12, 18],
  ] as const)
    await records.sheet(1, person, '2026-06', days(1, until), [25]);
  await records.summarise(1, '2026-06');
  await records.payroll(1, 11, '2026-06', 5000, { name: '赵大', team: '木工班', employer_enterprise_id: 7, work_days: 20.5, signed: true });
  await records.payroll(1, 12, '2026-06', 4000, {
    name: '钱二',
    team: '木工班',
    employer_enterprise_id: 7,
    work_days: 30,
    signed: false,
    advance_fen: 10_000,
    due_fen: 410_000,
  });
  await records.payroll(1, 13, '2026-06', 1000, { name: '孙三', team: '', signed: true });
  await records.flow(1, 'inflow', '2026-07-05', 20_000, { balance_fen: 2_000_000 });
  await records.flow(1, 'wage', '2026-07-14', 5000, { person_id: 11, for: '2026-06', balance_fen: 1_500_000 });
  await records.flow(1, 'wage', '2026-07-20', 3000, { person_id: 12, for: '2026-06', balance_fen: 1_200_000 });
  await db.store.within({ role: 'app_job' }, (tx) => recomputeFacts(tx, { asOf: civilDate(TODAY), keys: 'all' }));
  app = await createServer({
    store: db.store,
    sessions,
    whoIs: async () => who,
    cookieSecret: Buffer.alloc(32, 2),
    logLevel: 'silent',
    api: async (inner) => {
      inner.addHook('onRequest', async (request) => void (request.whoAsks = who));
      await inner.register(
        projectRoutes({
          store: db.store,
          clock: fixedClock(TODAY),
          vault,
          calendar: nationalCalendar,
          levelName: (level) => ['提示', '蓝', '黄', '橙', '红'][level] ?? '',
          usualPayDay: () => 15,
          openWarnings: async () => new Map([['1', { open: 2, worst: 3 }]]),
          overdueCells: () => new Map([['accountOpenedOn', '逾期 180 天']]),
        }),
      );
    },
  });
});
afterAll(async () => {
  await app.close();
  await db.drop();
});

async function get(as: SignedIn, url: string) {
  who = as;
  const answer = await app.inject({ url });
  return { status: answer.statusCode, body: answer.json() };
}

describe('项目名单', () => {
  it('欠得多的在前，带预警和地名', async () => {
    const { body } = await get(county, '/api/projects');
    expect(body.total).toBe(2);
    expect(body.items[0]).toMatchObject({
      id: '1',
      name: '一号安置房',
      regionName: '鱼邱湖街道',
      stateName: '在建',
      gcName: '总包1',
      onSite: 2,
      owedFen: '200000',
      owedPeople: 2,
      openWarnings: 2,
      worstLevelName: '橙',
    });
    expect(body.items[1]).toMatchObject({ id: '2', owedFen: '0', worstLevel: null });
  });

  it.each([
    ['owed=1', ['1']],
    ['q=' + encodeURIComponent('二号_'), ['2']],
    ['q=%25', []],
    ['sort=-level', ['1', '2']],
    ['sort=name&page=2&size=1', ['2']],
    ['state=finished', []],
    ['region=371526002', []],
    ['region=3715260', null],
  ])('%s', async (query, ids) => {
    const { status, body } = await get(county, `/api/projects?${query}`);
    if (ids === null) expect(status).toBe(400);
    else expect(body.items.map((row: { id: string }) => row.id)).toEqual(ids);
  });

  it('别的街道看不见，企业只看见自己的', async () => {
    expect((await get(otherTown, '/api/projects')).body).toEqual({ items: [], total: 0 });
    expect((await get(contractor, '/api/projects')).body).toMatchObject({ total: 1, items: [{ id: '1' }] });
    for (const path of ['', '/workers?month=2026-06']) expect((await get(otherTown, `/api/projects/1${path}`)).status).toBe(404);
    for (const path of ['roster', 'attendance?month=2026-06', 'payroll', 'flows'])
      expect((await get(otherTown, `/api/projects/1/${path}`)).body).toEqual({ items: [], total: 0 });
    expect((await get(otherTown, '/api/search?q=' + encodeURIComponent('赵大'))).body).toEqual([]);
  });
});

describe('项目页', () => {
  it('一句话答复、钱停在哪、谁欠谁', async () => {
    const { body } = await get(county, '/api/projects/1');
    expect(body.answer).toEqual({
      paid: false,
      says: '2026年6月工资发了 8,000 元，没有发足，还欠 2 人 2,000 元。',
      stop: { month: '2026-06', at: 'short', says: '2026年6月工资发了 8,000 元，没有发足，还欠 2 人 2,000 元。' },
    });
    expect(body.months.map((row: { month: string }) => row.month)).toEqual(['2026-06', '2026-07']);
    expect(body.months[0]).toMatchObject({
      attendedHeads: 2,
      payrollHeads: 3,
      paidHeads: 2,
      dueFen: '1000000',
      paidFen: '800000',
      owedFen: '200000',
      owedPeople: 2,
      payBy: '2026-07-15',
      settledOn: null,
      stateName: '没发足',
      inflowFen: '0',
    });
    expect(body.chain).toEqual({
      owner: null,
      generalContractor: '总包1',
      subcontractors: [
        {
          name: '总包1',
          owedFen: '100000',
          owedPeople: 1,
          teams: [{ name: '没写班组', people: 1, dueFen: '100000', paidFen: '0', owedFen: '100000', owedPeople: 1 }],
        },
        {
          name: '诚信劳务',
          owedFen: '100000',
          owedPeople: 1,
          teams: [{ name: '木工班', people: 2, dueFen: '900000', paidFen: '800000', owedFen: '100000', owedPeople: 1 }],
        },
      ],
    });
    expect(body.account).toEqual({ no: '6222', bank: '高唐农商行', balanceFen: '1200000', through: '2026-07-20' });
    expect(body.ledger).toContainEqual({ label: '专户开户日期', value: null, late: '逾期 180 天' });
    expect(body.ledger).toContainEqual({ label: '合同签订日期', value: '2026-01-01', late: null });
    // 4 feeds, payday, contract day and start of 20 asked for.
    expect(body.completeness).toMatchObject({ score: 35, missing: expect.arrayContaining(['专户开户日期']) });
    expect(body.freshness.map((feed: { feed: string; stale: boolean }) => [feed.feed, feed.stale])).toEqual([
      ['roster', false],
      ['attendance', true],
      ['payroll', false],
      ['flows', false],
    ]);
  });

  it('没有记录的项目也有答复', async () => {
    expect((await get(county, '/api/projects/2')).body).toMatchObject({ answer: { paid: null, stop: null }, months: [], chain: { subcontractors: [] } });
  });
});

describe('数字背后的行', () => {
  const names = (body: { items: readonly { name: string }[] }) => body.items.map((row) => row.name);
  it.each([
    ['', ['孙三', '钱二', '赵大']],
    ['&which=owed', ['孙三', '钱二']],
    ['&which=unpaid', ['孙三']],
    ['&which=short', ['钱二']],
    ['&which=absent-but-paid', ['孙三']],
    ['&which=days-differ', ['钱二']],
    ['&which=no-contract', ['钱二']],
    ['&which=unsigned', ['钱二']],
    ['&which=late', ['孙三', '钱二']],
    ['&which=back-flow', []],
    [`&team=${encodeURIComponent('木工班')}`, ['钱二', '赵大']],
    [`&team=${encodeURIComponent('没写班组')}`, ['孙三']],
    [`&q=${encodeURIComponent('大')}`, ['赵大']],
    ['&person=11', ['赵大']],
  ])('这个月的工人%s', async (query, expected) => {
    const { body } = await get(county, `/api/projects/1/workers?month=2026-06${query}`);
    expect(names(body)).toEqual(expected);
    expect(body.total).toBe(expected.length);
  });

  it('工人行：该拿、拿到、欠、要看的', async () => {
    const { body } = await get(county, '/api/projects/1/workers?month=2026-06&which=short');
    expect(body.items).toEqual([
      {
        personId: '12',
        name: '钱二',
        identityMask: '37*************12X',
        employer: '诚信劳务',
        team: '木工班',
        job: null,
        attendedDays: 19,
        payrollDays: '30.0',
        netFen: '400000',
        paidFen: '300000',
        owedFen: '100000',
        paidOn: '2026-07-20',
        signed: false,
        flags: ['过了发薪日没拿齐', '没有合同', '工日差 3 天以上'],
      },
    ]);
    expect((await get(county, '/api/projects/1/workers?month=2026-06&which=nonsense')).status).toBe(400);
    expect((await get(county, '/api/projects/1/workers?month=2026-13')).status).toBe(400);
    expect((await get(county, '/api/projects/1/workers?month=2026-06&size=101')).status).toBe(400);
  });

  it('花名册、考勤、工资表、流水', async () => {
    const roster = (await get(county, '/api/projects/1/roster')).body;
    expect(names(roster)).toEqual(['赵大', '钱二', '孙三']);
    expect(roster.items[0]).toMatchObject({
      phoneMask: '138****1234',
      employer: '诚信劳务',
      contract: '劳动合同 HT-1，2026-01-01 签',
      cardTail: '1234',
      leftOn: null,
    });
    expect(roster.items[1].contract).toBeNull();
    const grid = (await get(county, '/api/projects/1/attendance?month=2026-06')).body;
    expect(grid.items[0]).toMatchObject({ name: '赵大', days: '111111111111111111110000h00000', attendedDays: 21, source: '考勤表' });
    const payroll = (await get(county, '/api/projects/1/payroll?month=2026-06')).body;
    expect(payroll.items[1]).toMatchObject({ name: '钱二', dueFen: '410000', deductedFen: '10000', netFen: '400000', workDays: '30.0', signed: false });
    expect((await get(county, '/api/projects/1/flows?month=2026-07')).body.total).toBe(3);
    expect((await get(county, '/api/projects/1/flows?month=2026-07&which=in')).body.items).toMatchObject([
      { kindName: '拨付', amountFen: '2000000', balanceFen: '2000000' },
    ]);
    // Wages of June moved in July.
    expect((await get(county, '/api/projects/1/flows?month=2026-06&which=wages')).body.total).toBe(2);
    expect((await get(county, '/api/projects/1/flows?month=2026-06')).body.total).toBe(0);
    expect((await get(county, '/api/projects/1/payroll?page=3')).body).toEqual({ items: [], total: 3 });
  });
});

describe('看身份证号', () => {
  it('有权限、在自己范围内才给看，每次留痕', async () => {
    expect((await get(county, '/api/persons/11/identity?project=1')).body).toEqual({ identity: IDENTITY });
    expect((await get(contractor, '/api/persons/11/identity?project=1')).status).toBe(403);
    expect((await get(otherTown, '/api/persons/11/identity?project=1')).status).toBe(404);
    expect((await get(county, '/api/persons/11/identity?project=2')).status).toBe(404);
    expect(await db.owner(`select action, object, region, detail from audit.entry where action = 'worker.unmasked'`)).toEqual([
      { action: 'worker.unmasked', object: 'person:11', region: '371526001', detail: { project: '1' } },
    ]);
  });
});

describe('搜索', () => {
  it('项目、企业、工人姓名；身份证号整号查人要留痕', async () => {
    expect((await get(county, '/api/search?q=' + encodeURIComponent('安置'))).body).toEqual([
      { kind: 'project', title: '一号安置房', detail: 'P1 · 总包1', screen: '/projects/1' },
    ]);
    expect((await get(county, '/api/search?q=' + encodeURIComponent('总包1'))).body).toMatchObject([{ kind: 'enterprise', detail: '2 个项目' }]);
    expect((await get(county, '/api/search?q=' + encodeURIComponent('赵大'))).body).toMatchObject([
      { kind: 'worker', title: '赵大', detail: '37*************12X · 一号安置房' },
    ]);
    expect((await get(county, '/api/search?q=' + encodeURIComponent('赵'))).body).toEqual([]);
    expect((await get(county, `/api/search?q=${IDENTITY}`)).body).toMatchObject([{ kind: 'worker', title: '赵大' }]);
    expect((await get(otherTown, `/api/search?q=${IDENTITY}`)).body).toEqual([]);
    expect(await db.owner(`select object from audit.entry where action = 'worker.searched'`)).toHaveLength(2);
    expect(JSON.stringify(await db.owner('select * from audit.entry'))).not.toContain(IDENTITY);
  });
});
