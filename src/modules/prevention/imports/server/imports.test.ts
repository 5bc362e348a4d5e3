import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/database.ts';
import type { ImportView } from '../domain/index.ts';
import type { Sender } from './sender.ts';
import type { Imports } from './service.ts';
import { cardOf, csv, enterpriseSender, identityOf, LEDGER, layOut, NEIGHBOUR, OFFICIAL, open, payrollFile, rosterFile } from './test-files.ts';

let db: FreshDatabase;
let service: Imports;

beforeAll(async () => {
  db = await freshDatabase();
  await layOut(db);
  service = open(db);
});
afterAll(async () => {
  await service.close();
  await db.drop();
});

async function send(content: Buffer, by: Sender = OFFICIAL, name = '表.csv', more: Partial<Parameters<Imports['upload']>[1]> = {}): Promise<ImportView> {
  const received = await service.upload(by, { name, content, kind: null, projectId: null, ...more });
  if (!received.ok) throw new Error(`${received.refusal.code} ${received.refusal.says}`);
  await service.settled();
  return view(received.value.id, by);
}

async function view(id: string, by: Sender = OFFICIAL): Promise<ImportView> {
  const seen = await service.view(by, id);
  if (!seen.ok) throw new Error(seen.refusal.says);
  return seen.value;
}

async function take(content: Buffer, by: Sender = OFFICIAL, validOnly = false): Promise<ImportView> {
  const checked = await send(content, by);
  expect(checked).toMatchObject({ state: 'checked', problem: null });
  const confirmed = await service.confirm(by, checked.id, validOnly);
  if (!confirmed.ok) throw new Error(confirmed.refusal.says);
  await service.settled();
  const done = await view(checked.id, by);
  expect(done.problem).toBeNull();
  expect(done.state).toBe('done');
  return done;
}

const count = async (sql: string, values: readonly unknown[] = []) => Number((await db.owner<{ n: string }>(`select count(*) as n from ${sql}`, values))[0]?.n);

describe('五种表从文件到记录', () => {
  it('台账：项目、单位、参建关系和版本，合同造价按万元读', async () => {
    const done = await take(LEDGER);
    expect(done).toMatchObject({ kind: 'ledger', added: 2, changed: 0, unchanged: 0, errorRows: 0 });
    const [project] = await db.owner<Record<string, unknown>>(
      `select p.*, g.name as gc, contract_fen::text as contract from prevention.project p join prevention.enterprise g on g.id = p.gc_enterprise_id where code like '%000001'`,
    );
    expect(project).toMatchObject({
      name: '锦绣城一期',
      region_code: '371526001',
      gc: '山东甲建设有限公司',
      contract: '3200500000',
      pay_day: 15,
      state: 'building',
    });
    expect(project?.['stated']).toEqual(expect.arrayContaining(['contract_fen', 'pay_day', 'account_no']));
    expect(await count('prevention.project_party')).toBe(5);
    expect(await count('prevention.project_version')).toBe(2);
  });

  it('花名册：人进库加密，名册只留掩码', async () => {
    const done = await take(rosterFile(30));
    expect(done).toMatchObject({ kind: 'roster', added: 30, totals: { rows: 30, people: 30 } });
    const [entry] = await db.owner<Record<string, unknown>>(
      `select r.*, e.name as employer from prevention.roster_entry r join prevention.enterprise e on e.id = r.employer_enterprise_id where r.name = '工人0'`,
    );
    expect(entry).toMatchObject({ name: '工人0', employer: '聊城乙劳务有限公司', card_tail: cardOf(0).slice(-4) });
    expect(entry?.['identity_mask']).toBe(`37${'*'.repeat(13)}${identityOf(0).slice(-3)}`);
    expect(await count('prevention.person')).toBe(30);
  });

  it('考勤月表：符号成天，汇总随之而来', async () => {
    const days = Array.from({ length: 31 }, (_, at) => at + 1);
    const marks = (text: string) => days.map((day) => (day <= 30 ? text : null));
    const done = await take(
      csv([
        ['锦绣城一期 2026年9月考勤表'],
        ['工程名称：锦绣城一期'],
        ['序号', '姓名', '身份证号', ...days.map(String), '出勤天数合计'],
        [1, '工人0', identityOf(0), ...marks('√'), 30],
        [2, '工人1', identityOf(1), ...marks('△'), 15],
        [3, '工人2', `37*************${identityOf(2).slice(-3)}`, ...marks('×'), 0],
      ]),
    );
    expect(done).toMatchObject({ kind: 'attendance', added: 3, warningCells: 0 });
    const rows = await db.owner<{ name: string; attended_days: number; half: number }>(
      `select r.name, a.attended_days, bit_count(a.half_days::bit(32))::int as half from prevention.attendance_month a join prevention.roster_entry r using (project_id, person_id) order by r.name`,
    );
    expect(rows).toEqual([
      { name: '工人0', attended_days: 30, half: 0 },
      { name: '工人1', attended_days: 30, half: 30 },
    ]);
  });

  it('打卡记录：一行一次，重复的一次只算一次', async () => {
    const row = (at: string) => ['工人3', identityOf(3), at, '进', 'A1'];
    const done = await take(
      csv([
        ['姓名', '身份证号', '打卡时间', '进出方向', '设备', '工程名称'],
        [...row('2026-09-01 07:00:00'), '锦绣城一期'],
        [...row('2026-09-01 07:00:00'), '锦绣城一期'],
        [...row('2026/9/1 17:30'), '锦绣城一期'],
      ]),
    );
    expect(done).toMatchObject({ kind: 'attendance', added: 2 });
    expect(await count('prevention.punch')).toBe(2);
  });

  it('工资支付表：不在花名册的人照收并提醒，合计核对', async () => {
    const done = await take(
      payrollFile(30, { extra: [[31, '新来的', identityOf(900), '木工', '木工班', 10, 300, 3000, 0, 3000, '工商银行', cardOf(900), '√']], net: () => 6000 }),
    );
    expect(done).toMatchObject({
      kind: 'payroll',
      added: 31,
      totals: { rows: 31, amountFen: '18300000' },
      accepted: { people: 31, projects: 1, from: '2026-09', until: '2026-09' },
    });
    const errors = await service.errors(OFFICIAL, done.id, 1);
    expect(errors.ok && errors.value.items.map((item) => item.reason)).toEqual(
      ['不在这个项目的花名册上', '合计写的是 180000.00，各行相加是 183000.00'].slice(0, errors.ok ? errors.value.total : 0),
    );
  });

  it('专户流水：凭卡号认人，凭摘要认月份，退票单列', async () => {
    const done = await take(
      csv([
        ['账号：15001234567890', null, '户名：山东甲建设有限公司农民工工资专用账户'],
        ['交易日期', '交易流水号', '收入金额', '支出金额', '余额', '对方户名', '对方账号', '摘要'],
        ['2026-10-10', 'S1', '200,000.00', '', '200000', '高唐城投公司', '37001', '人工费'],
        ['2026-10-15', 'S2', '', 6000, '194000', '工人0', cardOf(0), '9月份工资'],
        ['2026-10-15', 'S2', '', 6000, '188000', '工人1', cardOf(1), '9月份工资'],
        ['2026-10-16', 'S3', 6000, '', '194000', '工人1', cardOf(1), '退票：账号户名不符'],
        ['2026-10-17', 'S4', '', 5000, '189000', '山东甲建设有限公司', '37009', '货款'],
      ]),
    );
    expect(done).toMatchObject({ kind: 'flows', added: 5 });
    const rows = await db.owner<Record<string, unknown>>(
      `select f.kind, f.direction, to_char(f.pay_month, 'YYYY-MM') as pay, r.name from prevention.account_flow f left join prevention.roster_entry r on r.project_id = f.project_id and r.person_id = f.person_id order by f.row_no`,
    );
    expect(rows).toEqual([
      { kind: 'inflow', direction: 'in', pay: null, name: null },
      { kind: 'wage', direction: 'out', pay: '2026-09', name: '工人0' },
      { kind: 'wage', direction: 'out', pay: '2026-09', name: '工人1' },
      { kind: 'refund', direction: 'in', pay: null, name: '工人1' },
      { kind: 'other-out', direction: 'out', pay: null, name: null },
    ]);
    expect(await count(`prevention.dirty where why = $1`, [`import:${done.id}`])).toBe(2);
  });
});

describe('同样的内容不重复导入', () => {
  it('同一个文件再传：说明何时由谁导入过，什么也不改', async () => {
    const again = await service.upload(OFFICIAL, { name: '又一次.csv', content: LEDGER, kind: null, projectId: null });
    expect(again.ok ? null : again.refusal.code).toBe('import-repeated');
    expect(again.ok ? '' : again.refusal.says).toMatch(/李监察于 \d{4}-\d{2}-\d{2}/);
  });

  it('换了文件、内容相同：读完即说明，什么也不改', async () => {
    const before = await count('prevention.roster_entry');
    const again = await send(Buffer.concat([Buffer.from('\ufeff'), rosterFile(30)]), OFFICIAL, '另存.csv');
    expect(again).toMatchObject({ state: 'cancelled' });
    expect(again.problem).toContain('相同的内容已由李监察');
    expect(await count('prevention.roster_entry')).toBe(before);
  });

  it('改了一个人的实发：一行替换，其余不动', async () => {
    const done = await take(payrollFile(30, { net: (at) => (at === 7 ? 5999.5 : 6000) }));
    expect(done).toMatchObject({ added: 0, changed: 1, unchanged: 29 });
    expect(await count('prevention.payroll_line where superseded_at is null')).toBe(31);
  });
});

describe('撤销', () => {
  it('被后来的导入替换过的不能撤销，先撤销后来的；撤销后恢复原样', async () => {
    const listed = await service.list(OFFICIAL, { kind: 'payroll', page: 1 });
    const [second, first] = listed.items;
    expect((await service.undo(OFFICIAL, first?.id ?? '', '试一试')).ok).toBe(false);
    const undone = await service.undo(OFFICIAL, second?.id ?? '', '金额改错了');
    expect(undone).toMatchObject({ ok: true, value: { state: 'undone' } });
    const [line] = await db.owner<{ net: string }>(`select net_fen::text as net from prevention.payroll_line where name = '工人7' and superseded_at is null`);
    expect(line?.net).toBe('600000');
    expect(await service.undo(OFFICIAL, first?.id ?? '', '整批撤回')).toMatchObject({ ok: true });
    expect(await count('prevention.payroll_line where superseded_at is null')).toBe(0);
    expect(await count(`audit.entry where action = 'import.undone'`)).toBe(2);
  });

  it('流水和打卡也能撤销，考勤汇总跟着改', async () => {
    for (const kind of ['flows', 'attendance'] as const) {
      const listed = await service.list(OFFICIAL, { kind, page: 1 });
      expect(await service.undo(OFFICIAL, listed.items[0]?.id ?? '', '重来')).toMatchObject({ ok: true });
    }
    expect(await count('prevention.account_flow where undone_at is null')).toBe(0);
    expect(await count('prevention.punch')).toBe(0);
    expect(await count('prevention.attendance_month')).toBe(2);
  });

  it('台账里已有花名册的新项目不能撤销', async () => {
    const listed = await service.list(OFFICIAL, { kind: 'ledger', page: 1 });
    const undone = await service.undo(OFFICIAL, listed.items[0]?.id ?? '', '不要了');
    expect(undone.ok ? '' : undone.refusal.says).toContain('已经有花名册');
  });
});

describe('谁能写到哪里', () => {
  it('辖区外的项目等于不存在', async () => {
    const checked = await send(rosterFile(2), NEIGHBOUR);
    expect(checked).toMatchObject({ state: 'checked', errorRows: 2, accepted: { rows: 0 } });
    const refused = await service.confirm(NEIGHBOUR, checked.id, true);
    expect(refused.ok ? '' : refused.refusal.code).toBe('import-nothing-valid');
    expect((await service.view(OFFICIAL, checked.id)).ok).toBe(false);
  });

  it('别处已登记的项目代码不能再登记', async () => {
    const checked = await send(
      csv([
        ['项目名称', '项目代码', '施工总承包单位'],
        ['偷来的', '2026-371526-47-03-000001', '甲'],
      ]),
      NEIGHBOUR,
    );
    expect(checked).toMatchObject({ errorRows: 1, accepted: { rows: 0 } });
    const errors = await service.errors(NEIGHBOUR, checked.id, 1);
    expect(errors.ok && errors.value.items[0]).toMatchObject({ row: 2, column: '项目代码', reason: '这个项目代码已登记在别的地区' });
  });

  it('企业只写自己参建的项目，不能导台账，也看不到别家的导入', async () => {
    const [gc] = await db.owner<{ id: string }>(`select id::text as id from prevention.enterprise where name = '山东丙建筑有限公司'`);
    const by = enterpriseSender(gc?.id ?? '');
    expect(
      (
        await service.upload(by, {
          name: '台账.csv',
          content: csv([
            ['项目名称', '项目代码', '施工总承包单位'],
            ['甲', '1', '乙'],
          ]),
          kind: 'ledger',
          projectId: null,
        })
      ).ok,
    ).toBe(false);
    expect(await send(rosterFile(2), by)).toMatchObject({ errorRows: 2 });
    const own = await take(rosterFile(3, '人民医院新院区'), by);
    expect(own).toMatchObject({ added: 3 });
    expect((await service.view(enterpriseSender('999999'), own.id)).ok).toBe(false);
    expect((await service.view(OFFICIAL, own.id)).ok).toBe(true);
  });
});

describe('错误', () => {
  const bad = () =>
    payrollFile(3, {
      month: '2026年8月',
      extra: [
        [4, '坏身份证', '37152619900101123X', '', '', 20, 300, 6000, 0, 6000, '', '', ''],
        [5, '算错', identityOf(50), '', '', 20, 300, 6000, 0, 5000, '', '', ''],
      ],
    });

  it('有错时默认一行也不收；选择只收正确的行才收', async () => {
    const checked = await send(bad());
    expect(checked).toMatchObject({ state: 'checked', errorRows: 2, added: 3 });
    const all = await service.confirm(OFFICIAL, checked.id, false);
    expect(all.ok ? '' : all.refusal.code).toBe('import-has-errors');
    expect(await service.confirm(OFFICIAL, checked.id, true)).toMatchObject({ ok: true });
    await service.settled();
    expect(await view(checked.id)).toMatchObject({ state: 'done', added: 3 });
    expect(await count(`prevention.payroll_line where superseded_at is null and month = '2026-08-01'`)).toBe(3);
  });

  it('错误表是 Excel，说明行、列、原因和改法', async () => {
    const checked = await send(bad().subarray(0), OFFICIAL, '又.csv');
    const made = await service.errorsWorkbook(OFFICIAL, checked.id);
    expect(made.ok && made.value.content.subarray(0, 2).toString()).toBe('PK');
  });

  it('表头没把握时停下来问，答案记住，下次不再问', async () => {
    const odd = (month: string) =>
      csv([
        ['工程名称：锦绣城一期', null, month],
        ['姓名', '身份证号', '9月到手工资', '班组名'],
        ['工人0', identityOf(0), 100, 'A'],
      ]);
    const asked = await send(odd('年月：2026年6月'), OFFICIAL, '怪.csv', { kind: 'payroll' });
    expect(asked).toMatchObject({ state: 'needs-mapping', kind: 'payroll' });
    const chosen = await service.chooseMapping(OFFICIAL, asked.id, {
      columns: [
        { column: 0, field: 'name' },
        { column: 1, field: 'identity' },
        { column: 2, field: 'netFen' },
        { column: 3, field: 'team' },
      ],
    });
    expect(chosen.ok).toBe(true);
    await service.settled();
    expect(await view(asked.id)).toMatchObject({ state: 'checked', added: 1 });
    expect(await send(odd('年月：2026年5月'), OFFICIAL, '怪2.csv', { kind: 'payroll' })).toMatchObject({ state: 'checked', added: 1 });
  });

  it('没有写项目和月份的，问了再读', async () => {
    const asked = await send(
      csv([
        ['姓名', '身份证号', '实发金额'],
        ['工人0', identityOf(0), 100],
      ]),
    );
    expect(asked).toMatchObject({ state: 'needs-mapping' });
    const [project] = await db.owner<{ id: string }>(`select id::text as id from prevention.project where name = '锦绣城一期'`);
    await service.chooseMapping(OFFICIAL, asked.id, { columns: [], month: '2026-04' as never, projectId: project?.id });
    await service.settled();
    expect(await view(asked.id)).toMatchObject({ state: 'checked', added: 1, project: { name: '锦绣城一期' } });
  });

  it('改名的 PDF 当场拒绝', async () => {
    const refused = await service.upload(OFFICIAL, { name: '工资表.xlsx', content: Buffer.from('%PDF-1.7 …'), kind: null, projectId: null });
    expect(refused.ok ? '' : refused.refusal).toMatchObject({ code: 'import-file-unsupported' });
  });
});

describe('两个人同时导入', () => {
  it('同一个项目的两张表都完整进来', async () => {
    const [one, other] = await Promise.all([send(payrollFile(200, { month: '2026年2月' })), send(payrollFile(200, { month: '2026年3月' }))]);
    await Promise.all([service.confirm(OFFICIAL, one.id, false), service.confirm(OFFICIAL, other.id, false)]);
    await service.settled();
    expect(await count(`prevention.payroll_line where superseded_at is null and month in ('2026-02-01', '2026-03-01')`)).toBe(400);
  });
});

describe('共用的卡', () => {
  it('认银行写的户名：两个字的姓名中间空不空格都是同一个人', async () => {
    const row = (order: number, name: string) => [
      order,
      name,
      identityOf(order),
      null,
      '木工',
      '木工班',
      '2026-04-05',
      null,
      '聊城乙劳务有限公司',
      cardOf(900),
      '工商银行',
    ];
    await take(rosterFile(0, '人民医院新院区', [row(901, '钟利磊'), row(902, '秦　山')]));
    await take(
      csv([
        ['账号：15009876543210', null, '户名：山东丙建筑有限公司农民工工资专用账户'],
        ['交易日期', '交易流水号', '收入金额', '支出金额', '余额', '对方户名', '对方账号', '摘要'],
        ['2026-10-20', 'H1', '', 5000, '95000', '秦山', cardOf(900), '9月份工资'],
      ]),
    );
    expect(
      await db.owner(
        `select r.name from prevention.account_flow f join prevention.roster_entry r on r.project_id = f.project_id and r.person_id = f.person_id where f.account_no = '15009876543210'`,
      ),
    ).toEqual([{ name: '秦 山' }]);
  });
});
