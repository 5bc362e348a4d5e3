import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditRow } from '#modules/office/accounts/domain/index.ts';
import type { WarningPage, WarningRow } from '#modules/monitoring/warnings/domain/wire.ts';
import type { ImportView } from '#modules/prevention/imports/domain/wire.ts';
import type { ProjectList, ProjectPage, WorkerMonthRow } from '#modules/prevention/projects/domain/wire.ts';
import { confirm, enterpriseNamed, hire, type Person, signIn, step, upload, warningsOf } from '../support/client.ts';
import { countyFiles, expected, faultyPayroll, handInCounty, lateStatement } from '../support/county-a.ts';
import { DEMO_PASSWORD, type Product, startProduct } from '../support/product.ts';

// The whole first path, as the people of a county would walk it: P1 P3 P4 P5 P6, W1 W2 W3 W7, X2 X3. The expected warnings were worked out by
// hand from the files (test/fixtures/county-a/expected.md), not taken from the program.

const SEWER = '尹集镇污水管网工程';
let product: Product;
let inspector: Person;
let administrator: Person;
let specialist: Person;
let neighbour: Person;
let officer: Person;

/** An account opened by the administrator, and its owner signed in. */
async function engage(account: Parameters<typeof hire>[2]): Promise<Person> {
  const { login, password } = await hire(administrator, product.url, account);
  return signIn(product.url, login, password);
}

async function find(person: Person, project: string, rule: string, month: string | null): Promise<WarningRow> {
  const row = (await warningsOf(person, 'state=raised,acknowledged,handled,verified,closed')).find(
    (one) => one.projectName === project && one.ruleCode === rule && one.month === month,
  );
  if (row === undefined) throw new Error(`${person.login} sees no ${rule} of ${project} ${month ?? ''}`);
  return row;
}

beforeAll(async () => {
  product = await startProduct();
  administrator = await signIn(product.url, 'guanli', DEMO_PASSWORD);
  await administrator.post('/api/clock', { day: expected.on });
  inspector = await signIn(product.url, 'jiancha', DEMO_PASSWORD);
  neighbour = await signIn(product.url, 'zhuanyuan', DEMO_PASSWORD); // 鱼邱湖街道, not 尹集镇
  specialist = await engage({ login: 'yinji', name: '孟宪礼', role: 'town-specialist', organisation: '尹集镇', regionCode: '371526102' });
}, 120_000);

afterAll(async () => product?.stop());

describe('X3 导入：一个县的五种表', () => {
  it('每张表都收下，没有一行出错', async () => {
    const views = await handInCounty(inspector);
    expect(views.map((view) => ({ file: view.fileName, state: view.state, errors: view.errorRows }))).toEqual(
      countyFiles().map(({ name }) => ({ file: name, state: 'done', errors: 0 })),
    );
  }, 180_000);

  it('同一张表再传一次，说清是谁什么时候传过的，什么也不改', async () => {
    const ledger = countyFiles()[0];
    if (ledger === undefined) throw new Error('the county has no ledger');
    const form = new FormData();
    form.set('file', new File([readFileSync(ledger.path)], '换个名字.xlsx'));
    const again = await inspector.ask('POST', '/api/imports', form);
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('王建国');
  });

  it('带错误的工资表：每一处都指出行、列、原因和改法，还能按自己的表标出来拿回去', async () => {
    const view = await upload(inspector, 'payroll-with-faults.xlsx', faultyPayroll());
    expect(view.state).toBe('checked');
    const { items } = await inspector.get<{ items: { row: number; column: string; reason: string; cure: string }[] }>(`/api/imports/${view.id}/errors`);
    for (const fault of expected.faults) {
      const told = items.filter((item) => item.row === fault.row && item.column.includes(fault.column));
      expect(told.map((item) => item.reason).join(), `第 ${fault.row} 行 ${fault.column}`).toContain(fault.reason);
      expect(told.every((item) => item.cure.length > 4)).toBe(true);
    }
    expect(items.filter((item) => item.row >= 19)).toEqual([]);
    const refused = await inspector.ask('POST', `/api/imports/${view.id}/confirm`, { acceptValidRowsOnly: false });
    expect(refused.ok, '有错的表不能整张收下').toBe(false);
    const marked = await inspector.ask('GET', `/api/imports/${view.id}/errors.xlsx`);
    expect(new Uint8Array(await marked.arrayBuffer()).subarray(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
    await inspector.post(`/api/imports/${view.id}/cancel`);
  }, 60_000);
});

describe('W1 W2 W7 该预警的都预警，不该预警的不冤枉人', () => {
  it('手工算出的预警一条不少，人数、金额、级别都对', async () => {
    const warnings = await warningsOf(inspector, 'state=raised,acknowledged,handled,verified');
    const rules = await inspector.get<{ code: string; warns: string[] }[]>('/api/law/rules');
    const warns = (code: string) => [code, ...(rules.find((rule) => rule.code === code)?.warns ?? [])];
    for (const must of expected.must) {
      const found = warnings.filter(
        (row) =>
          row.standing &&
          row.projectName === must.project &&
          (must.month === null || row.month === must.month) &&
          (row.ruleCode === must.rule || must.warns.some((code) => warns(row.ruleCode).includes(code))),
      );
      expect(found.length, JSON.stringify(must)).toBe(1);
      const [row] = found;
      if (must.people !== null) expect(row?.people, JSON.stringify(must)).toBe(must.people);
      if (must.amountFen !== null) expect(row?.amountFen, JSON.stringify(must)).toBe(must.amountFen);
      if (must.level !== null) expect(row?.level, JSON.stringify(must)).toBe(must.level);
    }
  });

  it('除此以外没有一级以上的预警，也没有数据预警', async () => {
    const rules = await inspector.get<{ code: string; warns: string[] }[]>('/api/law/rules');
    const warnings = (await warningsOf(inspector, 'state=raised,acknowledged,handled,verified')).filter((row) => row.standing);
    const listed = (row: WarningRow, list: readonly { project: string; warns: readonly string[]; rule?: string; levelAtMost?: number }[]) =>
      list.some(
        (entry) =>
          (entry.project === '*' || entry.project === row.projectName) &&
          (entry.rule === row.ruleCode ||
            entry.warns.some((code) => (rules.find((rule) => rule.code === row.ruleCode)?.warns ?? []).includes(code) || code === row.ruleCode)) &&
          row.level <= (entry.levelAtMost ?? 4),
      );
    const surplus = warnings.filter((row) => (row.level >= 1 || row.isData) && !listed(row, expected.must) && !listed(row, expected.may));
    expect(surplus.map((row) => `${row.ruleCode} ${row.projectName} ${row.month ?? ''} ${row.says}`)).toEqual([]);
  });

  it('P5 项目页回答“是不是都发了”，钱停在工人这一步，四个人点一下就能看到', async () => {
    const { items } = await inspector.get<ProjectList>(`/api/projects?q=${encodeURIComponent(SEWER)}`);
    const page = await inspector.get<ProjectPage>(`/api/projects/${items[0]?.id}`);
    expect(page.answer.paid).toBe(false);
    expect(page.answer.says).toContain('4 人');
    const unpaid = await inspector.get<{ items: WorkerMonthRow[]; total: number }>(`/api/projects/${items[0]?.id}/workers?month=2026-09&which=unpaid`);
    const short = await inspector.get<{ items: WorkerMonthRow[]; total: number }>(`/api/projects/${items[0]?.id}/workers?month=2026-09&which=short`);
    expect([...unpaid.items, ...short.items].map((worker) => [worker.name, worker.owedFen]).sort()).toEqual(
      [
        ['杨五谷', '520000'],
        ['朱六顺', '520000'],
        ['蒋平安', '364000'],
        ['韩四海', '260000'],
      ].sort(),
    );
    expect(unpaid.items.every((worker) => /^37\*{13}\d{2}[\dX]$/.test(worker.identityMask))).toBe(true);
  });
});

describe('X2 谁能看什么', () => {
  it('别的镇看不见这个项目、这条预警，也改不了它', async () => {
    const { items } = await inspector.get<ProjectList>(`/api/projects?q=${encodeURIComponent(SEWER)}`);
    const warning = await find(inspector, SEWER, 'PAY-03', '2026-09');
    expect((await neighbour.get<ProjectList>('/api/projects')).items.map((row) => row.name).sort()).toEqual(['柳湖佳苑1号楼', '鱼丘标准厂房二期'].sort());
    for (const path of [
      `/api/projects/${items[0]?.id}`,
      `/api/projects/${items[0]?.id}/payroll?month=2026-09`,
      `/api/projects/${items[0]?.id}/roster`,
      `/api/warnings/${warning.id}`,
    ]) {
      const answer = await neighbour.ask('GET', path);
      const body = await answer.text();
      expect(body, path).not.toContain('杨五谷');
      expect(answer.status === 404 || body.includes('"total":0'), `${path} ${answer.status} ${body.slice(0, 120)}`).toBe(true);
    }
    const meddling = await neighbour.ask('POST', `/api/warnings/${warning.id}/steps`, { step: 'acknowledge', commandId: randomUUID() });
    expect(meddling.status).toBe(404);
    expect((await warningsOf(neighbour)).some((row) => row.projectName === SEWER)).toBe(false);
  });

  it('看一个人的身份证号要有权限，看了就有记录', async () => {
    const { items } = await inspector.get<ProjectList>(`/api/projects?q=${encodeURIComponent(SEWER)}`);
    const project = items[0]?.id;
    const unpaid = await inspector.get<{ items: WorkerMonthRow[] }>(`/api/projects/${project}/workers?month=2026-09&which=unpaid`);
    const person = unpaid.items[0]?.personId;
    const shown = await inspector.get<{ identity: string }>(`/api/persons/${person}/identity?project=${project}`);
    expect(shown.identity).toMatch(/^371526\d{11}[\dX]$/);
    expect((await neighbour.ask('GET', `/api/persons/${person}/identity?project=${project}`)).status).not.toBe(200);
    const auditor = await signIn(product.url, 'shenji', DEMO_PASSWORD);
    const trail = await auditor.get<{ items: AuditRow[] }>('/api/audit?actor=王建国');
    expect(trail.items.some((row) => row.object.includes(String(person)))).toBe(true);
    expect(JSON.stringify(trail)).not.toContain(shown.identity);
  });
});

describe('W3 一条预警从发出到销号', () => {
  let id: string;

  beforeAll(async () => {
    const row = await find(inspector, SEWER, 'PAY-03', '2026-09');
    id = row.id;
    const enterprise = await inspector.get<{ kind: string; screen: string }[]>('/api/search?q=' + encodeURIComponent('山东朔垣市政'));
    expect(enterprise.length).toBeGreaterThan(0);
    officer = await engage({
      login: 'shuoyuan',
      name: '周守信',
      role: 'wage-officer',
      organisation: '山东朔垣市政工程有限公司',
      enterpriseId: await enterpriseNamed(administrator, '山东朔垣市政工程有限公司'),
    });
  }, 60_000);

  it('预警说清为什么：事实、界线、条款、来源、怎样才算消除', async () => {
    const page = await inspector.get<WarningPage>(`/api/warnings/${id}`);
    expect(page.says).toContain('16,640 元');
    expect(page.articles.some((article) => article.fullTitle.includes('保障农民工工资支付条例'))).toBe(true);
    expect(page.values.length).toBeGreaterThan(2);
    expect(page.rows.length).toBeGreaterThan(0);
    for (const rows of page.rows) expect((await inspector.ask('GET', rows.href)).status, rows.href).toBe(200);
    expect(page.clears).not.toBe('');
  });

  it('总包只看见自己的，回复要附证据', async () => {
    const mine = await warningsOf(officer);
    expect(new Set(mine.map((row) => row.projectName))).toEqual(new Set([SEWER]));
    expect((await warningsOf(officer, 'mine=1')).every((row) => row.projectName === SEWER)).toBe(true);
    await step(inspector, id, { step: 'acknowledge' });
    const bare = await officer.ask('POST', `/api/warnings/${id}/steps`, { step: 'handle', note: '已补发', commandId: randomUUID() });
    expect(bare.ok).toBe(false);
    const form = new FormData();
    form.set('step', 'handle');
    form.set('note', '四名工人差额已于 11 月 19 日从专户补发。');
    form.set('commandId', 'reply-of-the-officer-1');
    form.set('files', new File(['%PDF-1.4 receipt'], '补发回单.pdf', { type: 'application/pdf' }));
    const page = await officer.post<WarningPage>(`/api/warnings/${id}/steps`, form);
    expect(page.warning.state).toBe('handled');
    const evidence = page.steps.flatMap((one) => one.evidence);
    expect(evidence.map((file) => file.fileName)).toEqual(['补发回单.pdf']);
    const file = await specialist.ask('GET', `/api/warnings/${id}/evidence/${evidence[0]?.id}`);
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect((await neighbour.ask('GET', `/api/warnings/${id}/evidence/${evidence[0]?.id}`)).status).toBe(404);
  });

  it('数据没变，不能按“已发清”销号；也不能自己核实自己', async () => {
    const self = await officer.ask('POST', `/api/warnings/${id}/steps`, { step: 'verify', note: '属实', commandId: randomUUID() });
    expect(self.ok).toBe(false);
    const early = await specialist.ask('POST', `/api/warnings/${id}/steps`, { step: 'close', reason: 'paid', commandId: randomUUID() });
    expect(early.ok).toBe(false);
  });

  it('补发的流水导入后数据自己说已付清，镇专员核实、销号，一步一条记录', async () => {
    const statement = lateStatement();
    const view: ImportView = await confirm(officer, await upload(officer, '专户流水11月补发.csv', new TextEncoder().encode(statement), 'flows'));
    expect(view.state, view.problem ?? '').toBe('done');
    await expect.poll(async () => (await find(specialist, SEWER, 'PAY-03', '2026-09')).standing, { timeout: 15_000 }).toBe(false);
    await step(specialist, id, { step: 'verify', note: '电话问过四名工人，钱都到账了。' });
    const closed = await step(specialist, id, { step: 'close', reason: 'paid', note: '已付清' });
    expect(closed.warning.state).toBe('closed');
    expect(closed.steps.map((one) => one.step)).toEqual(expect.arrayContaining(['raised', 'acknowledged', 'handled', 'cleared', 'verified', 'closed']));
    const auditor = await signIn(product.url, 'shenji', DEMO_PASSWORD);
    const trail = await auditor.get<{ items: AuditRow[] }>(`/api/audit?object=warning:${id}`);
    const actors = trail.items.map((row) => row.actorName);
    for (const actor of ['王建国', '周守信', '孟宪礼']) expect(actors).toContain(actor);
  }, 60_000);

  it('审计链完好，fsck 说得出来', () => {
    const said = execFileSync(process.execPath, ['src/apps/cli.ts', 'fsck'], {
      encoding: 'utf8',
      env: { ...process.env, ANXIN_DATA: product.folder, ANXIN_DEMO: 'people' },
    });
    expect(said).toMatch(/完好|没有发现|一致/);
  });
});
