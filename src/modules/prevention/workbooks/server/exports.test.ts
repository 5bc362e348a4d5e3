import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import ExcelJS from '@protobi/exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '#platform/clock.ts';
import { openSheets } from '#platform/exchange/index.ts';
import { freshKeys, openVault } from '#platform/vault/index.ts';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/database.ts';
import { type Imports, imports, type Sender } from '../../imports/server/index.ts';
import { type ExportOrder, HOURLY, WORKBOOK_KINDS } from '../domain/index.ts';
import { workbookChecks } from './checks.ts';
import { type Exports, workbookExports } from './exports.ts';
import { invented } from './test-county.ts';

const TODAY = '2026-11-22' as never;
const BY: Sender = {
  accountId: '1',
  name: '李监察',
  role: 'inspector',
  regionCode: '371526',
  enterpriseId: null,
  scope: { role: 'app_official', region: '371526', accountId: '1' },
  permissions: ['import.ledger', 'import.records', 'import.undo', 'worker.unmask'],
};
const other = (accountId: string, more: Partial<Sender> = {}): Sender => ({
  ...BY,
  accountId,
  scope: { role: 'app_official', region: '371526', accountId },
  ...more,
});

let db: FreshDatabase;
let files: Imports;
let exports: Exports;
let projectId: string;

beforeAll(async () => {
  db = await freshDatabase();
  const keys = freshKeys();
  await db.owner(`insert into office.region (code, name, level, parent) values ('37', '山东省', 'province', null), ('3715', '聊城市', 'prefecture', '37'), ('371526', '高唐县', 'county', '3715'),
    ('371526001', '鱼邱湖街道', 'town', '371526')`);
  files = imports({ store: db.store, clock: fixedClock(TODAY), keys, connectionString: db.appUrl });
  exports = workbookExports({ store: db.store, clock: fixedClock(TODAY), vault: openVault(keys) });
  for (const file of invented()) await take(file);
  projectId = (await db.owner<{ id: string }>('select id from prevention.project order by id limit 1'))[0]?.id ?? '';
  // Five files through the whole import, one after the other.
}, 240_000);
afterAll(async () => {
  await files.close();
  await db.drop();
});

async function check(content: Buffer) {
  const received = await files.upload(BY, { name: '表.xlsx', content, kind: null, projectId: null });
  if (!received.ok) throw new Error(received.refusal.says);
  await files.settled();
  const seen = await files.view(BY, received.value.id);
  if (!seen.ok) throw new Error(seen.refusal.says);
  return seen.value;
}

async function take(content: Buffer) {
  const checked = await check(content);
  expect(checked).toMatchObject({ state: 'checked', errorRows: 0 });
  await files.confirm(BY, checked.id, false);
  await files.settled();
}

async function file(order: Partial<ExportOrder> & Pick<ExportOrder, 'kind'>, by: Sender = BY): Promise<Buffer> {
  const asked = await exports.ask(by, { projectId, month: '2026-09', purpose: '核对九月工资', whole: false, isForm: false, ...order });
  if (!asked.ok) throw new Error(`${asked.refusal.code} ${asked.refusal.says}`);
  const opened = await exports.open(by, asked.value.id);
  if (!opened.ok) throw new Error(opened.refusal.says);
  return buffer(opened.value.content);
}

async function cellsOf(content: Buffer) {
  const sheets: { name: string; rows: unknown[][] }[] = [];
  for (const sheet of await openSheets(content)) {
    const rows: unknown[][] = [];
    for await (const batch of sheet.rows) rows.push(...batch.map((row) => [...row.cells]));
    sheets.push({ name: sheet.name, rows });
  }
  return sheets;
}

describe('导出再导入：什么都没有变', () => {
  it.each(['roster', 'attendance', 'payroll', 'ledger', 'accounts'] as const)('%s', async (kind) => {
    const seen = await check(await file({ kind, whole: kind !== 'ledger' && kind !== 'accounts' }));
    // The store's own test for the same: either the rows were met before, or each is what is held.
    expect({ problem: seen.problem, state: seen.state, added: seen.added, changed: seen.changed, errors: seen.errorCells }).toMatchObject(
      seen.state === 'cancelled' ? { added: 0, changed: 0 } : { problem: null, state: 'checked', added: 0, changed: 0, errors: 0 },
    );
    expect(seen.state === 'cancelled' || seen.unchanged > 0).toBe(true);
  });

  it('改了一格，只有那一行是改动', async () => {
    await db.owner(
      `update prevention.payroll_line set bonus_fen = 100 where person_id = (select min(person_id) from prevention.payroll_line) and superseded_at is null`,
    );
    const content = await file({ kind: 'payroll', whole: true });
    await db.owner(`update prevention.payroll_line set bonus_fen = 0 where bonus_fen = 100`);
    expect(await check(content)).toMatchObject({ state: 'checked', added: 0, changed: 1 });
  });

  it('遮住号码的表导不进去，也不会把卡号抹掉', async () => {
    expect(await check(await file({ kind: 'payroll' }))).toMatchObject({ state: 'checked', added: 0, changed: 0, unchanged: 0 });
  });

  it('预填的工资表：工人、班组、天数在，金额空着；填上就能导入', async () => {
    const [sheet] = await cellsOf(await file({ kind: 'payroll', isForm: true, whole: true, month: '2026-10' }));
    const head = sheet?.rows.find((row) => row.includes('实发金额')) ?? [];
    const rows = sheet?.rows.filter((row) => typeof row[0] === 'number') ?? [];
    expect(rows).toHaveLength(4);
    for (const row of rows) {
      expect(row[head.indexOf('身份证号')]).toMatch(/^\d{17}[\dX]$/);
      expect(row[head.indexOf('班组')]).toBe('钢筋一班');
      expect(row[head.indexOf('实发金额')] ?? null).toBeNull();
    }
  });
});

/** Opens what was downloaded, types into cells by name and heading, and saves it again. */
async function fillIn(content: Buffer, cells: Readonly<Record<string, Readonly<Record<string, string | number>>>>): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(content).buffer);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error('no sheet');
  let columns = new Map<string, number>();
  sheet.eachRow((row) => {
    const texts = new Map<string, number>();
    row.eachCell((cell, at) => texts.set(cell.text, at));
    if (texts.has('姓名')) columns = texts;
    const name = row.getCell(columns.get('姓名') ?? 1).text;
    for (const [heading, value] of Object.entries(cells[name] ?? {})) row.getCell(columns.get(heading) ?? 999).value = value;
  });
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('退场工资结清单', () => {
  const held = () =>
    db.owner<Record<string, unknown>>(
      `select name, left_on::text, contract_no, phone_mask, card_tail, card_cipher is not null as whole_card, pay_rate_fen::text, employer_enterprise_id, is_leader, team
       from prevention.roster_entry where superseded_at is null order by name`,
    );

  it('预填的空表：在场的人都在，退场日期和本次结清空着', async () => {
    const [sheet] = await cellsOf(await file({ kind: 'leaving', isForm: true, whole: true }, other('20')));
    const head = sheet?.rows.find((row) => row.includes('本次结清')) ?? [];
    const rows = sheet?.rows.filter((row) => typeof row[0] === 'number') ?? [];
    expect(rows.map((row) => row[head.indexOf('姓名')])).toEqual(['张丁', '张丙', '张乙', '张甲'].sort());
    for (const row of rows) expect([row[head.indexOf('退场日期')] ?? null, row[head.indexOf('本次结清')] ?? null]).toEqual([null, null]);
  });

  it('填好导入：只记下退场日期，合同、电话、工资卡、工资标准一样不少', async () => {
    const before = await held();
    const form = await fillIn(await file({ kind: 'leaving', isForm: true, whole: true }, other('21')), { 张丁: { 退场日期: '2026-11-20', 本次结清: 5600 } });
    const checked = await check(form);
    expect(checked).toMatchObject({ state: 'checked', kind: 'roster', added: 0, changed: 1, unchanged: 3, errorCells: 0 });
    await files.confirm(BY, checked.id, false);
    await files.settled();
    expect(await held()).toEqual(before.map((row) => (row['name'] === '张丁' ? { ...row, left_on: '2026-11-20' } : row)));
    const undone = await files.undo(BY, checked.id, '试着导入');
    expect(undone.ok).toBe(true);
    await files.settled();
    expect(await held()).toEqual(before);
  });

  it('退场日期早于进场日期：说清哪一格、怎么改', async () => {
    const form = await fillIn(await file({ kind: 'leaving', isForm: true, whole: true }, other('22')), { 张乙: { 退场日期: '2026-01-01' } });
    const checked = await check(form);
    const errors = await files.errors(BY, checked.id, 1);
    expect(errors.ok && errors.value.items).toMatchObject([{ column: '退场日期', reason: '退场日期早于进场日期', cure: '请核对进场和退场日期。' }]);
  });

  it('花名册有这一列而空着：就是没有了；没有这一列：还是原来的', async () => {
    const [worker] = await db.owner<{ name: string }>('select name from prevention.roster_entry where superseded_at is null order by name limit 1');
    const name = worker?.name ?? '';
    const content = await file({ kind: 'roster', whole: true }, other('23'));
    const emptied = await check(await fillIn(content, { [name]: { 劳动合同编号: '' } }));
    expect(emptied).toMatchObject({ state: 'checked', changed: 1 });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(content).buffer);
    const sheet = book.worksheets[0];
    sheet?.eachRow((row) => row.eachCell((cell) => (cell.text === '劳动合同编号' || /^LD-/.test(cell.text) ? (cell.value = null) : undefined)));
    expect(await check(Buffer.from(await book.xlsx.writeBuffer()))).toMatchObject({ state: 'checked', changed: 0 });
  });
});

// Written by LibreOffice Calc 7.4 out of this county's exports, saved as Excel 97-2003.
describe('表格软件另存的 .xls 导入：什么都没有变', () => {
  it.each(['roster', 'attendance', 'payroll', 'ledger', 'accounts', 'leaving'] as const)('%s', async (kind) => {
    const seen = await check(readFileSync(new URL(`./fixtures/${kind}.xls`, import.meta.url)));
    expect(seen).toMatchObject(
      seen.state === 'cancelled' ? { added: 0, changed: 0 } : { problem: null, state: 'checked', added: 0, changed: 0, errorCells: 0, warningCells: 0 },
    );
    expect(seen.state === 'cancelled' || seen.unchanged > 0).toBe(true);
  });
});

describe('每份导出说清谁、何时、为何', () => {
  it.each(WORKBOOK_KINDS)('%s：说明页、没有公式、遮住号码', async (kind) => {
    const content = await file({ kind }, other('2', { name: '=赵监察' }));
    const sheets = await cellsOf(content);
    expect(sheets.map((sheet) => sheet.name)).toHaveLength(2);
    expect(sheets[1]?.rows.flat()).toEqual(expect.arrayContaining(['导出人', '用途', '核对九月工资']));
    expect(sheets[0]?.rows.length).toBeGreaterThan(3);
    // The wage officer's own number stands on the notice board; a worker's does not.
    expect(JSON.stringify(sheets).replaceAll('13800001234', '')).not.toMatch(/\d{17}[\dX]|622202\d{10}|138\d{8}/);
  });

  it('审计里有：要了什么、完整与否、多少人、为何；取完了也记', async () => {
    await file({ kind: 'roster', whole: true }, other('3'));
    await expect.poll(async () => (await db.owner("select from audit.entry where action = 'export.done' and actor_id = 3")).length).toBe(1);
    const [asked] = await db.owner<{ detail: unknown }>("select detail from audit.entry where action = 'export.asked' and actor_id = 3");
    expect(asked?.detail).toMatchObject({ kind: 'roster', whole: true, people: 4, purpose: '核对九月工资' });
  });

  it('只能取一次；别人取不到', async () => {
    const asked = await exports.ask(BY, { kind: 'roster', projectId, purpose: '核对花名册', whole: false, isForm: false });
    if (!asked.ok) throw new Error(asked.refusal.says);
    expect(await exports.open(other('9'), asked.value.id)).toMatchObject({ ok: false, refusal: { code: 'export-not-found' } });
    const opened = await exports.open(BY, asked.value.id);
    if (!opened.ok) throw new Error(opened.refusal.says);
    expect(await exports.open(BY, asked.value.id)).toMatchObject({ ok: false, refusal: { code: 'export-over' } });
    await buffer(opened.value.content);
  });

  it('取消：正在写的停下，记为取消', async () => {
    const by = other('4');
    const asked = await exports.ask(by, { kind: 'ledger', purpose: '核对台账', whole: false, isForm: false });
    if (!asked.ok) throw new Error(asked.refusal.says);
    const opened = await exports.open(by, asked.value.id);
    if (!opened.ok) throw new Error(opened.refusal.says);
    await exports.cancel(by, asked.value.id);
    await expect(buffer(opened.value.content)).rejects.toThrow();
    await expect.poll(async () => (await exports.list(by, 1)).items[0]?.state).toBe('cancelled');
  });
});

describe('谁能导出什么', () => {
  it('没有看号码的权限，不能导完整的', async () => {
    const by = other('5', { permissions: [] });
    expect(await exports.ask(by, { kind: 'roster', projectId, purpose: '核对花名册', whole: true, isForm: false })).toMatchObject({
      ok: false,
      refusal: { code: 'export-not-allowed' },
    });
    expect((await exports.ask(by, { kind: 'roster', projectId, purpose: '核对花名册', whole: false, isForm: false })).ok).toBe(true);
  });

  it('辖区外的项目', async () => {
    const by: Sender = { ...BY, accountId: '6', scope: { role: 'app_official', region: '371522', accountId: '6' } };
    expect(await exports.ask(by, { kind: 'roster', projectId, purpose: '核对花名册', whole: false, isForm: false })).toMatchObject({
      ok: false,
      refusal: { code: 'project-not-found' },
    });
    const asked = await exports.ask(by, { kind: 'ledger', purpose: '核对台账', whole: false, isForm: false });
    const opened = asked.ok ? await exports.open(by, asked.value.id) : asked;
    if (!opened.ok) throw new Error(opened.refusal.says);
    expect(JSON.stringify(await cellsOf(await buffer(opened.value.content)))).not.toContain('锦绣城');
  });

  it('同时要十六份完整的，只给十份', async () => {
    const by = other('7');
    const asked = await Promise.all(
      Array.from({ length: 16 }, () => exports.ask(by, { kind: 'roster', projectId, purpose: '核对花名册', whole: true, isForm: false })),
    );
    expect(asked.filter((each) => each.ok)).toHaveLength(HOURLY.whole);
    expect(asked.find((each) => !each.ok)).toMatchObject({ refusal: { code: 'too-many-requests' } });
  });
});

describe('没有工人号码的表', () => {
  it('要完整号码也没有可写的：不算完整导出，不占限额，说明页照实说', async () => {
    const by = other('24');
    const content = await file({ kind: 'summary', whole: true }, by);
    expect((await exports.list(by, 1)).items[0]).toMatchObject({ whole: false });
    expect((await cellsOf(content))[1]?.rows.flat()).toContain('这张表没有工人的号码。');
  });
  it('一行也不知道的数没有合计：差额空着，不是零', async () => {
    await db.owner('update prevention.project set labour_monthly_fen = null');
    const [sheet] = await cellsOf(await file({ kind: 'labour-cost' }, other('25')));
    await db.owner('update prevention.project set labour_monthly_fen = 80000000');
    const head = sheet?.rows.find((row) => row.includes('差额')) ?? [];
    const total = sheet?.rows.find((row) => row[0] === '合计') ?? [];
    expect(total[head.indexOf('差额')] ?? null).toBeNull();
    expect(total[head.indexOf('实拨人工费')]).toBe(700000);
  });
});

describe('报表导入只核对，不存', () => {
  it.each(['summary', 'labour-cost', 'leaving'] as const)('%s：导出再核对，没有差别；核对别的项目没有', async (kind) => {
    await db.owner(`insert into prevention.worker_month (project_id, month, person_id, on_roster, attended_days, due_fen, net_fen, paid_fen, refunded_fen, card_differs, shared_card, two_places_days, longest_run, no_contract, days_differ, below_minimum)
      select project_id, month, person_id, true, 20, due_fen, net_fen, net_fen, 0, false, false, 0, 5, false, false, false from prevention.payroll_line where superseded_at is null on conflict do nothing`);
    await db.owner(
      "update prevention.roster_entry set left_on = '2026-10-31' where superseded_at is null and person_id = (select min(person_id) from prevention.roster_entry)",
    );
    const checks = workbookChecks({ store: db.store, clock: fixedClock(TODAY) });
    const month = kind === 'summary' ? ('2026-09' as never) : null;
    const content = await file({ kind, ...(kind === 'leaving' && { month: '2026-10' }) }, other('8'));
    const checked = await checks.check(BY, { kind, projectId, month, content });
    expect(checked).toMatchObject({ ok: true, value: { differences: [] } });
    expect(checked.ok && checked.value.equal).toBeGreaterThan(0);
    const elsewhere = { ...BY, scope: { role: 'app_official', region: '371522', accountId: '1' } } as const;
    expect(await checks.check(elsewhere, { kind, projectId, month, content })).toMatchObject({ ok: false, refusal: { code: 'project-not-found' } });
    expect(await checks.check(BY, { kind, projectId, month, content: Buffer.from('%PDF-1.7') })).toMatchObject({ ok: false });
  });
});
