import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase, seen } from '../../../../../test/support/database.ts';
import type { ImportView } from '../domain/index.ts';
import type { Imports } from './service.ts';
import { csv, identityOf, LEDGER, layOut, OFFICIAL, open, rosterFile } from './test-files.ts';

// Everything arrives on 2026-11-22.
let db: FreshDatabase;
let service: Imports;

beforeAll(async () => {
  db = await freshDatabase();
  await layOut(db);
  service = open(db);
  await take(LEDGER);
  await take(rosterFile(3));
});
afterAll(async () => {
  await service.close();
  await db.drop();
});

async function read(content: Buffer): Promise<ImportView> {
  const received = await service.upload(OFFICIAL, { name: '表.csv', content, kind: null, projectId: null });
  if (!received.ok) throw new Error(received.refusal.says);
  await service.settled();
  const view = await service.view(OFFICIAL, received.value.id);
  if (!view.ok) throw new Error(view.refusal.says);
  return view.value;
}

async function take(content: Buffer, validOnly = false): Promise<ImportView> {
  const checked = await read(content);
  expect(checked).toMatchObject({ state: 'checked', problem: null });
  expect(await service.confirm(OFFICIAL, checked.id, validOnly)).toMatchObject({ ok: true });
  await service.settled();
  const done = await service.view(OFFICIAL, checked.id);
  if (!done.ok || done.value.state !== 'done') throw new Error(`not done: ${checked.id}`);
  return done.value;
}

const covers = (view: ImportView) =>
  db.owner<Record<string, unknown>>(
    `select feed, account_no as account, from_on::text as from, through_on::text as through, undone_at is not null as undone
     from prevention.coverage where import_id = $1 order by from_on`,
    [view.id],
  );
const marked = (why: string) => db.owner('select from prevention.dirty where why = $1', [why]);

const ACCOUNT = '15001234567890';
const HEAD = ['交易日期', '交易流水号', '收入金额', '支出金额', '余额', '对方户名', '对方账号', '摘要'];
const INFLOW = ['2026-09-08', 'S1', '65000', '', '65000', '高唐城投公司', '37001', '人工费'];
const statement = (title: string, ...rows: readonly (readonly (string | null)[])[]) => csv([[`账号：${ACCOUNT}`, null, title], HEAD, ...rows]);
const GRID_HEAD = ['序号', '姓名', '身份证号', ...Array.from({ length: 31 }, (_, at) => String(at + 1))];
const grid = (title: string, until: number, person = 0) =>
  csv([
    [title, null, '工程名称：锦绣城一期'],
    GRID_HEAD,
    [1, `工人${person}`, identityOf(person), ...Array.from({ length: 31 }, (_, at) => (at < until ? '√' : null))],
  ]);

describe('专户流水管到哪天', () => {
  it('写了起止日期的管到截止日，没写的管第一笔到最后一笔', async () => {
    expect(await covers(await take(statement('起止日期：2026-07-15至2026-11-20', INFLOW)))).toEqual([
      { feed: 'flows', account: ACCOUNT, from: '2026-07-15', through: '2026-11-20', undone: false },
    ]);
    expect(await covers(await take(statement('币种：人民币', INFLOW, ['2026-09-11', 'S2', '1', '', '', '', '', '结息'])))).toMatchObject([
      { from: '2026-09-08', through: '2026-09-11' },
    ]);
  });

  it('写到以后的只管到收下的那天', async () => {
    expect(await covers(await take(statement('查询期间：2026-10-01 至 2026-12-31', INFLOW)))).toMatchObject([{ from: '2026-09-08', through: '2026-11-22' }]);
  });

  it('每一笔都收过的也记下，并且重算；撤销就收回', async () => {
    const done = await take(statement('起止日期：2026-07-15至2026-11-21', INFLOW));
    expect(done).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    expect(await covers(done)).toMatchObject([{ through: '2026-11-21', undone: false }]);
    expect(await marked(`import:${done.id}`)).toHaveLength(1);

    await db.owner('delete from prevention.dirty');
    expect(await service.undo(OFFICIAL, done.id, '拿错了账户')).toMatchObject({ ok: true });
    expect(await covers(done)).toMatchObject([{ through: '2026-11-21', undone: true }]);
    expect(await marked(`undo:${done.id}`)).toHaveLength(1);
  });

  it('一笔也没有、写明账号和期间的对账单照收', async () => {
    const quiet = await read(statement('起止日期：2026-10-01至2026-10-31'));
    expect(quiet).toMatchObject({ state: 'checked', errorRows: 0, totals: { rows: 0, projects: 1, from: '2026-10-01', until: '2026-10-31' } });
    expect(await service.confirm(OFFICIAL, quiet.id, false)).toMatchObject({ ok: true });
    await service.settled();
    expect(await covers(quiet)).toEqual([{ feed: 'flows', account: ACCOUNT, from: '2026-10-01', through: '2026-10-31', undone: false }]);
    expect(await marked(`import:${quiet.id}`)).toHaveLength(1);
    const noted = await take(statement('起止日期：2026-08-01至2026-08-31', ['没有符合条件的交易记录']));
    expect(await covers(noted)).toMatchObject([{ from: '2026-08-01', through: '2026-08-31' }]);
  });

  it('没有期间、还没开始或不认得账号的空对账单不收，并说明怎么办', async () => {
    expect(await read(statement('币种：人民币'))).toMatchObject({ state: 'failed', problem: expect.stringContaining('起止日期') });
    expect(await read(statement('起止日期：2026-12-01至2026-12-31'))).toMatchObject({ state: 'failed' });
    const foreign = await read(csv([['账号：99887766554433'], ['起止日期：2026-10-01至2026-10-31'], HEAD]));
    expect(foreign).toMatchObject({ state: 'failed', problem: expect.stringContaining('没有找到这个账号') });
  });

  it('有一笔没收下的，只管到收下的最后一笔：没收下的可能正是那笔工资', async () => {
    const done = await take(statement('起止日期：2026-07-15至2026-11-19', INFLOW, ['2026-10-15', 'S9', '', '六千', '', '工人0', '', '9月工资']), true);
    expect(done).toMatchObject({ errorRows: 1 });
    expect(await covers(done)).toMatchObject([{ from: '2026-09-08', through: '2026-09-08' }]);
  });
});

describe('考勤管到哪天', () => {
  it('过去的月表管整月，本月的管到填到的那天或制表的那天', async () => {
    expect(await covers(await take(grid('2026年9月考勤表', 12)))).toEqual([
      { feed: 'attendance', account: '', from: '2026-09-01', through: '2026-09-30', undone: false },
    ]);
    const current = await take(grid('2026年11月考勤表', 12));
    expect(await covers(current)).toMatchObject([{ from: '2026-11-01', through: '2026-11-12' }]);
    // Nobody came after the 12th, and the sheet says so up to the 18th; marks set ahead of the day count for nothing.
    const marks = (until: number) => Array.from({ length: 31 }, (_, at) => (at < 12 ? '√' : at < until ? '×' : null));
    const ahead = (until: number) => csv([['2026年11月考勤表', null, '工程名称：锦绣城一期'], GRID_HEAD, [1, '工人2', identityOf(2), ...marks(until)]]);
    expect(await covers(await take(ahead(18)))).toMatchObject([{ from: '2026-11-01', through: '2026-11-18' }]);
    expect(await covers(await take(ahead(30)))).toMatchObject([{ from: '2026-11-01', through: '2026-11-22' }]);
    const made = csv([
      ['2026年11月考勤表', null, '工程名称：锦绣城一期'],
      ['制表日期：2026-11-16'],
      GRID_HEAD,
      [1, '工人1', identityOf(1), ...Array.from({ length: 31 }, (_, at) => (at < 15 ? '√' : null))],
    ]);
    expect(await covers(await take(made))).toMatchObject([{ from: '2026-11-01', through: '2026-11-16' }]);
    expect(await service.undo(OFFICIAL, current.id, '重来')).toMatchObject({ ok: true });
    expect(await covers(current)).toMatchObject([{ undone: true }]);
  });

  it('打卡记录按写明的期间，没写的到最后一次', async () => {
    const punches = (title: string, at: string) =>
      csv([
        [title, null, '工程名称：锦绣城一期'],
        ['姓名', '身份证号', '打卡时间', '进出方向'],
        ['工人2', identityOf(2), `${at} 07:00`, '进'],
        ['工人2', identityOf(2), `${at} 17:00`, '出'],
      ]);
    expect(await covers(await take(punches('打卡日期范围：2026-10-01至2026-10-31', '2026-10-05')))).toMatchObject([
      { from: '2026-10-01', through: '2026-10-31' },
    ]);
    expect(await covers(await take(punches('考勤记录', '2026-10-06')))).toMatchObject([{ from: '2026-10-06', through: '2026-10-06' }]);
  });
});

it('管到哪天随项目可见：本县看得到，邻县看不到', async () => {
  const sql = 'select from prevention.coverage';
  expect(await seen(db.store, { role: 'app_official', region: '371526', accountId: '1' }, sql)).not.toHaveLength(0);
  expect(await seen(db.store, { role: 'app_official', region: '371522', accountId: '2' }, sql)).toHaveLength(0);
});
