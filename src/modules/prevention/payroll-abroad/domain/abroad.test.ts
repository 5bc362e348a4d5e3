import { describe, expect, it } from 'vitest';
import { civilDate, civilMonth } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import { ecpr, faultsOfQatarSif, faultsOfUaeSif, FORMAT_FORMS, isIban, isIbanOf, qatarSif, readWorkerTable, uaeSif, wh347 } from './index.ts';
import type { AbroadFormat, AbroadPayroll, AbroadWorker, Supplement } from './types.ts';

const AT = { on: civilDate('2026-10-05'), time: '110745' };
const AE = 'AE070331234567890123456';
const QA = 'QA58DOHB00001234567890ABCDEFG';

const worker = (id: string, more: Partial<AbroadWorker> = {}): AbroadWorker => ({
  id,
  name: `工人${id}`,
  dueFen: fen(660_000),
  overtimeFen: fen(45_000),
  bonusFen: fen(15_000),
  deductedFen: fen(100_000),
  netFen: fen(560_000),
  workDays: 22,
  overtimeMinutes: 360,
  fullDays: [1, 2, 3, 4].map((day) => civilDate(`2026-09-0${day}`)),
  halfDays: [civilDate('2026-09-05')],
  ...more,
});
const monthly = (workers: readonly AbroadWorker[]): AbroadPayroll => ({
  projectName: '甲',
  contractor: '乙',
  month: civilMonth('2026-09'),
  weekEnding: null,
  workers,
});
const weekly = (workers: readonly AbroadWorker[]): AbroadPayroll => ({ ...monthly(workers), month: null, weekEnding: civilDate('2026-09-05') });

const HEADS: Readonly<Record<AbroadFormat, Record<string, string>>> = {
  'uae-sif': { currency: 'AED', employerId: '9103', employerRouting: '302210101', reference: '1141' },
  'qatar-sif': { currency: 'QAR', employerEid: '12345678', payerEid: '12345678', payerBank: 'DOHB', payerIban: QA },
  'wh-347': {
    currency: 'USD',
    hoursPerDay: '8',
    role: 'subcontractor',
    businessName: 'Example Construction',
    businessAddress: '1 Main St',
    projectName: 'School',
    projectLocation: 'Fresno, CA',
    contractNo: 'C-77',
    wageDetermination: 'CA20260001',
    payrollNo: '3',
    isFinal: 'no',
    officialName: 'Ann Doe',
    officialTitle: 'Manager',
    officialPhone: '555-010-0000',
    officialEmail: 'ann@example.org',
    signedOn: '2026-09-07',
  },
  ecpr: {
    currency: 'USD',
    hoursPerDay: '8',
    contractorName: 'Example Construction',
    licenseType: 'CSLB',
    licenseNum: '123456',
    pwcr: '1000000001',
    fein: '123456789',
    street: '1 Main St',
    city: 'Fresno',
    state: 'CA',
    zip: '93701',
    insuranceNum: 'W-1',
    email: 'ann@example.org',
    projectId: '987654',
  },
};
const typedOf = (format: AbroadFormat, order: number): Record<string, string> =>
  ({
    'uae-sif': { employeeId: String(10_003_128_177_364 + order), routing: '201234567', account: AE, leaveDays: '0', housing: '100.00' },
    'qatar-sif': { latinName: `WORKER ${order}`, qid: String(28_012_345_670 + order), bank: 'QNBA', account: QA, frequency: 'M' },
    'wh-347': {
      lastName: 'Doe',
      firstName: `J${order}`,
      ssnLast4: '1234',
      status: 'J',
      classification: 'Carpenter',
      rate: '40',
      overtimeRate: '60',
      overtime: '2026-09-03=2',
      fringeCredit: '5',
      fringeCash: '1.25',
      grossAllWork: '2000',
      taxes: '200',
      fica: '100',
      otherDeductions: '0',
    },
    ecpr: {
      lastName: "O'Doe",
      firstName: 'J & K',
      ssn: String(9e8 + order),
      street: '2 Oak St',
      city: 'Fresno',
      state: 'CA',
      zip: '93701',
      exemptions: '1',
      classification: 'Carpenter',
      rate: '40',
      overtimeRate: '60',
      doubletimeRate: '80',
      overtime: '2026-09-03=2',
      doubletime: '2026-09-04=1.5',
      grossAllWork: '2000',
      fedTax: '200',
      FICA: '100',
      checkNum: '77',
    },
  })[format];
const sound = (format: AbroadFormat, workers: readonly AbroadWorker[], head: Record<string, string> = {}, typed: Record<string, string> = {}): Supplement => ({
  head: { ...HEADS[format], ...head },
  workers: new Map(workers.map((each, at) => [each.id, { ...typedOf(format, at + 1), ...(at === 0 ? typed : {}) }])),
});
const BUILD = {
  'uae-sif': (payroll: AbroadPayroll, supplement: Supplement) => uaeSif(payroll, supplement, AT),
  'qatar-sif': (payroll: AbroadPayroll, supplement: Supplement) => qatarSif(payroll, supplement, AT),
  'wh-347': wh347,
  ecpr,
} as const;
const payrollFor = (format: AbroadFormat, workers: readonly AbroadWorker[]) => (FORMAT_FORMS[format].span === 'month' ? monthly(workers) : weekly(workers));

function answer(format: AbroadFormat, head: Record<string, string> = {}, typed: Record<string, string> = {}, more: Partial<AbroadWorker> = {}): string {
  const workers = [worker('1', more), worker('2')];
  const built = BUILD[format](payrollFor(format, workers), sound(format, workers, head, typed));
  return built.ok ? 'written' : built.problems.map((problem) => `${problem.worker ?? ''}|${problem.field}`).join(';');
}

describe('IBAN（ISO 13616，模 97）', () => {
  // Examples of the registry.
  it.each([AE, QA, 'GB82WEST12345698765432', 'DE89370400440532013000', 'SA0380000000608010167519'])('%s', (text) => expect(isIban(text)).toBe(true));
  it.each(['AE080331234567890123456', 'AE070331234567890123465', 'ae070331234567890123456', 'AE07 0331 2345 6789 0123 456', '', 'AE07'])('%s 不是', (text) =>
    expect(isIban(text)).toBe(false),
  );
  it('长度是那个国家的', () => {
    expect(isIbanOf('AE', AE)).toBe(true);
    expect(isIbanOf('QA', AE)).toBe(false);
    expect(isIbanOf('QA', 'GB82WEST12345698765432')).toBe(false);
  });
});

describe('每个字段：差一点、正好、多一点', () => {
  it.each([
    ['uae-sif', { employerId: '1'.repeat(13) }, {}, 'written'],
    ['uae-sif', { employerId: '1'.repeat(14) }, {}, '|雇主编号'],
    ['uae-sif', { employerId: '' }, {}, '|雇主编号'],
    ['uae-sif', { employerRouting: '12345678' }, {}, '|雇主银行路由号'],
    ['uae-sif', { employerRouting: '1234567890' }, {}, '|雇主银行路由号'],
    ['uae-sif', { reference: 'x'.repeat(35) }, {}, 'written'],
    ['uae-sif', { reference: 'x'.repeat(36) }, {}, '|雇主备注'],
    ['uae-sif', { reference: 'a,b' }, {}, '|雇主备注'],
    ['uae-sif', { reference: '中' }, {}, '|雇主备注'],
    ['uae-sif', { currency: 'CNY' }, {}, '|币种'],
    ['uae-sif', { dateForm: 'YYYYMMDD' }, {}, 'written'],
    ['uae-sif', { dateForm: 'DDMMYYYY' }, {}, '|日期写法'],
    ['uae-sif', {}, { employeeId: '9'.repeat(14) }, 'written'],
    ['uae-sif', {}, { employeeId: '9'.repeat(15) }, '工人1|员工编号（MOHRE）'],
    ['uae-sif', {}, { routing: '20123456' }, '工人1|员工银行路由号'],
    ['uae-sif', {}, { account: '1'.repeat(16) }, 'written'],
    ['uae-sif', {}, { account: '1'.repeat(15) }, '工人1|员工 IBAN 或账号'],
    ['uae-sif', {}, { account: 'AE070331234567890123457' }, '工人1|员工 IBAN 或账号'],
    ['uae-sif', {}, { account: QA }, '工人1|员工 IBAN 或账号'],
    ['uae-sif', {}, { account: '' }, '工人1|员工 IBAN 或账号'],
    ['uae-sif', {}, { leaveDays: '31' }, 'written'],
    ['uae-sif', {}, { leaveDays: '32' }, '工人1|无薪假天数'],
    ['uae-sif', {}, { housing: '150.00' }, 'written'],
    ['uae-sif', {}, { housing: '150.01' }, '工人1|浮动收入'],
    ['uae-sif', {}, { housing: '1.001' }, '工人1|住房补贴'],
    ['uae-sif', {}, { employeeId: '10003128177366' }, '工人2|员工编号（MOHRE）'],
    ['qatar-sif', { employerEid: '1234567' }, {}, '|雇主 EID'],
    ['qatar-sif', { employerEid: '123456789' }, {}, '|雇主 EID'],
    ['qatar-sif', { payerEid: '', payerQid: '28012345678' }, {}, 'written'],
    ['qatar-sif', { payerEid: '' }, {}, '|付款方'],
    ['qatar-sif', { payerQid: '28012345678' }, {}, '|付款方'],
    ['qatar-sif', { payerBank: 'DOHBX' }, {}, '|付款行简称'],
    ['qatar-sif', { payerIban: AE }, {}, '|付款方 IBAN'],
    ['qatar-sif', {}, { latinName: 'X'.repeat(70) }, 'written'],
    ['qatar-sif', {}, { latinName: 'X'.repeat(71) }, '工人1|英文姓名'],
    ['qatar-sif', {}, { latinName: '张三' }, '工人1|英文姓名'],
    ['qatar-sif', {}, { qid: '', visaId: '382000000001' }, 'written'],
    ['qatar-sif', {}, { qid: '' }, '工人1|QID'],
    ['qatar-sif', {}, { visaId: '382000000001' }, '工人1|QID'],
    ['qatar-sif', {}, { qid: '2801234567' }, '工人1|QID'],
    ['qatar-sif', {}, { visaId: '3820000000012', qid: '' }, '工人1|签证号'],
    ['qatar-sif', {}, { account: '1'.repeat(29) }, 'written'],
    ['qatar-sif', {}, { account: '1'.repeat(30) }, '工人1|收款账号'],
    ['qatar-sif', {}, { frequency: 'W' }, '工人1|发薪周期'],
    ['qatar-sif', {}, { housing: '1' }, '工人1|补贴'],
    ['qatar-sif', { version: '1' }, { housing: '600', deductionReason: '1' }, '工人2|扣款原因代码'],
    ['qatar-sif', { version: '2' }, {}, '|SIF 版本'],
    ['wh-347', { hoursPerDay: '0.24' }, {}, '|每个整天的小时数'],
    ['wh-347', { hoursPerDay: '24.01' }, {}, '|每个整天的小时数'],
    ['wh-347', { payrollNo: '10000' }, {}, '|认证工资单序号'],
    ['wh-347', { signedOn: '2026-02-30' }, {}, '|签署日期'],
    ['wh-347', { officialEmail: 'ann' }, {}, '|签署人邮箱'],
    ['wh-347', { wageDetermination: '' }, {}, '|Wage Determination 编号'],
    ['wh-347', {}, { ssnLast4: '12345' }, '工人1|SSN 后四位'],
    ['wh-347', {}, { middleInitial: 'AB' }, '工人1|中间名首字母'],
    ['wh-347', {}, { status: 'X' }, '工人1|身份'],
    ['wh-347', {}, { overtime: '2026-09-03=16', grossAllWork: '9000' }, 'written'],
    ['wh-347', {}, { overtime: '2026-09-03=16.01', grossAllWork: '9000' }, '工人1|每日加班小时'],
    ['wh-347', {}, { overtime: '2026-09-06=1' }, '工人1|每日加班小时'],
    ['wh-347', {}, { overtime: '2026-08-30=1' }, '工人1|每日加班小时'],
    ['wh-347', {}, { overtime: '2' }, '工人1|每日加班小时'],
    // 36 hours at 40 and 2 at 60, 1.25 in lieu for each of the 38: 1607.50.
    ['wh-347', {}, { grossAllWork: '1607.50' }, 'written'],
    ['wh-347', {}, { grossAllWork: '1607.49' }, '工人1|本周全部工作总收入'],
    ['wh-347', {}, { taxes: '1900' }, 'written'],
    ['wh-347', {}, { taxes: '1900.01' }, '工人1|扣款'],
    ['ecpr', { contractorName: 'X'.repeat(56) }, {}, 'written'],
    ['ecpr', { contractorName: 'X'.repeat(57) }, {}, '|承包商英文名'],
    ['ecpr', { pwcr: 'NA' }, {}, 'written'],
    ['ecpr', { pwcr: '123' }, {}, '|PWCR 编号'],
    ['ecpr', { fein: '12345678' }, {}, '|FEIN'],
    ['ecpr', { street: 'X'.repeat(41) }, {}, '|街道'],
    ['ecpr', { city: 'X'.repeat(26) }, {}, '|城市'],
    ['ecpr', { zip: '9370' }, {}, '|邮编'],
    ['ecpr', { email: `${'a'.repeat(49)}@example.org` }, {}, '|承包商邮箱'],
    ['ecpr', { projectId: '1'.repeat(18) }, {}, 'written'],
    ['ecpr', { projectId: '1'.repeat(19) }, {}, '|DIR 项目编号'],
    ['ecpr', {}, { ssn: '12345678' }, '工人1|SSN'],
    ['ecpr', {}, { ssn: '900000002' }, '工人2|SSN'],
    ['ecpr', {}, { notes: 'x'.repeat(256) }, 'written'],
    ['ecpr', {}, { notes: 'x'.repeat(257) }, '工人1|备注'],
    ['ecpr', {}, { checkNum: 'x'.repeat(21) }, '工人1|支票号'],
    ['ecpr', {}, { doubletimeRate: '' }, '工人1|双倍工时小时工资'],
  ] as const)('%s %o %o → %s', (format, head, typed, expected) => expect(answer(format, head, typed)).toBe(expected));
});

describe('记录里的数对不上，不替人改', () => {
  it.each([
    ['uae-sif', { netFen: fen(0) }, '工人1|实发金额'],
    ['uae-sif', { netFen: fen(60_000) }, 'written'],
    ['uae-sif', { netFen: fen(59_999) }, '工人1|实发金额;工人1|浮动收入'],
    ['qatar-sif', { netFen: fen(560_001) }, '工人1|实发金额'],
    ['qatar-sif', { workDays: 31 }, 'written'],
    ['qatar-sif', { workDays: 31.5 }, '工人1|出勤天数'],
    ['qatar-sif', { workDays: null }, '工人1|出勤天数'],
  ] as const)('%s %o → %s', (format, more, expected) => expect(answer(format, {}, {}, more).split(';')[0]).toBe(expected.split(';')[0]));
});

describe('写出来的，另一个人写的读法读得通', () => {
  const many = Array.from({ length: 20 }, (_, at) => worker(String(at + 1), at % 3 === 0 ? { overtimeFen: fen(0), bonusFen: fen(0) } : {}));
  it('UAE：一人一条，浮动部分另起一行，合计、人数、文件名', () => {
    const supplement = sound('uae-sif', many);
    // Nothing varies for every third worker, so no allowance may be named there.
    const workers = new Map([...supplement.workers].map(([id, typed]) => [id, Number(id) % 3 === 1 ? { ...typed, housing: '' } : typed]));
    const built = uaeSif(monthly(many), { ...supplement, workers }, AT);
    if (!built.ok) throw new Error(JSON.stringify(built.problems));
    expect(built.value.fileName).toBe('0000000009103261005110745.SIF');
    expect(faultsOfUaeSif(built.value.fileName, built.value.text)).toEqual([]);
    expect(built.value.text.split('\r\n')[0]).toBe(`EDR,10003128177365,201234567,${AE},2026-09-01,2026-09-30,30,5600.00,0.00,0`);
    expect(built.value.text).toContain('EVP,10003128177366,201234567,100.00,0.00,0.00,0.00,450.00,50.00,0.00\r\n');
    expect(built.value.text).toMatch(/SCR,0000000009103,302210101,2026-10-05,1107,092026,20,112000\.00,AED,1141\r\n$/);
  });
  it.each([
    ['合计', (text: string) => text.replace('112000.00', '112000.01'), 'total'],
    ['人数', (text: string) => text.replace(',20,112', ',19,112'), 'count'],
    ['少一行', (text: string) => text.slice(text.indexOf('\n') + 1), 'total'],
    ['重一人', (text: string) => text.slice(0, text.indexOf('\n') + 1) + text, 'employee twice'],
    ['IBAN', (text: string) => text.replace('AE07', 'AE08'), 'account'],
    ['天数', (text: string) => text.replace(',30,5600', ',31,5600'), 'days in period'],
    ['币种', (text: string) => text.replace('AED', 'CNY'), 'currency'],
  ])('UAE 读法认得出改动：%s', (_, change, fault) => {
    const built = uaeSif(
      monthly(many),
      { ...sound('uae-sif', many, {}, {}), workers: new Map(many.map((each, at) => [each.id, { ...typedOf('uae-sif', at + 1), housing: '' }])) },
      AT,
    );
    if (!built.ok) throw new Error(JSON.stringify(built.problems));
    expect(faultsOfUaeSif(built.value.fileName, built.value.text)).toEqual([]);
    expect(faultsOfUaeSif(built.value.fileName, change(built.value.text)).join()).toContain(fault);
  });
  it.each(['', '1'])('卡塔尔，版本“%s”', (version) => {
    const supplement = sound('qatar-sif', many, version === '' ? {} : { version });
    const workers = new Map([...supplement.workers].map(([id, typed]) => [id, { ...typed, deductionReason: version === '' ? '' : '1' }]));
    const built = qatarSif(monthly(many), { ...supplement, workers }, AT);
    if (!built.ok) throw new Error(JSON.stringify(built.problems));
    expect(built.value.fileName).toBe('SIF_12345678_DOHB_20261005_1107.csv');
    expect(faultsOfQatarSif(built.value.fileName, built.value.text)).toEqual([]);
    expect(built.value.text.split('\r\n')[4]).toBe(
      `2,28012345672,,WORKER 2,QNBA,${QA},M,22,5600.00,6000.00,6.00,600.00,1000.00,,${version === '' ? '' : ',0.00,0.00,0.00,0.00,1,,'}`,
    );
    expect(faultsOfQatarSif(built.value.fileName, built.value.text.replace('5600.00,6000.00', '5600.01,6000.00')).join()).toContain('net');
    expect(faultsOfQatarSif(built.value.fileName, built.value.text.replace(QA, `${QA}X`)).length).toBeGreaterThan(0);
  });
});

describe('周从每日考勤切出来', () => {
  const build = (more: Partial<AbroadWorker> = {}) => {
    const workers = Array.from({ length: 9 }, (_, at) => worker(String(at + 1), more));
    const built = wh347(weekly(workers), sound('wh-347', workers));
    if (!built.ok) throw new Error(JSON.stringify(built.problems));
    return built.value;
  };
  it('八人一页，ST 和 OT 两行，七天、合计、净额', () => {
    const form = build();
    expect(form.pages.map((page) => page.length)).toEqual([16, 2]);
    expect(form.columns.slice(8, 15)).toEqual(['4 Sun 08-30', '4 Mon 08-31', '4 Tue 09-01', '4 Wed 09-02', '4 Thu 09-03', '4 Fri 09-04', '4 Sat 09-05']);
    expect(form.pages[0]?.[0]?.slice(7)).toEqual([
      'ST',
      '0.00',
      '0.00',
      '8.00',
      '8.00',
      '8.00',
      '8.00',
      '4.00',
      '36.00',
      '40',
      '5',
      '1.25',
      '1607.50',
      '2000.00',
      '200.00',
      '100.00',
      '0.00',
      '300.00',
      '1700.00',
    ]);
    expect(form.pages[0]?.[1]?.slice(7, 17)).toEqual(['OT', '0.00', '0.00', '0.00', '0.00', '2.00', '0.00', '0.00', '2.00', '60']);
    expect(form.columns).toHaveLength(form.pages[0]?.[0]?.length ?? 0);
  });
  it('跨月的周两个月都算，周外的不算', () => {
    const form = build({ fullDays: ['2026-08-29', '2026-08-30', '2026-08-31', '2026-09-03', '2026-09-06'].map((day) => civilDate(day)), halfDays: [] });
    expect(form.pages[0]?.[0]?.slice(8, 16)).toEqual(['8.00', '8.00', '0.00', '0.00', '8.00', '0.00', '0.00', '24.00']);
  });
  it('签署页六项', () => expect(build().statement.filter(([no]) => /^\d$/.test(no))).toHaveLength(6));
});

describe('eCPR 人数', () => {
  it.each([
    [500, true],
    [501, false],
  ])('%i 人：%s', (people, may) => {
    const workers = Array.from({ length: people }, (_, at) => worker(String(at + 1)));
    const built = ecpr(weekly(workers), sound('ecpr', workers));
    expect(built.ok).toBe(may);
    if (!built.ok) expect(built.problems[0]?.says).toContain('最多 500 人');
  });
});

describe('补充表', () => {
  it('按名称认列，制表符或逗号，引号去掉', () => {
    expect(readWorkerTable('uae-sif', '人员编号\t姓名\t员工银行路由号\tleaveDays\r\n7\t张三\t201234567\t"0"\r\n').workers.get('7')).toEqual({
      routing: '201234567',
      leaveDays: '0',
    });
    expect(readWorkerTable('uae-sif', '\ufeff人员编号,姓名,员工银行路由号\n7,张三,201234567').workers.get('7')).toEqual({ routing: '201234567' });
  });
  it.each([
    ['人员编号,x\nabc,1', '第 2 行的人员编号不对'],
    ['人员编号,x\n7,1\n7,2', '编号 7 写了两次'],
    [`人员编号\n${Array.from({ length: 5_001 }, (_, at) => at).join('\n')}`, '超过 5000 行'],
  ])('%#', (text, says) => expect(readWorkerTable('uae-sif', text).problems[0]?.says).toContain(says));
  it('没有补充的人，每个必填字段都点名', () => {
    const built = uaeSif(monthly([worker('1')]), { head: HEADS['uae-sif'], workers: new Map() }, AT);
    expect(built.ok ? [] : built.problems.map((problem) => `${problem.worker} ${problem.field}`)).toEqual([
      '工人1 员工编号（MOHRE）',
      '工人1 员工银行路由号',
      '工人1 员工 IBAN 或账号',
      '工人1 无薪假天数',
    ]);
  });
});
