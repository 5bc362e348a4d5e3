import { addDays, type CivilDate, type CivilMonth, dayInMonth, daysInMonth, nextMonth } from '#kernel/civil-date.ts';
import { daysWorked, markOn, punchesOn } from './attendance.ts';
import { monthInWords } from './money.ts';
import { dayText, nameText, type Style, yuanText } from './style.ts';
import type { Cell, FileFormat, Merge, Table } from './table.ts';
import type { Flow, Mark, Payroll, Site, WholeFen, Worker, World } from './types.ts';

type Words = readonly [string, string, string];

/** Rows of a file under the habits of the site: title, header block, headings, body, signatures. */
function sheet(
  style: Style,
  title: string,
  block: readonly (readonly Cell[])[],
  heads: readonly (readonly string[])[],
  body: readonly (readonly Cell[])[],
  footer: readonly (readonly Cell[])[],
  headMerges: readonly Merge[] = [],
): Table {
  const width = heads[0]?.length ?? 1;
  const rows: (readonly Cell[])[] = [];
  const merges: Merge[] = [];
  if (style.title) {
    rows.push([title]);
    merges.push({ top: 0, bottom: 0, left: 0, right: width - 1 });
  }
  rows.push(...block);
  if (style.blankRows) rows.push([]);
  const headAt = rows.length;
  merges.push(...headMerges.map((merge) => ({ ...merge, top: merge.top + headAt, bottom: merge.bottom + headAt })));
  rows.push(...heads.map((row) => row.map((head) => (style.wideSpaces && head.length === 2 ? `${head.slice(0, 1)}　　${head.slice(1)}` : head))), ...body);
  if (style.footer) rows.push(...footer);
  return { sheetName: title.slice(0, 20), rows, merges };
}

function word(style: Style, words: Words): string {
  return words[style.wording];
}

const NAME: Words = ['姓名', '工人姓名', '姓名'];
const IDENTITY: Words = ['身份证号码', '身份证号', '公民身份号码'];
const PHONE: Words = ['联系电话', '手机号码', '联系方式'];
const JOB: Words = ['工种', '岗位工种', '工种'];
const TEAM: Words = ['班组', '班组名称', '所属班组'];
const EMPLOYER: Words = ['用工单位', '分包单位', '用工(分包)单位'];
const CARD: Words = ['工资卡号', '银行卡号', '银行账号'];
const BANK: Words = ['工资卡开户行', '开户行', '开户银行'];

export function ledgerSheet(world: World, sites: readonly Site[], on: CivilDate, style: Style, format: FileFormat): Table {
  const known = (day: CivilDate | null | undefined) => (day !== null && day !== undefined && day <= on ? dayText(day, style, format) : null);
  const planned = (day: CivilDate | null | undefined) => dayText(day ?? null, style, format);
  const heads = [
    '序号',
    '项目名称',
    '项目代码',
    '所属乡镇',
    '行业',
    '项目状态',
    '是否政府投资',
    '建设单位',
    '施工总承包单位',
    '总包统一社会信用代码',
    '分包单位',
    '合同造价（元）',
    '人工费用比例',
    '合同签订日期',
    '施工许可证号',
    '施工许可日期',
    '开工日期',
    '计划竣工日期',
    '停工日期',
    '复工日期',
    '发薪日',
    '工程款支付担保日期',
    '工程款支付担保到期日',
    '资金落实证明日期',
    '劳资专管员',
    '劳资专管员电话',
    '维权告示牌设立日期',
    '支付承诺书日期',
    '专户账号',
    '专户名称',
    '专户开户行',
    '专户开户日期',
    '专户备案日期',
    '三方协议日期',
    '保证金形式',
    '保证金金额',
    '保证金存储日期',
    '保函到期日',
  ];
  const kinds = { cash: '现金', guarantee: '银行保函', insurance: '保险' } as const;
  const body = sites.map((site, at): Cell[] => {
    const account = site.account !== null && site.account.openedOn <= on ? site.account : null;
    const deposit = site.deposit !== null && site.deposit.storedOn <= on ? site.deposit : null;
    const paused = site.pausedFrom !== null && site.pausedFrom <= on;
    return [
      at + 1,
      site.name,
      site.code,
      site.regionName,
      site.industry,
      paused && (site.pausedUntil === null || site.pausedUntil >= on) ? '停工' : '在建',
      site.isGovernment ? '是' : '否',
      site.owner.name,
      site.contractor.name,
      site.contractor.creditCode,
      site.subcontractors.map((firm) => firm.name).join('、'),
      yuanText(site.contractFen, style, format),
      `${site.labourShareBp / 100}%`,
      planned(site.contractSignedOn),
      site.permitNo,
      planned(site.permitOn),
      planned(site.startedOn),
      planned(site.finishDueOn),
      known(site.pausedFrom),
      paused ? planned(site.pausedUntil) : null,
      site.payDay,
      known(site.paymentGuaranteeOn),
      planned(site.paymentGuaranteeUntil),
      known(site.fundsProvenOn),
      site.wageOfficer.name,
      site.wageOfficer.phone,
      known(site.boardOn),
      known(site.commitmentOn),
      account?.no ?? null,
      account?.name ?? null,
      account?.bank ?? null,
      known(account?.openedOn),
      known(account?.filedOn),
      known(account?.tripartiteOn),
      deposit === null ? null : kinds[deposit.kind],
      deposit === null ? null : yuanText(deposit.amountFen, style, format),
      known(deposit?.storedOn),
      planned(deposit?.until),
    ];
  });
  return sheet({ ...style, title: true, wideSpaces: false }, `${world.countyName}在建项目基础台账`, [[`填报日期：${on}`]], [heads], body, [
    ['制表人：', null, null, '审核人：'],
  ]);
}

export function rosterSheet(site: Site, workers: readonly Worker[], on: CivilDate, style: Style): Table {
  const format = style.roster;
  const heads = [
    '序号',
    word(style, NAME),
    '性别',
    word(style, IDENTITY),
    '家庭住址',
    word(style, PHONE),
    word(style, JOB),
    word(style, TEAM),
    '是否班组长',
    '进场日期',
    '退场日期',
    '劳动合同编号',
    '合同签订日期',
    '计酬方式',
    '工资标准',
    word(style, BANK),
    word(style, CARD),
    '岗前培训日期',
    word(style, EMPLOYER),
    '本人签字',
  ];
  const body = workers.map((worker, at): Cell[] => {
    const signed = worker.contractSignedOn !== null && worker.contractSignedOn <= on;
    return [
      at + 1,
      nameText(worker.person.name, style),
      worker.person.isMale ? '男' : '女',
      worker.person.identity,
      worker.person.home,
      worker.phone,
      worker.job,
      worker.team,
      worker.isLeader ? '是' : '否',
      dayText(worker.enteredOn, style, format),
      worker.leftOn !== null && worker.leftOn <= on ? dayText(worker.leftOn, style, format) : null,
      signed ? worker.contractNo : null,
      signed ? dayText(worker.contractSignedOn, style, format) : null,
      '计时（日）',
      yuanText(worker.dayRateFen, style, format),
      worker.card.bank,
      worker.card.no,
      dayText(worker.trainedOn, style, format),
      worker.employer.name,
      null,
    ];
  });
  return sheet(
    style,
    '农民工花名册',
    [
      [`工程名称：${site.name}`, null, null, null, `施工总承包单位：${site.contractor.name}`],
      [`劳资专管员：${site.wageOfficer.name}`, null, null, null, `填报日期：${on}`],
    ],
    [heads],
    body,
    [[`合计：${workers.length}人`], ['制表人：', null, null, null, '项目经理：']],
  );
}

const SIGNS: Readonly<Record<Mark, string>> = { '1': '√', h: '△', '0': '×', b: 'B', s: 'S', x: 'X', ' ': '' };
const NUMBERS: Readonly<Record<Mark, Cell>> = { '1': 1, h: 0.5, '0': 0, b: 'B', s: 'S', x: 0, ' ': '' };

export function attendanceGrid(site: Site, month: CivilMonth, through: CivilDate, style: Style): Table {
  const days = Array.from({ length: daysInMonth(month) }, (_, at) => at + 1);
  const heads = ['序号', word(style, NAME), word(style, IDENTITY), word(style, JOB), word(style, TEAM), ...days.map(String), '出勤天数合计', '本人签字'];
  const rows = site.workers.flatMap((worker) => {
    const marks = [...(site.marks.get(worker)?.get(month) ?? '')].slice(0, through.startsWith(month) ? Number(through.slice(8)) : 31).join('');
    return /[^ ]/u.test(marks) ? [{ worker, marks }] : [];
  });
  const body = rows.map(({ worker, marks }, at): Cell[] => [
    at + 1,
    nameText(worker.person.name, style),
    worker.person.identity,
    worker.job,
    worker.team,
    ...days.map((day) => cellOf(marks.charAt(day - 1), style)),
    daysWorked(marks),
    null,
  ]);
  return sheet(
    style,
    '农民工考勤表',
    [
      [`工程名称：${site.name}`, null, null, null, `年月：${monthInWords(month)}`],
      [`施工单位：${site.contractor.name}`, null, null, null, '√出勤 △半天 ×缺勤 B病假 S事假 X休息'],
    ],
    [heads],
    body,
    [['班组长：', null, null, '劳资专管员：', null, null, null, '项目经理：']],
  );
}

function cellOf(mark: string, style: Style): Cell {
  const known: Mark = mark === '1' || mark === 'h' || mark === '0' || mark === 'b' || mark === 's' || mark === 'x' ? mark : ' ';
  return (style.marks === 'signs' ? SIGNS : NUMBERS)[known];
}

/** The list a gate gives out: one row a punch, in the order of time. */
export function punchList(site: Site, from: CivilDate, until: CivilDate, style: Style): Table {
  const punches: { at: string; worker: Worker; direction: string }[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) {
    if (site.gateSilentOn.has(day)) continue;
    for (const worker of site.workers) {
      punchesOn(worker, day, markOn(site.marks.get(worker), day)).forEach((minute, at) => {
        const second = (minute * 7 + worker.key.length * 13) % 60;
        punches.push({ at: `${day} ${two(Math.floor(minute / 60))}:${two(minute % 60)}:${two(second)}`, worker, direction: at % 2 === 0 ? '进' : '出' });
      });
    }
  }
  punches.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const heads = [
    '序号',
    word(style, NAME),
    word(style, IDENTITY),
    word(style, TEAM),
    style.wording === 1 ? '通行时间' : '打卡时间',
    '进出方向',
    '设备编号',
    '项目名称',
  ];
  const body = punches.map((punch, at): Cell[] => [
    at + 1,
    punch.worker.person.name,
    punch.worker.person.identity,
    punch.worker.team,
    punch.at,
    punch.direction,
    `ZJ-${String(site.index + 1).padStart(2, '0')}-${punch.worker.team.length % 2 === 0 ? '1' : '2'}`,
    site.name,
  ]);
  return sheet({ ...style, title: style.title && style.wording !== 1, footer: false, wideSpaces: false, blankRows: false }, '考勤记录', [], [heads], body, []);
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}

export function payrollSheet(site: Site, payroll: Payroll, style: Style): Table {
  const format = style.payroll;
  const money = (amount: WholeFen) => yuanText(amount, style, format);
  const grouped = style.groupedHeads && !format.startsWith('csv');
  const fixed = [
    '序号',
    word(style, NAME),
    word(style, IDENTITY),
    word(style, JOB),
    word(style, TEAM),
    word(style, EMPLOYER),
    word(style, ['出勤天数', '工作天数', '工日']),
    word(style, ['日工资', '单价/日工资', '日薪']),
  ];
  const wages = [
    word(style, ['基本工资', '计时工资', '基本工资']),
    word(style, ['奖金津贴', '奖金/津贴', '补贴']),
    word(style, ['应发合计', '应发工资', '应发金额']),
  ];
  const minus = [word(style, ['预支扣除', '借支', '预支生活费']), word(style, ['其他扣款', '扣款', '其它扣款'])];
  const end = [
    word(style, ['实发金额', '实发工资', '实发合计']),
    word(style, ['开户行', '开户行', '开户银行']),
    word(style, ['银行卡号', '工资卡号', '银行账号']),
    '本人签字',
  ];
  const blanks = (count: number) => Array.from({ length: count }, () => '');
  const heads = grouped
    ? [
        [...fixed, '应发工资', ...blanks(2), '扣款项目', ...blanks(1), ...end],
        [...blanks(fixed.length), ...wages, ...minus, ...blanks(end.length)],
      ]
    : [[...fixed, ...wages, ...minus, ...end]];
  const tall = (column: number): Merge => ({ top: 0, bottom: 1, left: column, right: column });
  const after = fixed.length + wages.length + minus.length;
  const merges = grouped
    ? [
        ...fixed.map((_, at) => tall(at)),
        { top: 0, bottom: 0, left: fixed.length, right: fixed.length + 2 },
        { top: 0, bottom: 0, left: fixed.length + 3, right: fixed.length + 4 },
        ...end.map((_, at) => tall(after + at)),
      ]
    : [];
  const body = payroll.lines.map((line, at): Cell[] => [
    at + 1,
    nameText(line.worker.person.name, style),
    line.worker.person.identity,
    line.worker.job,
    line.worker.team,
    line.worker.employer.name,
    line.days,
    money(line.worker.dayRateFen),
    money(line.wageFen),
    money(line.bonusFen),
    money(line.dueFen),
    money(line.advanceFen),
    money(0),
    money(line.netFen),
    line.worker.card.bank,
    line.worker.card.no,
    line.signed ? line.worker.person.name : null,
  ]);
  const total = (of: (line: Payroll['lines'][number]) => WholeFen) => money(payroll.lines.reduce((sum, line) => sum + of(line), 0));
  const sums: Cell[] = [
    '合计',
    null,
    null,
    null,
    null,
    null,
    payroll.lines.reduce((sum, line) => sum + line.days, 0),
    null,
    total((line) => line.wageFen),
    total((line) => line.bonusFen),
    total((line) => line.dueFen),
    total((line) => line.advanceFen),
    money(0),
    total((line) => line.netFen),
  ];
  const pays = dayInMonth(nextMonth(payroll.month), site.payDay);
  const block: Cell[][] = [
    [`工程名称：${site.name}`, null, null, null, `工资月份：${monthInWords(payroll.month)}`],
    [`专户账号：${site.account?.no ?? ''}`, null, null, null, `编制日期：${payroll.madeOn}`, null, null, null, `支付日期：${pays}`],
  ];
  return sheet(style, '农民工工资支付表', block, heads, body, [sums, ['制表人：', null, null, null, '劳资专管员：', null, null, null, '项目经理：']], merges);
}

/** What the bank's client prints: two columns of amounts, or one with a mark of debit and credit. */
export function bankStatement(site: Site, flows: readonly Flow[], from: CivilDate, until: CivilDate, style: Style): Table {
  const format = style.flows;
  const money = (amount: WholeFen) => yuanText(amount, style, format);
  const two = style.flowColumns === 'two';
  const heads = two
    ? [
        '交易日期',
        '交易流水号',
        word(style, ['收入金额', '贷方发生额', '收入']),
        word(style, ['支出金额', '借方发生额', '支出']),
        '余额',
        '对方户名',
        '对方账号',
        '摘要',
      ]
    : ['交易时间', '交易流水号', '借贷标志', '交易金额', '账户余额', '对方账户名称', '对方账号', '摘要'];
  const body = flows.map((flow): Cell[] => {
    const end = [money(flow.balanceFen), flow.counterparty, flow.counterpartyNo, flow.memo];
    if (two)
      return [
        dayText(flow.on, style, format),
        flow.serialNo,
        flow.direction === 'in' ? money(flow.amountFen) : null,
        flow.direction === 'out' ? money(flow.amountFen) : null,
        ...end,
      ];
    return [`${flow.on} ${flow.at}`, flow.serialNo, flow.direction === 'in' ? '贷' : '借', money(flow.amountFen), ...end];
  });
  const block: Cell[][] = [
    [`账号：${site.account?.no ?? ''}`, null, `户名：${site.account?.name ?? ''}`],
    [`起止日期：${from}至${until}`, null, `币种：人民币`],
  ];
  return sheet({ ...style, wideSpaces: false, blankRows: false }, '农民工工资专用账户交易明细', block, [heads], body, [[`共${flows.length}笔`]]);
}
