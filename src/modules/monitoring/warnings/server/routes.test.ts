import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CivilDate, civilMonth } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { NOTHING, rule, type Finding, type Level, type Rule } from '#law/rule.ts';
import { ROLES, type Role } from '#modules/office/accounts/domain/index.ts';
import type { ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { type Clock, fixedClock } from '#platform/clock.ts';
import { createServer, sessionStore, type SignedIn } from '#platform/http/index.ts';
import { national } from '#profiles/index.ts';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/database.ts';
import { ladderOf } from '../domain/index.ts';
import type { Home, StepCommand, WarningList, WarningPage } from '../domain/wire.ts';
import { brief, officeDays, type Place, sweep, type SweepDeps, warningRoutes } from './index.ts';
import { escalateLate } from './tick.ts';

const owing: Rule<ProjectMonthFacts> = rule({
  code: 'PAY-T1',
  warns: ['W-PAY-T1'],
  version: 1,
  title: '工资未发清',
  subject: 'project-month',
  basis: [cite('工资条例', 24, 2)],
  evidence: 'D',
  facts: facts({}),
  feeds: [],
  needs: [],
  prepare: () => () => NOTHING,
});
const RULES = { projects: [], months: [owing], workers: [], feeds: [] };
/** Owed by project and month. */
const owed = new Map<string, number>();
let level: Level = 2;
let clock: Clock;

function finding(amount: number, on: CivilDate): Finding {
  return {
    answer: 'finding',
    level,
    says: `欠 ${amount} 分`,
    values: [{ label: '欠发', value: BigInt(amount), unit: 'fen', threshold: 0n }],
    amountFen: fen(BigInt(amount)),
    people: 3,
    dueOn: on,
    provisional: false,
    duty: 'general-contractor',
    clears: '补发后流水到账',
    rows: [{ kind: 'workers', which: 'unpaid' }, { kind: 'payroll' }, { kind: 'project' }],
  };
}

const place: Place = {
  profile: 'gaotang',
  ladder: ladderOf(national),
  levelName: (at) => ['提示', '蓝色', '黄色', '橙色', '红色'][at] ?? '',
  minimumWageFen: () => null,
  prepare: (on) => ({
    projects: [],
    workers: [],
    feeds: [],
    undetermined: [],
    months: [
      {
        rule: owing,
        parameters: [{ id: 'p', name: '宽限', value: '0 天', basis: '某办法' }],
        decide: (row) => (row.owedFen > 0n ? finding(Number(row.owedFen), on) : NOTHING),
      },
    ],
  }),
};

const people: Record<string, { role: Role; region?: string; enterprise?: string }> = {
  11: { role: 'wage-officer', enterprise: '1' },
  12: { role: 'town-specialist', region: '371526001' },
  13: { role: 'town-specialist', region: '371526002' },
  14: { role: 'inspector', region: '371526' },
  15: { role: 'inspection-chief', region: '371526' },
  16: { role: 'auditor', region: '371526' },
  17: { role: 'administrator' },
  18: { role: 'wage-officer', enterprise: '2' },
  19: { role: 'town-specialist', region: '371526001' },
  20: { role: 'industry-regulator', region: '371526' },
};

function signedIn(accountId: string): SignedIn {
  const person = people[accountId];
  if (person === undefined) throw new Error(`nobody is ${accountId}`);
  const { databaseRole } = ROLES[person.role].sight;
  const region = person.region ?? '';
  const scope: SignedIn['scope'] =
    databaseRole === 'app_enterprise'
      ? { role: databaseRole, enterpriseId: person.enterprise ?? '', accountId }
      : databaseRole === 'app_regulator'
        ? { role: databaseRole, region, industry: '交通', accountId }
        : databaseRole === 'app_admin'
          ? { role: databaseRole }
          : { role: databaseRole, region, accountId };
  return {
    accountId,
    name: `某${accountId}`,
    role: person.role,
    regionCode: person.region ?? null,
    enterpriseId: person.enterprise ?? null,
    scope,
    permissions: ROLES[person.role].may,
    mustChangePassword: false,
  };
}

let db: FreshDatabase;
let app: FastifyInstance;
let deps: SweepDeps;
let commands = 0;

beforeAll(async () => {
  db = await freshDatabase();
  await db.owner(
    `insert into office.region (code, name, level, parent) values ('371526', '高唐县', 'county', null), ('371526001', '甲镇', 'town', '371526'), ('371526002', '乙镇', 'town', '371526')`,
  );
  await db.owner(`insert into prevention.enterprise (id, name) values (1, '甲建筑'), (2, '乙建筑')`);
  await db.owner(
    `insert into prevention.project (id, region_code, code, name, industry, gc_enterprise_id) values (1, '371526001', 'A', '甲项目', '住建', 1), (2, '371526002', 'B', '乙项目', '交通', 2)`,
  );
  for (const [id, person] of Object.entries(people)) {
    await db.owner(
      `insert into office.account (id, login, name, role, organisation, region_code, enterprise_id, password_hash) values ($1::bigint, 'p' || $1::text, '某' || $1::text, $2, '某单位', $3, $4, '')`,
      [id, person.role, person.region ?? null, person.enterprise ?? null],
    );
  }
  deps = {
    store: db.store,
    days: officeDays(nationalCalendar),
    placeOf: () => place,
    get clock() {
      return clock;
    },
    facts: {
      recompute: async (_tx, { keys }) => keys,
      kept: async (_tx, { projectIds }) => ({
        projects: [],
        feeds: [],
        months: [...owed].flatMap(([key, amount]) => {
          const [projectId = '', month = ''] = key.split(':');
          return projectIds.includes(projectId) ? [{ projectId, month: civilMonth(month), owedFen: fen(BigInt(amount)) } as ProjectMonthFacts] : [];
        }),
      }),
      asOf: async () => ({ projects: [], months: [], feeds: [] }),
    },
  };
  app = await createServer({
    store: db.store,
    sessions: sessionStore(db.store),
    whoIs: async () => undefined,
    cookieSecret: Buffer.alloc(32, 2),
    logLevel: 'silent',
    requestsPerMinute: 100_000,
    api: async (inner) => {
      inner.addHook('onRequest', async (request) => {
        const who = request.headers['x-who'];
        if (typeof who === 'string') request.whoAsks = signedIn(who);
      });
      await inner.register(warningRoutes({ ...deps, clock: { now: () => clock.now(), today: () => clock.today() }, rules: RULES, brief: brief() }));
    },
  });
});
afterAll(async () => {
  await app.close();
  await db.drop();
});
beforeEach(async () => {
  await db.owner('truncate monitoring.warning, monitoring.finding, monitoring.step, monitoring.evidence, monitoring.sweep, audit.entry');
  clock = fixedClock('2026-03-02');
  level = 2;
  owed.clear();
  owed.set('1:2026-01', 500).set('2:2026-01', 900);
  await sweep(deps, { projects: 'all' });
});

const get = (who: number, url: string) => app.inject({ url, headers: { 'x-who': String(who) } });
const list = async (who: number, query = '') => (await get(who, `/api/warnings${query}`)).json<WarningList>();
const idOf = async (project: string) =>
  (await db.owner<{ id: string }>('select id from monitoring.warning where project_id = $1 order by id desc', [project]))[0]?.id ?? '';
const page = async (who: number, project: string) => (await get(who, `/api/warnings/${await idOf(project)}`)).json<WarningPage>();
const post = async (who: number, project: string, step: Partial<StepCommand>) => {
  commands += 1;
  // Before anything is waited for: two at once have two numbers.
  const commandId = `command-${commands}`;
  return app.inject({
    method: 'POST',
    url: `/api/warnings/${await idOf(project)}/steps`,
    headers: { 'x-who': String(who) },
    payload: { commandId, note: '写明了', ...step },
  });
};
function form(fields: Record<string, string>, files: readonly { name: string; content: string }[]) {
  const parts = [
    ...Object.entries(fields).map(([name, value]) => `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    ...files.map(
      ({ name, content }) => `--b\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n${content}\r\n`,
    ),
  ];
  return `${parts.join('')}--b--\r\n`;
}
const reply = async (who: number, project: string, files: readonly { name: string; content: string }[], commandId?: string) => {
  commands += 1;
  return app.inject({
    method: 'POST',
    url: `/api/warnings/${await idOf(project)}/steps`,
    headers: { 'x-who': String(who), 'content-type': 'multipart/form-data; boundary=b', 'sec-fetch-site': 'same-origin' },
    payload: form({ step: 'handle', note: '已补发', commandId: commandId ?? `command-${commands}` }, files),
  });
};

describe('谁看得到哪些预警', () => {
  it.each([
    [12, '本镇专员只看本镇', ['1']],
    [13, '另一个镇看不到这个镇', ['2']],
    [14, '县监察员看全县', ['1', '2']],
    [11, '企业只看自己的', ['1']],
    [18, '另一家企业看不到', ['2']],
    [20, '行业主管只看本行业', ['2']],
    [16, '审计员看本地', ['1', '2']],
  ])('%i %s', async (who, _why, projects) => {
    const answer = await list(who);
    expect(answer.items.map((row) => row.projectId).sort()).toEqual(projects);
    expect(answer.total).toBe(projects.length);
    expect(answer.facets.levels.find((facet) => facet.level === 2)?.count).toBe(projects.length);
    expect((await get(who, '/api/home')).json<Home>().counts.open).toBe(projects.length);
  });

  it('看不到的预警打不开，也办不了', async () => {
    expect((await get(13, `/api/warnings/${await idOf('1')}`)).statusCode).toBe(404);
    expect((await post(13, '1', { step: 'acknowledge' })).statusCode).toBe(404);
    expect((await reply(18, '1', [{ name: 'a.pdf', content: 'x' }])).statusCode).toBe(404);
  });

  it('没有登录和系统管理员都看不到', async () => {
    expect((await app.inject({ url: '/api/warnings' })).statusCode).toBe(401);
    expect((await get(17, '/api/warnings')).statusCode).toBe(403);
  });
});

describe('列表', () => {
  it('筛选、排序、分页和合计', async () => {
    for (let month = 1; month <= 9; month += 1) owed.set(`1:2025-0${month}`, month);
    await sweep(deps, { projects: 'all' });
    expect(await list(14, '?sort=-amount&size=3&page=2')).toMatchObject({
      total: 11,
      page: 2,
      size: 3,
      items: [{ amountFen: '8' }, { amountFen: '7' }, { amountFen: '6' }],
    });
    expect(await list(14, '?page=50')).toMatchObject({ total: 11, items: [] });
    expect((await list(14, '?region=371526002')).total).toBe(1);
    expect((await list(14, '?project=1')).total).toBe(10);
    expect((await list(14, '?level=3,4')).total).toBe(0);
    expect((await list(14, '?state=raised&rule=PAY-T1&data=0')).total).toBe(11);
    expect((await list(14, '?data=1')).total).toBe(0);
    expect((await list(14, `?q=${encodeURIComponent('乙建')}`)).total).toBe(1);
    expect((await list(14, '?q=%25')).total).toBe(0);
    expect((await list(12, '?mine=1')).total).toBe(10);
    expect((await list(14, '?mine=true')).total).toBe(0);
    clock = fixedClock('2026-03-04');
    expect((await list(14, '?overdue=1')).total).toBe(11);
    expect((await list(14, '?overdue=1')).items[0]).toMatchObject({
      daysLeft: -1,
      levelName: '黄色',
      stateName: '待签收',
      ownerRoleName: '农民工服务专员',
      regionName: '甲镇',
    });
  });

  it.each(['?size=101', '?page=0', '?sort=drop', '?state=open', '?level=9', '?region=x'])('不明白的参数 %s 被退回', async (query) => {
    expect((await get(14, `/api/warnings${query}`)).statusCode).toBe(400);
  });
});

describe('从预警到销号', () => {
  it('企业带材料回复，第二人核实，数据变了才能按已发清销号', async () => {
    expect((await page(11, '1')).warning.nextStep).toEqual({ step: 'handle', label: '回复整改情况' });
    expect((await reply(11, '1', [])).json()).toMatchObject({ code: 'step-needs-evidence' });
    const answered = await reply(11, '1', [{ name: '回单.pdf', content: 'pdf' }]);
    expect(answered.json<WarningPage>().warning).toMatchObject({ state: 'handled', stateName: '待核实', nextStep: null });
    const verified = await post(12, '1', { step: 'verify' });
    expect(verified.json<WarningPage>().warning).toMatchObject({ state: 'verified', ownerName: '某12' });
    const refused = await post(12, '1', { step: 'close', reason: 'paid' });
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({ code: 'step-still-standing' });
    owed.set('1:2026-01', 0);
    await sweep(deps, { projects: ['1'] });
    // Verified by a person and gone from the data: nothing is left to do.
    expect((await page(12, '1')).warning).toMatchObject({ state: 'closed', standing: false });
    const actions = await db.owner<{ action: string; actor_name: string }>('select action, actor_name from audit.entry where object = $1 order by seq', [
      `warning:${await idOf('1')}`,
    ]);
    expect(actions.map((row) => `${row.action} ${row.actor_name}`)).toEqual([
      'warning.raised 系统',
      'warning.handled 某11',
      'warning.verified 某12',
      'warning.cleared 系统',
    ]);
  });

  it('处置的人不能核实，第二人可以', async () => {
    await post(12, '1', { step: 'handle' });
    expect((await post(12, '1', { step: 'verify' })).json()).toMatchObject({ code: 'step-second-person' });
    expect((await post(19, '1', { step: 'verify' })).statusCode).toBe(200);
  });

  it('误报销号后，数据没变也不再发', async () => {
    await post(12, '1', { step: 'handle' });
    await post(19, '1', { step: 'verify' });
    expect((await post(12, '1', { step: 'close', reason: 'false-alarm', note: '' })).json()).toMatchObject({ code: 'step-needs-note' });
    expect((await post(12, '1', { step: 'close', reason: 'false-alarm' })).json<WarningPage>().warning.state).toBe('closed');
    expect(await sweep(deps, { projects: 'all' })).toMatchObject({ raised: 0, changed: 0 });
  });

  it('退回重办，指派，重新打开', async () => {
    await reply(11, '1', [{ name: 'a.pdf', content: 'x' }]);
    expect((await post(12, '1', { step: 'return' })).json<WarningPage>().warning).toMatchObject({ state: 'acknowledged', ownerRoleName: '劳资专管员' });
    expect((await page(15, '1')).assignees.map((one) => one.accountId).sort()).toEqual(['12', '14', '15', '19']);
    expect((await post(15, '1', { step: 'assign', assigneeId: '13' })).json()).toMatchObject({ code: 'step-assignee-invalid' });
    expect((await post(15, '1', { step: 'assign', assigneeId: '14' })).json<WarningPage>().warning).toMatchObject({ ownerName: '某14' });
    await post(14, '1', { step: 'handle' });
    await post(12, '1', { step: 'verify' });
    await post(12, '1', { step: 'close', reason: 'transferred' });
    expect((await post(12, '1', { step: 'reopen' })).statusCode).toBe(403);
    expect((await post(15, '1', { step: 'reopen' })).json<WarningPage>().warning).toMatchObject({ state: 'raised' });
  });

  it('同一编号重发，什么也不再发生；编号被别人用，拒绝', async () => {
    await post(12, '1', { step: 'acknowledge', commandId: 'once-only' });
    const again = await post(12, '1', { step: 'acknowledge', commandId: 'once-only' });
    expect(again.statusCode).toBe(200);
    expect(again.json<WarningPage>().steps.map((step) => step.title)).toEqual(['发出预警', '签收']);
    expect((await post(19, '1', { step: 'comment', commandId: 'once-only' })).json()).toMatchObject({ code: 'command-reused' });
  });

  it('两人同时签收，只有一人签到', async () => {
    const codes = await Promise.all([12, 19].map(async (who) => (await post(who, '1', { step: 'acknowledge' })).statusCode));
    expect(codes.toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it('超期后升级，页面说清升到哪里', async () => {
    clock = fixedClock('2026-03-04');
    await escalateLate(deps);
    const after = await page(14, '1');
    expect(after.warning).toMatchObject({ level: 3, ownerRoleName: '监察员', nextStep: { step: 'acknowledge' } });
    expect(after.steps.at(-1)).toMatchObject({ title: '超期升级', note: '从黄色升为橙色。' });
  });

  it('企业账号绕过程序也不能核实、销号', async () => {
    const scope = signedIn('11').scope;
    const direct = (sql: string) => db.store.within(scope, (tx) => tx.query(sql));
    await expect(direct("update monitoring.warning set state = 'verified'")).rejects.toThrow(/row-level security/);
    await expect(direct('update monitoring.warning set level = 0')).rejects.toThrow(/permission denied/);
    await expect(direct('update monitoring.warning set standing = false')).rejects.toThrow(/permission denied/);
    await expect(direct('delete from monitoring.step')).rejects.toThrow(/permission denied/);
  });
});

describe('预警页', () => {
  it('事实、界线、条文、参数、原始行、下一步', async () => {
    const shown = await page(12, '1');
    expect(shown).toMatchObject({
      says: '欠 500 分',
      dutyName: '施工总承包单位',
      clears: '补发后流水到账',
      relatedOpen: 0,
      values: [{ label: '欠发', value: '500', unit: 'fen', threshold: '0' }],
      parameters: [{ name: '宽限', value: '0 天', basis: '某办法' }],
      articles: [{ instrument: '工资条例', article: '第二十四条第二款' }],
      rows: [
        { title: '没有发到工资的人', count: 0, href: '/api/projects/1/workers?month=2026-01&which=unpaid', screen: '/projects/1/months/2026-01?which=unpaid' },
        { title: '工资支付表', count: 0, screen: '/projects/1/months/2026-01?tab=payroll' },
        { title: '项目台账', count: 1, screen: '/projects/1' },
      ],
    });
    expect(shown.open.map((step) => step.step)).toEqual(['acknowledge', 'handle', 'comment']);
    expect(shown.shut.map((step) => step.step)).toEqual(['verify', 'close']);
  });

  it('材料只能下载，打开要留痕，别的镇打不开', async () => {
    const answered = (await reply(11, '1', [{ name: '../银行回单.pdf', content: 'pdf' }])).json<WarningPage>();
    const file = answered.steps.at(-1)?.evidence[0];
    expect(file?.fileName).toBe('银行回单.pdf');
    const url = `/api/warnings/${await idOf('1')}/evidence/${file?.id}`;
    const opened = await get(12, url);
    expect(opened.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringContaining('attachment'),
      'x-content-type-options': 'nosniff',
    });
    expect(opened.body).toBe('pdf');
    expect((await get(13, url)).statusCode).toBe(404);
    expect(await db.owner("select actor_name from audit.entry where action = 'evidence.opened'")).toEqual([{ actor_name: '某12' }]);
  });

  it.each([
    [[{ name: 'a.exe', content: 'x' }], 415],
    [[{ name: 'a.pdf', content: '' }], 400],
    [Array.from({ length: 11 }, (_, n) => ({ name: `${n}.pdf`, content: 'x' })), 400],
    [[{ name: 'a.pdf', content: 'x'.repeat(20 * 1024 * 1024 + 1) }], 413],
  ])('不收的材料 %#', async (files, status) => {
    expect((await reply(11, '1', files)).statusCode).toBe(status);
    expect((await page(11, '1')).warning.state).toBe('raised');
  });
});

it('今日待办：该我办的，按超期、今天、七天分开', async () => {
  const dueToday = (await get(12, '/api/home')).json<Home>();
  expect(dueToday).toMatchObject({ overdue: [], dueToday: [], counts: { sevenDays: 1, open: 1 }, figures: { projects: 1 } });
  expect(dueToday.trend).toHaveLength(12);
  expect(dueToday.trend.at(-1)).toEqual({ month: '2026-03', raised: 1, closed: 0 });
  clock = fixedClock('2026-03-03');
  expect((await get(12, '/api/home')).json<Home>().dueToday).toMatchObject([{ nextStep: { label: '签收' } }]);
  clock = fixedClock('2026-03-04');
  expect((await get(12, '/api/home')).json<Home>().overdue).toHaveLength(1);
  expect((await get(14, '/api/home')).json<Home>()).toMatchObject({
    places: [
      { name: '甲镇', open: 1 },
      { name: '乙镇', open: 1 },
    ],
    counts: { overdue: 0, open: 2 },
  });
  expect((await get(11, '/api/home')).json<Home>().overdue).toMatchObject([{ nextStep: { step: 'handle' } }]);
});
