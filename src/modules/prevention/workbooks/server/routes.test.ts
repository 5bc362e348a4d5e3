import ExcelJS from '@protobi/exceljs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { fixedClock } from '#platform/clock.ts';
import { openSheets } from '#platform/exchange/index.ts';
import { createServer, sessionStore, type SignedIn } from '#platform/http/index.ts';
import { freshKeys, openVault } from '#platform/vault/index.ts';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/database.ts';
import { recordsIn } from '../../../../../test/support/records.ts';
import { type ExportView, HOURLY, WORKBOOK_KINDS, type WorkbookKind } from '../domain/index.ts';
import { workbookChecks, workbookExports, workbookRoutes } from './index.ts';

// The routes as a browser meets them: who may ask, for which project, in what words a refusal comes, and what is left in the audit.

const TODAY = '2026-11-22';
const person = (accountId: string, more: Partial<SignedIn>): SignedIn => ({
  accountId,
  name: '许监察',
  role: 'inspector',
  regionCode: '371526',
  enterpriseId: null,
  mustChangePassword: false,
  permissions: ['worker.unmask'],
  scope: { role: 'app_official', region: '371526', accountId },
  ...more,
});
const wageOfficer = (accountId: string, enterpriseId: string): SignedIn =>
  person(accountId, { name: '刘芳', role: 'wage-officer', regionCode: null, enterpriseId, scope: { role: 'app_enterprise', enterpriseId, accountId } });
const PEOPLE = {
  监察员: person('1', {}),
  分管领导: person('2', { role: 'leader', permissions: [] }),
  审计员: person('3', { role: 'auditor', permissions: [], scope: { role: 'app_auditor', region: '371526', accountId: '3' } }),
  行业主管部门: person('9', {
    role: 'industry-regulator',
    permissions: [],
    scope: { role: 'app_regulator', region: '371526', industry: '住建', accountId: '9' },
  }),
  总包劳资专管员: wageOfficer('4', '1'),
  别家劳资专管员: wageOfficer('5', '9'),
  邻县监察员: person('6', { regionCode: '371522', scope: { role: 'app_official', region: '371522', accountId: '6' } }),
  系统管理员: person('7', { role: 'administrator', regionCode: null, permissions: ['account.manage'], scope: { role: 'app_admin' } }),
  没改密码的人: person('8', { mustChangePassword: true }),
} as const;

let db: FreshDatabase;
let app: FastifyInstance;
let who: SignedIn;

beforeAll(async () => {
  db = await freshDatabase();
  const records = await recordsIn(db);
  await records.project(1, { name: '锦绣城一期' });
  await db.owner(`insert into prevention.enterprise (id, name) values (9, '别家公司')`);
  await db.owner(`insert into prevention.project_party (project_id, enterprise_id, part) values (1, 1, 'general-contractor')`);
  for (const worker of [1, 2]) {
    await records.roster(1, worker, { team: '木工班' });
    await records.payroll(1, worker, '2026-09', 5600, { team: '木工班' });
  }
  await records.roster(1, 3, { left_on: '2026-10-31' });
  await records.payroll(1, 3, '2026-09', 5600);
  const clock = fixedClock(civilDate(TODAY));
  app = await createServer({
    store: db.store,
    sessions: sessionStore(db.store),
    whoIs: async () => undefined,
    cookieSecret: Buffer.alloc(32, 3),
    logLevel: 'silent',
    requestsPerMinute: 100_000,
    api: async (inner) => {
      inner.addHook('onRequest', async (request) => {
        request.whoAsks = who;
      });
      await inner.register(
        workbookRoutes(workbookExports({ store: db.store, clock, vault: openVault(freshKeys()) }), workbookChecks({ store: db.store, clock })),
      );
    },
  });
}, 120_000);
afterAll(async () => {
  await app?.close();
  await db?.drop();
});
beforeEach(async () => {
  who = PEOPLE.监察员;
  await db.owner('delete from exchange.export');
});

const CHINESE = /[一-鿿].*，?.*[一-鿿]。$/;
const headers = { 'sec-fetch-site': 'same-origin' };
const ORDER = { kind: 'roster', projectId: '1', month: '2026-09', purpose: '核对九月工资' };
const ask = (more: object = {}) => app.inject({ method: 'POST', url: '/api/exports', payload: { ...ORDER, ...more }, headers });
const fetchFile = (id: string) => app.inject({ url: `/api/exports/${id}/file` });
const send = (fields: Readonly<Record<string, string>>, content: Buffer | null) => {
  const boundary = 'anxin-test-boundary';
  const parts: Buffer[] = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  );
  if (content !== null)
    parts.push(
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\ncontent-type: application/octet-stream\r\n\r\n`),
      content,
      Buffer.from('\r\n'),
    );
  return app.inject({
    method: 'POST',
    url: '/api/workbook-checks',
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
};

async function textsOf(content: Buffer): Promise<{ readonly names: readonly string[]; readonly all: string }> {
  const sheets = await openSheets(content);
  const cells: unknown[] = [];
  for (const sheet of sheets) for await (const batch of sheet.rows) cells.push(...batch.map((row) => row.cells));
  return { names: sheets.map((sheet) => sheet.name), all: JSON.stringify(cells) };
}

describe('谁能导出哪张表', () => {
  type Who = keyof typeof PEOPLE;
  const ofProject = WORKBOOK_KINDS.filter((kind) => kind !== 'ledger' && kind !== 'accounts');
  const cases: readonly (readonly [Who, WorkbookKind, number])[] = [
    ...(['监察员', '分管领导', '审计员', '行业主管部门', '总包劳资专管员'] as const).flatMap((role) =>
      WORKBOOK_KINDS.map((kind) => [role, kind, 201] as const),
    ),
    ...(['别家劳资专管员', '邻县监察员'] as const).flatMap((role) => ofProject.map((kind) => [role, kind, 404] as const)),
    ...WORKBOOK_KINDS.map((kind) => ['系统管理员', kind, 403] as const),
    ...WORKBOOK_KINDS.map((kind) => ['没改密码的人', kind, 403] as const),
  ];
  it.each(cases)('%s 要 %s：%d', async (role, kind, status) => {
    who = PEOPLE[role];
    const reply = await ask({ kind });
    expect(reply.statusCode).toBe(status);
    if (status !== 201) expect(reply.json<{ says: string }>().says).toMatch(CHINESE);
  });

  it.each(['别家劳资专管员', '邻县监察员'] as const)('%s 的全部项目里没有这个项目', async (role) => {
    who = PEOPLE[role];
    for (const kind of ['ledger', 'accounts']) {
      const file = await fetchFile((await ask({ kind })).json<ExportView>().id);
      expect((await textsOf(file.rawPayload)).all).not.toContain('锦绣城');
    }
  });

  it.each(['分管领导', '审计员', '行业主管部门'] as const)('%s 不能要完整号码', async (role) => {
    who = PEOPLE[role];
    expect((await ask({ whole: true })).json()).toMatchObject({
      code: 'export-not-allowed',
      says: '您的岗位不能导出完整的身份证号和卡号。可以导出遮住号码的表。',
    });
  });

  it.each([
    ['GET', '/api/exports'],
    ['GET', '/api/exports/1/file'],
    ['POST', '/api/exports/1/cancel'],
    ['POST', '/api/workbook-checks'],
  ] as const)('系统管理员：%s %s 中文拒绝', async (method, url) => {
    who = PEOPLE.系统管理员;
    const reply = await app.inject({ method, url, headers, ...(method === 'POST' && { payload: {} }) });
    expect([reply.statusCode, reply.json<{ says: string }>().says]).toEqual([403, '系统管理员只管账号，不看工资数据。要导出，换业务岗位的账号登录。']);
  });
});

describe('填错了', () => {
  it.each([
    [{ purpose: '' }, '请写明用途，至少四个字。'],
    [{ purpose: '  核对   ' }, '请写明用途，至少四个字。'],
    [{ purpose: '字'.repeat(501) }, '500'],
    [{ kind: 'secret' }, '无效选项'],
    [{ projectId: '1; drop table' }, ''],
    [{ month: '2026-13' }, ''],
  ] as const)('%j', async (more, says) => {
    const reply = await ask(more);
    expect(reply.statusCode).toBe(400);
    const problem = reply.json<{ says: string; fields: { says: string }[] }>();
    expect(problem.says).toMatch(/填写有误/);
    expect(problem.fields.map((field) => field.says).join()).toContain(says);
    expect(problem.fields.map((field) => field.says).join()).toMatch(/[一-鿿]/);
  });
  it('没有选项目、没有选月份', async () => {
    expect((await ask({ projectId: undefined })).json()).toMatchObject({ says: '农民工花名册要先选定项目。' });
    expect((await ask({ kind: 'payroll', month: undefined })).json()).toMatchObject({ says: '农民工工资支付表要先选定月份，例如 2026-09。' });
  });
  it('页数、编号不对', async () => {
    expect((await app.inject({ url: '/api/exports?page=0' })).statusCode).toBe(400);
    expect((await app.inject({ url: '/api/exports/abc/file' })).statusCode).toBe(400);
    expect((await fetchFile('999999')).json()).toMatchObject({ code: 'export-not-found', says: '没有找到这次导出，或不是您本人的导出。' });
  });
});

describe('取走一次，用途就了结了', () => {
  it('文件名、类型、不缓存；第二次取不到；列表记着', async () => {
    const view = (await ask()).json<ExportView>();
    const first = await fetchFile(view.id);
    expect(first.headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="export.xlsx"; filename*=UTF-8''${encodeURIComponent('锦绣城一期-农民工花名册.xlsx')}`,
    });
    expect((await fetchFile(view.id)).json()).toMatchObject({ code: 'export-over' });
    await expect
      .poll(async () => (await app.inject({ url: '/api/exports' })).json<{ items: ExportView[] }>().items)
      .toMatchObject([{ id: view.id, state: 'done', rows: 3, purpose: '核对九月工资' }]);
  });
  it('取消了的、过了十分钟的、别人的，都取不到', async () => {
    const cancelled = (await ask()).json<ExportView>();
    expect((await app.inject({ method: 'POST', url: `/api/exports/${cancelled.id}/cancel`, headers })).json()).toMatchObject({ state: 'cancelled' });
    expect((await fetchFile(cancelled.id)).json()).toMatchObject({ code: 'export-over' });
    const late = (await ask()).json<ExportView>();
    await db.owner("update exchange.export set asked_at = now() - interval '11 minutes' where id = $1", [late.id]);
    expect((await fetchFile(late.id)).json()).toMatchObject({ code: 'export-over', says: '这次导出已经取走、取消或过了 10 分钟。请重新导出。' });
    const mine = (await ask()).json<ExportView>();
    who = PEOPLE.总包劳资专管员;
    expect((await fetchFile(mine.id)).statusCode).toBe(404);
    expect((await app.inject({ method: 'POST', url: `/api/exports/${mine.id}/cancel`, headers })).statusCode).toBe(404);
    expect((await app.inject({ url: '/api/exports' })).json()).toEqual({ items: [], total: 0 });
  });
});

describe('每小时的限额', () => {
  it(`一小时 ${HOURLY.exports} 次，第 ${HOURLY.exports + 1} 次不给；过一小时又给`, async () => {
    await db.owner(
      `insert into exchange.export (kind, account_id, account_name, account_role, purpose, whole, is_form) select 'roster', 1, '许监察', 'inspector', '核对九月工资', false, false from generate_series(1, $1)`,
      [HOURLY.exports - 1],
    );
    expect((await ask()).statusCode).toBe(201);
    const over = await ask();
    expect([over.statusCode, over.json<{ says: string }>().says]).toEqual([429, '一小时内已经导出 60 次，上限是 60 次。请过一会儿再试。']);
    who = PEOPLE.总包劳资专管员;
    expect((await ask()).statusCode).toBe(201);
    who = PEOPLE.监察员;
    await db.owner("update exchange.export set asked_at = asked_at - interval '61 minutes'");
    expect((await ask()).statusCode).toBe(201);
  });
});

describe('文件自己说清，审计也有一行', () => {
  it.each(WORKBOOK_KINDS)('%s', async (kind) => {
    const view = (await ask({ kind, purpose: `用途甲之${kind}` })).json<ExportView>();
    const { names, all } = await textsOf((await fetchFile(view.id)).rawPayload);
    expect(names.at(-1)).toBe('导出说明');
    for (const said of ['许监察（账号 1）', `用途甲之${kind}`, `["导出编号","${view.id}"]`]) expect(all).toContain(said);
    expect(all).toMatch(/\["导出时间","\d{4}-\d{2}-\d{2} \d{2}:\d{2}"\]/);
    await expect
      .poll(() => db.owner('select action, actor_id::text as actor, region from audit.entry where object = $1 order by seq', [`export:${view.id}`]))
      .toMatchObject([
        { action: 'export.asked', actor: '1', region: kind === 'ledger' || kind === 'accounts' ? '371526' : '371526001' },
        { action: 'export.done', actor: '1' },
      ]);
  });
});

describe('核对一份报表', () => {
  const FIELDS = { kind: 'leaving', projectId: '1' };
  // Without a month: all who have left.
  const exported = async () => (await fetchFile((await ask({ kind: 'leaving', month: undefined })).json<ExportView>().id)).rawPayload;
  it('一致；改一格就说清哪一格；审计各有一行', async () => {
    const content = await exported();
    expect((await send(FIELDS, content)).json()).toMatchObject({ rows: 1, equal: 1, differences: [] });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(content).buffer);
    book.worksheets[0]?.eachRow((row) => {
      if (row.getCell(1).value === 1) row.getCell(9).value = 12.5;
    });
    expect((await send(FIELDS, Buffer.from(await book.xlsx.writeBuffer()))).json()).toMatchObject({
      rows: 1,
      equal: 0,
      differences: [{ row: 5, column: '本次结清', written: '12.5', held: '0.00', says: '与记录不一致' }],
    });
    expect(await db.owner("select detail ->> 'differences' as differences, region from audit.entry where action = 'report.checked' order by seq")).toEqual([
      { differences: '0', region: '371526001' },
      { differences: '1', region: '371526001' },
    ]);
  });
  it.each([
    [{ kind: 'payroll', projectId: '1' }, true, 'bad-request'],
    [{ kind: 'leaving' }, true, 'bad-request'],
    [FIELDS, false, 'bad-request'],
    [{ kind: 'summary', projectId: '1' }, true, 'bad-request'],
    [{ ...FIELDS, projectId: '999' }, true, 'project-not-found'],
  ] as const)('%j 带文件 %s → %s', async (fields, hasFile, code) => {
    const reply = await send(fields, hasFile ? await exported() : null);
    expect(reply.json()).toMatchObject({ code });
    expect(reply.json<{ says: string }>().says).toMatch(CHINESE);
  });
  it('不是表格、是别的表：中文说怎么办', async () => {
    expect((await send(FIELDS, Buffer.from('%PDF-1.7'))).json<{ says: string }>().says).toMatch(/xlsx|表格/);
    const other = (await fetchFile((await ask({ kind: 'ledger' })).json<ExportView>().id)).rawPayload;
    expect((await send(FIELDS, other)).json()).toMatchObject({ code: 'check-unsupported' });
  });
  it('别家、邻县核对不了', async () => {
    const content = await exported();
    for (const role of ['别家劳资专管员', '邻县监察员'] as const) {
      who = PEOPLE[role];
      expect((await send(FIELDS, content)).json()).toMatchObject({ code: 'project-not-found' });
    }
  });
});
