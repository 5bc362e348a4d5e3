import { describe, expect, it } from 'vitest';
import type { CivilDate } from '#kernel/civil-date.ts';
import {
  type Cell,
  DICTIONARIES,
  findTable,
  flowRows,
  type FoundRow,
  headingsOf,
  IMPORT_KINDS,
  type ImportKind,
  ledgerRows,
  attendanceRows,
  payrollRows,
  rosterRows,
  rowReader,
  sortRow,
} from './index.ts';
import { flowKind, payMonthIn } from './money-rows.ts';
import { isFaulty, readCard, readDay, readIdentity, readMoment, readMoney, readMonth, readNumber, readShare, readTime } from './cell-readings.ts';

const ON = '2026-11-22' as CivilDate;
const SOUND = '11010519491231002X'; // the textbook number of GB 11643
const table = (...rows: readonly (readonly Cell[])[]): FoundRow[] => rows.map((cells, at) => ({ no: at + 1, cells }));

function faultsOf(
  kind: ImportKind,
  head: readonly Cell[],
  row: readonly Cell[],
  titles: readonly (readonly Cell[])[] = [['工程名称：甲项目', null, '2026年9月']],
) {
  const rows = table(...titles, head, row);
  const found = findTable(rows, kind);
  if (found === null) throw new Error('no table');
  const setting = { on: ON, columns: found.columns, titles: found.titles, month: null, projectChosen: false };
  const reader = rowReader(setting);
  reader.begin({ no: rows.length, cells: row });
  const taken = {
    ledger: () => ledgerRows(reader),
    roster: () => rosterRows(reader, setting),
    attendance: () => attendanceRows(reader, setting),
    payroll: () => payrollRows(reader, setting),
    flows: () => flowRows(reader, setting),
  }[kind]()();
  return { taken, faults: reader.takeFaults() };
}

describe('表头', () => {
  it.each(IMPORT_KINDS)('%s 的模板表头自己认得自己', (kind) => {
    const found = findTable(
      table(
        headingsOf(kind),
        headingsOf(kind).map((_, at) => at),
      ),
      null,
    );
    expect(found).toMatchObject({ kind, sure: true, missing: [] });
    expect(found?.columns.filter((column) => column.field === null)).toEqual([]);
  });

  it('打卡表头', () => expect(findTable(table(headingsOf('attendance', 'punches')), null)).toMatchObject({ kind: 'attendance', sure: true }));

  it.each(IMPORT_KINDS)('%s 的别名不在同一张表里指两列', (kind) => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const { key, name, aliases } of DICTIONARIES[kind].columns) {
      for (const word of [name, ...aliases]) {
        const before = seen.get(word);
        if (before !== undefined && before !== key) twice.push(`${word}: ${before}, ${key}`);
        seen.set(word, key);
      }
    }
    expect(twice).toEqual([]);
  });

  it('标题行、全角空格、换行、星号、单位都不妨碍；表头块的值成为默认', () => {
    const found = findTable(
      table(
        ['某某项目2026年8月份农民工工资支付表'],
        ['工程名称：　锦绣城一期  ', null, '施工班组：钢筋班   支付日期：2026.9.15', null, '专户账号', '15001234567890'],
        ['序 号', '*姓　名', '身份证\n号码', '应发工资（元）', '实发\r\n金额(元)'],
        [1, '张三', SOUND, 1, 1],
      ),
      null,
    );
    expect(found).toMatchObject({
      kind: 'payroll',
      sure: true,
      headUntil: 3,
      titles: { projectName: '锦绣城一期', team: '钢筋班', month: '2026-08', payDate: '2026-09-15', accountNo: '15001234567890' },
    });
  });

  it('两行合并表头', () => {
    const found = findTable(
      table(
        ['序号', '姓名', '身份证号', '应扣款项', null, '实发金额', '工资卡', null],
        [null, null, null, '借支', '其他扣款', null, '开户行', '银行卡号'],
        [1, '张三', SOUND, 1, 2, 3, '工行', '6222020200112233446'],
      ),
      null,
    );
    expect(found).toMatchObject({ kind: 'payroll', sure: true, headUntil: 2 });
    expect(found?.columns.map((column) => column.field)).toEqual([
      'rowNumber',
      'name',
      'identity',
      'advanceFen',
      'otherDeductionFen',
      'netFen',
      'cardBank',
      'card',
    ]);
  });

  it('月历考勤的日期在第二行', () => {
    const days = Array.from({ length: 30 }, (_, at) => at + 1);
    const found = findTable(
      table(['序号', '姓名', '身份证号', '日期', ...days.slice(1).map(() => null), '合计'], [null, null, null, ...days, null], [1, '张三', SOUND, '√']),
      null,
    );
    expect(found).toMatchObject({ kind: 'attendance', sure: true, headUntil: 2 });
    expect(found?.columns.filter((column) => column.field?.startsWith('day-'))).toHaveLength(30);
  });

  it('没把握的列给出猜测，等人确认；缺必需列说出缺什么', () => {
    expect(findTable(table(['姓名', '身份证号', '9月到手工资'], ['张三', SOUND, 1]), 'payroll')).toMatchObject({
      sure: false,
      missing: ['实发金额或应发合计'],
    });
    const guessed = findTable(table(['姓名', '身份证号', '实发金额', '扣借支款项'], ['张三', SOUND, 1, 2]), 'payroll');
    expect(guessed).toMatchObject({ sure: false });
    expect(guessed?.columns[3]).toMatchObject({ field: 'advanceFen', sure: false });
  });

  it('认不出的表不硬认', () => expect(findTable(table(['菜名', '价格'], ['红烧肉', 38]), null)).toBeNull());
});

describe('行的种类', () => {
  const head = ['序号', '姓名', '身份证号', '实发金额'];
  const { columns } = findTable(table(head, [1, '张三', SOUND, 1]), null) ?? { columns: [] };
  const sort = (...cells: readonly Cell[]) => sortRow({ no: 9, cells }, columns, [2, 1]);
  it.each([
    ['数据', [1, '张三', SOUND, 100], 'data'],
    ['姓总的人也是人', [1, '总计划', SOUND, 100], 'data'],
    ['合计', ['合计', null, null, 100], 'total'],
    ['合 计', [null, '合 计', null, 100], 'total'],
    ['小计', ['小计', null, null, 100], 'total'],
    ['签字栏', ['制表人：李四', null, null, null], 'footer'],
    ['签字栏占多格', ['班组长签字：', null, '劳资专管员：', null], 'footer'],
    ['说明', ['备注：本表一式三份'], 'footer'],
    ['只有序号的空行', [5, null, null, null], 'blank'],
    ['重复的表头', head, 'heading'],
    ['缺身份证号的数据行仍是数据', [2, '李四', null, 100], 'data'],
  ] as const)('%s', (_, cells, expected) => expect(sort(...cells)).toBe(expected));
});

describe('每一种错误都说清原因', () => {
  const reasonOf = (reading: unknown) => (isFaulty(reading) ? reading.fault.reason : reading);
  it.each<[string, Cell, unknown]>([
    ['好的号码', SOUND, SOUND],
    ['小写 x 和空格', ' 1101051949 1231002x ', SOUND],
    ['全角数字', '１１０１０５１９４９１２３１００２Ｘ', SOUND],
    ['科学计数法的文字', '4.50102E+17', '身份证号被表格软件改成了数字，后几位已经丢失'],
    ['科学计数法的数字', { is: 'digits', text: '450102000000000000' }, '身份证号被表格软件改成了数字，后几位已经丢失'],
    ['末三位成了 000', { is: 'digits', text: '371526199001010000' }, '身份证号被表格软件改成了数字，后几位已经丢失'],
    ['校验位错', '110105194912310021', '身份证号校验位不对，至少有一位写错了'],
    ['字母 O 当 0', '11O10519491231002X', '身份证号里有数字和末位 X 以外的字符'],
    ['少一位', '1101051949123102X', '身份证号不是 18 位'],
    ['掉了末位 X', 11010519491231002, '身份证号不是 18 位'],
    ['没有这个生日', '110105194913310026', '身份证号里的出生日期不存在'],
    ['公式没有结果', { is: 'broken', text: '=A1', why: 'formula-without-value' }, '这一格是公式，文件里没有保存它的结果'],
    ['公式结果是错误值', { is: 'broken', text: '#REF!', why: 'formula-error' }, '公式的结果是错误值（如 #REF!、#N/A）'],
  ])('身份证号：%s', (_, cell, expected) => expect(reasonOf(readIdentity(cell))).toBe(expected));

  it.each<[string, Cell, unknown]>([
    ['好的卡号', '6222 0202 0011 2233 446', '6222020200112233446'],
    ['校验位错', '6222020200112233445', '银行卡号校验位不对，至少有一位写错了'],
    ['字母 O', '622202O200112233446', '银行卡号里有数字以外的字符'],
    ['被改成数字', { is: 'digits', text: '6222020200112230000' }, '银行卡号被表格软件改成了数字，后几位已经丢失'],
    ['太短', '12345', '银行卡号应为 13 到 19 位数字'],
  ])('银行卡号：%s', (_, cell, expected) => expect(reasonOf(readCard(cell))).toBe(expected));

  it.each<[Cell, unknown]>([
    ['2026-9-1', '2026-09-01'],
    ['2026/09/01', '2026-09-01'],
    ['2026.9.1', '2026-09-01'],
    ['2026年9月1日', '2026-09-01'],
    ['20260901', '2026-09-01'],
    [20260901, '2026-09-01'],
    ['2026-09-01 08:30:00', '2026-09-01'],
    [{ is: 'day', serial: 46266 }, '2026-09-01'],
    [46266, '2026-09-01'],
    ['２０２６－９－１', '2026-09-01'],
    ['无', null],
    ['', null],
    ['2026-02-30', '日历上没有这一天'],
    ['9月1日', '日期看不懂'],
    ['26-9-1', '日期看不懂'],
    [{ is: 'day', serial: 3 }, '日期看不懂'],
  ])('日期 %o', (cell, expected) => expect(reasonOf(readDay(cell))).toBe(expected));

  it.each<[Cell, unknown]>([
    [6600, 660000n],
    [6600.5, 660050n],
    [0.1 + 0.2, 30n],
    ['6,600.50', 660050n],
    ['￥6600', 660000n],
    ['6600元', 660000n],
    ['６６００．５', 660050n],
    ['（300）', -30000n],
    ['(300)', -30000n],
    ['1.5万元', 1500000n],
    ['6600元整', 660000n],
    ['-300', -30000n],
    ['', null],
    ['-', null],
    ['六千', '金额看不懂'],
    ['66OO', '金额看不懂'],
    ['12.345', '金额超过两位小数'],
    [12.345, '金额超过两位小数'],
    ['1e5', '金额看不懂'],
    ['1.', '金额看不懂'],
  ])('金额 %o', (cell, expected) => expect(reasonOf(readMoney(cell))).toBe(expected));

  it.each<[Cell, unknown]>([
    ['2026-08', '2026-08'],
    ['2026年8月', '2026-08'],
    ['202608', '2026-08'],
    ['2026年8月1日至2026年8月31日', '2026-08'],
    [{ is: 'day', serial: 46266 }, '2026-09'],
    ['2026-13', '月份看不懂'],
    ['八月', '月份看不懂'],
  ])('月份 %o', (cell, expected) => expect(reasonOf(readMonth(cell))).toBe(expected));
  it.each<[Cell, unknown]>([
    ['2026-09-01 07:02', '2026-09-01 07:02:00'],
    ['2026/9/1 7:02:04', '2026-09-01 07:02:04'],
    ['20260901070204', '2026-09-01 07:02:04'],
    [46266.25, '2026-09-01 06:00:00'],
    ['2026-09-01 25:00', '时间看不懂'],
    ['早上', '时间看不懂'],
  ])('时间 %o', (cell, expected) => expect(reasonOf(readMoment(cell))).toBe(expected));
  it.each<[Cell, unknown]>([
    ['7:02', '07:02:00'],
    [{ is: 'day', serial: 0.75 }, '18:00:00'],
    ['26:00', '时刻看不懂'],
  ])('时刻 %o', (cell, expected) => expect(reasonOf(readTime(cell))).toBe(expected));
  it.each<[Cell, unknown]>([
    ['22天', 22],
    [22.5, 22.5],
    ['每月15日', 15],
    ['廿二', '数字看不懂'],
  ])('数字 %o', (cell, expected) => expect(reasonOf(readNumber(cell))).toBe(expected));
  it.each<[Cell, unknown]>([
    ['25%', 2500],
    [0.25, 2500],
    ['25', 2500],
    ['125%', '比例超过 100%'],
    ['四分之一', '比例看不懂'],
  ])('比例 %o', (cell, expected) => expect(reasonOf(readShare(cell))).toBe(expected));
});

describe('工资支付表的行', () => {
  const head = ['姓名', '身份证号', '出勤天数', '应发合计', '预支扣除', '其他扣款', '实发金额', '银行卡号', '月份'];
  const faults = (row: readonly Cell[]) => faultsOf('payroll', head, row).faults.map((fault) => `${fault.heading}|${fault.reason}|${fault.severity}`);
  const row = (changes: Readonly<Record<number, Cell>>) =>
    Object.assign<Cell[], Readonly<Record<number, Cell>>>(['张三', SOUND, 22, 6600, 500, 100, 6000, '6222020200112233446', '2026-09'], changes);

  it('好的一行没有错误', () =>
    expect(faultsOf('payroll', head, row({}))).toMatchObject({ faults: [], taken: { dueFen: 660000n, netFen: 600000n, month: '2026-09', signed: null } }));
  it.each<[string, Readonly<Record<number, Cell>>, string]>([
    ['应发减扣款不等于实发，差 1.01 元', { 6: 5998.99 }, '实发金额|应发 6600.00 − 扣款 600.00 = 6000.00，与实发 5998.99 不一致|error'],
    ['35 天', { 2: 35 }, '出勤天数|出勤天数应在 0 到 31 之间|error'],
    ['实发是负数', { 3: 0, 6: -600 }, '实发金额|实发金额是负数|error'],
    ['没有姓名', { 0: null }, '姓名|没有填姓名|error'],
    ['没有身份证号', { 1: null }, '身份证号|没有填身份证号|error'],
    ['还没到的月份', { 8: '2026-12' }, '月份|月份 2026-12 还没有到|error'],
    ['太早的月份', { 8: '2022-12' }, '月份|月份 2022-12 早于系统保存的最早月份 2023-01|error'],
    ['十万元以上只提醒', { 3: 100700.01, 6: 100100.01 }, '实发金额|一个人一个月超过 10 万元|warning'],
  ])('%s', (_, changes, expected) => expect(faults(row(changes))).toEqual([expected]));
  it.each<[string, Readonly<Record<number, Cell>>]>([
    ['差 1 元以内算取整', { 6: 5999 }],
    ['31 天', { 2: 31 }],
    ['本月', { 8: '2026-11' }],
    ['最早的月份', { 8: '2023-01' }],
    ['恰好十万', { 3: 100600, 6: 100000 }],
  ])('%s，不算错', (_, changes) => expect(faults(row(changes))).toEqual([]));

  it('错误里的身份证号遮住', () => expect(faultsOf('payroll', head, row({ 1: '110105194912310021' })).faults[0]?.value).toBe('11*************021'));

  it('同一个人重复、同一张卡两个人', () => {
    const rows = table(['工程名称：甲', null, '2026年9月'], head.slice(0, 8), row({}).slice(0, 8), row({}).slice(0, 8));
    const found = findTable(rows, 'payroll');
    if (found === null) throw new Error('no table');
    const setting = { on: ON, columns: found.columns, titles: found.titles, month: null, projectChosen: false };
    const reader = rowReader(setting);
    const next = payrollRows(reader, setting);
    const say = (no: number, cells: readonly Cell[]) => {
      reader.begin({ no, cells });
      next();
      return reader.takeFaults().map((fault) => fault.reason);
    };
    expect(say(3, row({}))).toEqual([]);
    expect(say(4, row({}))).toEqual(['与第 3 行重复（同一个人、同一月份、同一班组）']);
    expect(say(5, row({ 1: '371526196001010002' }))).toContain('身份证号校验位不对，至少有一位写错了');
  });
});

describe('花名册的行', () => {
  const head = ['姓名', '身份证号', '进场日期', '退场日期', '工资标准', '联系电话', '合同起止日期'];
  const of = (...row: readonly Cell[]) => faultsOf('roster', head, row);
  it('退场早于进场', () => expect(of('张三', SOUND, '2026-03-02', '2026-03-01').faults[0]?.reason).toBe('退场日期早于进场日期'));
  it('当天进退不算错', () => expect(of('张三', SOUND, '2026-03-02', '2026-03-02').taken).toMatchObject({ leftOn: '2026-03-02' }));
  it('电话写错只提醒，人照收', () =>
    expect(of('张三', SOUND, '2019-03-02', null, null, '1380000000')).toMatchObject({
      taken: { phone: null },
      faults: [{ severity: 'warning', reason: '电话号码不对' }],
    }));
  it('合同起止写在一格', () =>
    expect(of('张三', SOUND, '2026-03-02', null, '300元/天', null, '2026.3.2至2027年3月1日').taken).toMatchObject({
      contractFrom: '2026-03-02',
      contractUntil: '2027-03-01',
      payRateFen: 30000n,
    }));
  it('超过 70 岁提醒', () => expect(of('张三', SOUND, '2026-03-02').faults.map((fault) => fault.reason)).toEqual(['进场时已 76 岁']));
});

describe('考勤符号', () => {
  const days = Array.from({ length: 31 }, (_, at) => at + 1);
  const of = (marks: readonly Cell[], total: Cell = null, month = '2026年9月') =>
    faultsOf(
      'attendance',
      ['姓名', '身份证号', ...days.map(String), '出勤天数合计'],
      ['张三', SOUND, ...marks, ...days.slice(marks.length).map(() => null), total],
      [['工程名称：甲'], [`考勤表 ${month}`]],
    );
  it('√ 出勤、△ 半天、× 缺勤、J 加班、B 病假、S 事假、X 休息', () => {
    expect(of(['√', '△', '×', 'J2', 'B', 'S', 'X', '√+3', 1, 0.5, 8, 10], 6.5 + 0.5).taken).toMatchObject([
      { fullDays: 0b110110001001, halfDays: 0b001000000010, overtimeMinutes: 420 },
    ]);
  });
  it('看不懂的符号指出哪一天', () => expect(of(['√', '？？']).faults).toMatchObject([{ heading: '2', reason: '考勤符号看不懂' }]));
  it('9 月没有 31 日', () => expect(of(days.map(() => '√')).faults[0]?.reason).toBe('2026-09 没有 31 日'));
  it('合计与符号不符只提醒', () =>
    expect(of(['√', '√'], 3)).toMatchObject({
      taken: [{ claimedDays: 3 }],
      faults: [{ severity: 'warning', reason: '合计写的是 3 天，按每日符号数出来是 2 天' }],
    }));
});

describe('流水', () => {
  it.each([
    ['in', '人工费拨付', '城投公司', 'inflow'],
    ['in', '退票 账号户名不符', '张三', 'refund'],
    ['in', '结息', '', 'interest'],
    ['out', '9月工资', '张三', 'wage'],
    ['out', '', '张三', 'wage'],
    ['out', '批量代发', '代发业务过渡户', 'wage'],
    ['out', '8月份劳务费', '聊城乙劳务有限公司', 'other-out'],
    ['out', '货款', '李四', 'other-out'],
    ['out', '借款', '李四', 'other-out'],
    ['out', '备用金', '李四', 'cash'],
    ['out', '账户管理费', '', 'fee'],
    ['out', '法院扣划', '高唐法院', 'freeze'],
    ['out', '往来', '山东甲建设有限公司', 'other-out'],
  ] as const)('%s %s %s → %s', (direction, memo, counterparty, kind) => expect(flowKind(direction, memo, counterparty)).toBe(kind));
  it.each([
    ['2026年8月工资', '2026-10-15', '2026-08'],
    ['202608工资', '2026-10-15', '2026-08'],
    ['8月份工资', '2026-10-15', '2026-08'],
    ['12月工资', '2026-01-20', '2025-12'],
    ['1月工资', '2026-01-31', '2026-01'],
    ['八月份工资', '2026-10-15', '2026-08'],
    ['工资', '2026-10-15', null],
    ['合同20260801', '2026-10-15', null],
  ] as const)('%s（%s 付）→ %s', (memo, on, month) => expect(payMonthIn(memo, on as CivilDate)).toBe(month));
  const of = (head: readonly Cell[], row: readonly Cell[]) => faultsOf('flows', head, row, [['账号：15001234567890']]);
  it('借是支出、贷是收入', () => {
    const head = ['交易日期', '借贷标志', '交易金额', '余额', '对方户名', '摘要'];
    expect(of(head, ['20261015', '借', '6,000.00', 1, '张三', '9月工资']).taken).toMatchObject({
      direction: 'out',
      kind: 'wage',
      amountFen: 600000n,
      payMonth: '2026-09',
    });
    expect(of(head, ['2026-10-15', '贷', 5, 1, '', '']).taken).toMatchObject({ direction: 'in', kind: 'inflow' });
    expect(of(head, ['2026-10-15', '？', 5, 1, '', '']).faults[0]?.reason).toBe('看不出是收入还是支出');
  });
  it('收支两列只填一边', () => {
    const head = ['交易日期', '收入金额', '支出金额', '余额', '摘要'];
    expect(of(head, ['2026-10-15', 1, 2, 3, '']).faults[0]?.reason).toBe('同一行既有收入又有支出');
    expect(of(head, ['2026-10-15', 0, null, 3, '']).faults[0]?.reason).toBe('没有交易金额');
    expect(of(head, ['2026-11-24', 1, null, 3, '']).faults[0]?.reason).toBe('交易日期在今天以后');
  });
});

describe('台账的行', () => {
  const head = ['项目名称', '项目代码', '施工总承包单位', '合同造价（万元）', '人工费用比例', '开工日期', '计划竣工日期', '维权告示牌设立日期', '发薪日'];
  const of = (...row: readonly Cell[]) => faultsOf('ledger', head, row, []);
  it('万元、比例、发薪日', () =>
    expect(of('甲', 'P1', '乙公司', '3200.5', '25%', '2026-03-01', '2027-03-01', '2026-03-02', '15日').taken).toMatchObject({
      contractFen: 3200500000n,
      labourShareBp: 2500,
      payDay: 15,
    }));
  it('计划竣工早于开工', () => expect(of('甲', 'P1', '乙公司', 1, null, '2026-03-01', '2026-02-28').faults[0]?.reason).toBe('计划竣工日期早于开工日期'));
  it('“已设立”没有日期只提醒', () =>
    expect(of('甲', 'P1', '乙公司', 1, null, null, null, '已设立')).toMatchObject({
      faults: [{ severity: 'warning', reason: '只写了“有”，没有写日期' }],
      taken: { code: 'P1' },
    }));
  it('没有代码、没有总包', () => expect(of('甲', null, null).faults.map((fault) => fault.reason)).toContain('没有填施工总承包单位'));
});

describe('模糊测试找到的', () => {
  it.each([
    ['attendance', [...Array.from({ length: 31 }, (_, day) => String(day + 1)), '姓名', '班组'], [...Array.from({ length: 30 }, () => '√'), null, '张三', 1]],
    ['attendance', ['姓名', '打卡时间', '设备编号'], ['张三', '2026-09-03 07:02:04', 1]],
    ['flows', ['交易日期', '收入金额', '余额', '流水号'], ['2026-09-15', 5, 6, 1]],
  ] as const)('%s：先读完所有格再决定收不收', (kind, head, row) => {
    const broken: Cell = { is: 'broken', text: '#REF!', why: 'formula-error' };
    expect(faultsOf(kind, head, row).taken).not.toBeNull();
    expect(faultsOf(kind, head, [...row.slice(0, -1), broken])).toMatchObject({ taken: null, faults: [{ column: head.length - 1, severity: 'error' }] });
  });

  it('表头上方三万个空格：不用几分钟', () => {
    const began = performance.now();
    expect(findTable(table([`工程名称：${'　'.repeat(30_000)}`, `${' \u4e00'.repeat(15_000)}2026-09-01`], headingsOf('flows')), 'flows')).not.toBeNull();
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('不是数的数', () => expect(isFaulty(readNumber(Number.NaN))).toBe(true));
});
