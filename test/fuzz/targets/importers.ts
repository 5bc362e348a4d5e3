import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { readBankCard, readIdentityNumber } from '#kernel/identifiers/index.ts';
import {
  attendanceRows,
  type Cell,
  findTable,
  flowRows,
  type FoundTable,
  headingsOf,
  IMPORT_KINDS,
  type ImportKind,
  KIND_NAMES,
  ledgerRows,
  payrollRows,
  rosterRows,
  rowReader,
  sortRow,
} from '../../../src/modules/prevention/imports/domain/index.ts';
import { checkForm, formRow, FORMS, REPORT_KINDS, type ReportKind } from '../../../src/modules/prevention/workbooks/domain/index.ts';
import type { Chance } from '../../../src/apps/simulate/random.ts';
import type { FuzzTarget, Verdict } from '../fuzz.ts';
import { mutateNumber, mutateText } from '../mutate.ts';

/** One row of an office's table under its headings: what each importer of a kind reads, without the file around it. */
export interface TableInput {
  readonly head: readonly (readonly Cell[])[];
  readonly row: readonly Cell[];
}

const ON = '2026-11-22' as CivilDate;

const SOUND: Readonly<Record<ImportKind, Readonly<Record<string, Cell>>>> = {
  ledger: {
    项目名称: '锦绣城一期',
    项目代码: '2026-371526-47-01-000001',
    所属地区: '371526',
    行业: '住建',
    项目状态: '在建',
    是否政府投资: '否',
    建设单位: '示例置业有限公司',
    施工总承包单位: '示例建设有限公司',
    总包统一社会信用代码: '91350100M000100Y43',
    分包单位: '甲劳务有限公司、乙劳务有限公司',
    监理单位: '示例监理有限公司',
    合同造价: '120000000',
    人工费用比例: '25%',
    合同签订日期: '2026-02-01',
    施工许可证号: '371526202603010101',
    开工日期: { is: 'day', serial: 46_082 },
    计划竣工日期: '2027年12月31日',
    发薪日: 15,
    劳资专管员: '王专管',
    劳资专管员电话: '13800001234',
    专户账号: '37150012345678901',
    专户开户行: '农业银行',
    专户开户日期: '2026.3.5',
    保证金形式: '保函',
    保证金金额: '2400000',
    保函到期日: '20271231',
  },
  roster: {
    姓名: '张三丰',
    身份证号码: '11010519491231002X',
    联系电话: '13800000001',
    工种: '钢筋工',
    班组: '钢筋一班',
    是否班组长: '否',
    进场日期: '2026-03-10',
    退场日期: null,
    劳动合同编号: 'LD-001',
    合同开始日期: '2026-03-10',
    合同结束日期: '2026年12月31日',
    计酬方式: '计日',
    工资标准: '300元/天',
    工资卡开户行: '农业银行',
    工资卡号: '6222020000000000000',
    岗前培训日期: { is: 'day', serial: 46_091 },
  },
  attendance: {
    姓名: '张三丰',
    身份证号码: '11010519491231002X',
    班组: '钢筋一班',
    '1': '√',
    '2': '△',
    '3': '×',
    '4': 'J2',
    '5': 'B',
    '6': 1,
    '7': 0.5,
    '8': '√+3',
    '31': 'X',
    出勤天数合计: 5.5,
    加班小时合计: 5,
  },
  payroll: {
    姓名: '张三丰',
    身份证号: '11010519491231002X',
    班组: '钢筋一班',
    出勤天数: 22,
    日工资: '300',
    应发合计: '6,600.00',
    预支扣除: '1000',
    社保个税代扣: 0,
    其他扣款: '',
    实发金额: 5600,
    开户行: '农业银行',
    银行卡号: '6222020000000000000',
    本人签字: '张三丰',
  },
  flows: {
    交易日期: '2026-09-15',
    交易流水号: 'A20260915001',
    收入金额: '500000.00',
    支出金额: null,
    余额: 812_345.67,
    对方户名: '示例建设有限公司',
    对方账号: '37150012345678902',
    摘要: '拨付8月人工费',
    用途: '农民工工资',
  },
};

/** The sound table of a kind: headings in the usual order, project and month above them. */
function soundTable(kind: ImportKind, heads: readonly string[]): TableInput {
  return {
    head: [[KIND_NAMES[kind]], ['工程名称：锦绣城一期', null, '2026年9月', null, '专户账号', '37150012345678901'], heads],
    row: heads.map((name) => SOUND[kind][name] ?? (name === '打卡时间' ? '2026-09-03 07:02:04' : null)),
  };
}

/** A cell that is something else: another text, another type, a formula that kept nothing, digits that a double would lose. */
export function mutateCell(cell: Cell, chance: Chance): Cell {
  if (chance.happens(0.15)) return strangeCell(chance);
  if (typeof cell === 'string') return mutateText(cell, chance);
  if (typeof cell === 'number') return chance.happens(0.7) ? mutateNumber(cell, chance) : mutateText(String(cell), chance);
  return cell !== null && cell.is === 'day' ? { is: 'day', serial: mutateNumber(cell.serial, chance) } : strangeCell(chance);
}

function strangeCell(chance: Chance): Cell {
  return chance.pick<Cell>([
    null,
    '',
    mutateText('', chance),
    mutateNumber(0, chance),
    { is: 'day', serial: mutateNumber(46_000, chance) },
    { is: 'digits', text: mutateText('450102199001010000', chance) },
    { is: 'broken', text: '=VLOOKUP(A1)', why: 'formula-without-value' },
    { is: 'broken', text: '#REF!', why: 'formula-error' },
  ]);
}

/** Mostly cells of the row, now and then the headings or the shape of the table. */
export function mutateTable(input: TableInput, chance: Chance): TableInput {
  let { head, row } = input;
  for (let times = chance.between(1, 3); times > 0; times -= 1) {
    if (chance.happens(0.92))
      row = row.length === 0 ? [strangeCell(chance)] : row.with(chance.between(0, row.length - 1), mutateCell(chance.pick(row), chance));
    else if (chance.happens(0.5)) row = reshaped(row, chance);
    else head = mutatedHead(head, chance);
  }
  return { head, row };
}

function reshaped(row: readonly Cell[], chance: Chance): readonly Cell[] {
  const at = chance.between(0, row.length);
  return chance.pick<() => readonly Cell[]>([
    () => row.slice(0, at),
    () => row.slice(at),
    () => [...row.slice(0, at), null, ...row.slice(at)],
    () => [...row, ...row].slice(0, 300),
    () => row.toReversed(),
    () => [],
    () => Array.from({ length: chance.happens(0.2) ? 300 : 40 }, () => row[0] ?? null),
  ])();
}

function mutatedHead(head: TableInput['head'], chance: Chance): TableInput['head'] {
  const at = chance.between(0, Math.max(0, head.length - 1));
  const line = head[at] ?? [];
  const replaced = (other: readonly Cell[]) => [...head.slice(0, at), other, ...head.slice(at + 1)];
  return chance.pick<() => TableInput['head']>([
    () => replaced(line.length === 0 ? [strangeCell(chance)] : line.with(chance.between(0, line.length - 1), mutateCell(chance.pick(line), chance))),
    () => replaced(reshaped(line, chance)),
    () => [...head.slice(0, at), ...head.slice(at + 1)],
    () => [...head, line],
    () => [],
    () => [...Array.from({ length: 40 }, () => [null]), ...head],
  ])();
}

/** Reads one table as the reading thread does: headings, then the row under them; and looks whether the answer is one. */
export function verdictOnTable(kind: ImportKind, input: TableInput, find: (head: TableInput['head']) => FoundTable | null): Verdict {
  const found = find(input.head);
  if (found === null) return { came: 'refused', why: 'no headings' };
  const width = Math.max(input.row.length, ...found.columns.map((column) => column.column + 1));
  const row = { no: input.head.length + 1, cells: input.row };
  const keys = found.columns
    .filter((column) => column.field === 'identity' || column.field === 'name' || column.field === 'code')
    .map((column) => column.column);
  const sort = sortRow(row, found.columns, keys);
  if (sort !== 'data') return { came: 'refused', why: sort };
  const setting = { on: ON, columns: found.columns, titles: found.titles, month: null, projectChosen: false };
  const reader = rowReader(setting);
  reader.begin(row);
  const taken = {
    ledger: () => ledgerRows(reader),
    roster: () => rosterRows(reader, setting),
    attendance: () => attendanceRows(reader, setting),
    payroll: () => payrollRows(reader, setting),
    flows: () => flowRows(reader, setting),
  }[kind]()();
  const faults = reader.takeFaults();
  const errors = faults.filter((fault) => fault.severity === 'error');
  for (const fault of faults) {
    if (fault.row !== row.no || fault.column < -1 || fault.column >= width)
      return { came: 'broken', says: `a fault at row ${fault.row}, column ${fault.column}` };
    if (fault.heading === '' || fault.reason === '' || fault.cure === '') return { came: 'broken', says: 'a fault without heading, reason or cure' };
    if (/\d{12}/.test(fault.value)) return { came: 'broken', says: `a fault shows a whole number: ${fault.heading}` };
  }
  if (taken !== null && errors.length > 0) return { came: 'broken', says: `taken in spite of: ${errors[0]?.reason}` };
  if (taken === null && errors.length === 0) return { came: 'broken', says: 'refused without a reason' };
  if (taken === null) return { came: 'refused', why: (errors[0]?.reason ?? '').replace(/[^一-龥]+/g, ' ').slice(0, 40) };
  const wrong = unsound('', taken);
  return wrong === null ? { came: 'taken' } : { came: 'broken', says: `took what no column holds: ${wrong}` };
}

/** Names the first value that the records could not keep: a number that is none, a day that is none, money beyond eight bytes. */
function unsound(key: string, value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) && Math.abs(value) < 1e10 ? null : `${key} = ${value}`;
  if (typeof value === 'bigint') return value < 9_223_372_036_854_775_808n && value >= -9_223_372_036_854_775_808n ? null : `${key} = ${value}`;
  if (typeof value === 'string') return unsoundText(key, value);
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    const wrong = unsound(name, inner);
    if (wrong !== null) return wrong;
  }
  return null;
}

function unsoundText(key: string, value: string): string | null {
  if (key === 'identity') return value === '' || readIdentityNumber(value).ok ? null : key;
  if (key === 'card') return readBankCard(value).ok ? null : key;
  if (/On$|From$|Until$/.test(key)) return parseCivilDate(value) === null ? `${key} = ${value}` : null;
  return value.length <= 1_100 ? null : `${key}: ${value.length} characters`;
}

/** One kind's table; headings that were not changed are looked up once. */
export function tableTarget(name: string, kind: ImportKind, heads: readonly string[]): FuzzTarget<TableInput> {
  const seed = soundTable(kind, heads);
  const known = new Map<TableInput['head'], FoundTable | null>();
  const find = (head: TableInput['head']) => {
    const held = known.get(head);
    if (held !== undefined) return held;
    const found = findTable(
      head.map((cells, at) => ({ no: at + 1, cells })),
      kind,
    );
    if (known.size < 512) known.set(head, found);
    return found;
  };
  return {
    name,
    seeds: [seed],
    mutate: mutateTable,
    run: (input) => verdictOnTable(kind, input, find),
    encode: (input) =>
      JSON.stringify(input, (_, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? { is: 'number', text: String(value) } : value)),
    decode: (line) => JSON.parse(line, (_, value: unknown) => (isWrittenNumber(value) ? Number(value.text) : value)),
  };
}

function isWrittenNumber(value: unknown): value is { readonly text: string } {
  return typeof value === 'object' && value !== null && 'is' in value && value.is === 'number';
}

/** A report that is held against the records: it says rows and columns, and takes nothing. */
function reportTarget(kind: ReportKind): FuzzTarget<TableInput> {
  const held = [
    {
      employer: '丁劳务',
      team: '钢筋一班',
      month: '2026-09',
      serial_no: 'A001',
      name: '张三',
      identity_mask: '11*************02X',
      left_on: '2026-09-20',
      due_fen: '560000',
      paid_fen: '500000',
    },
  ];
  const heads = FORMS[kind].columns.map((column) => column.heading);
  const base = tableTarget(`report-${kind}`, 'payroll', heads);
  return {
    ...base,
    seeds: held.map((record, at) => ({
      head: [[FORMS[kind].title], heads],
      row: formRow(FORMS[kind], record, at + 1, { whole: false, isForm: false, month: null }),
    })),
    run({ head, row }) {
      const rows = [...head, row].map((cells, at) => ({ no: at + 1, cells }));
      const checked = checkForm(kind, rows, held);
      if (!checked.ok) return checked.refusal.says === '' ? { came: 'broken', says: 'refused without words' } : { came: 'refused', why: checked.refusal.code };
      for (const each of checked.value.differences) {
        if (each.column === '' || each.says === '' || each.cure === '' || each.row < 0 || each.row > rows.length)
          return { came: 'broken', says: `a difference without its place: ${JSON.stringify(each)}` };
      }
      const first = checked.value.differences[0];
      return first === undefined ? { came: 'taken' } : { came: 'refused', why: `${first.column}${first.says}` };
    },
  };
}

export const targets: readonly FuzzTarget<TableInput>[] = [
  ...IMPORT_KINDS.map((kind) => tableTarget(`rows-${kind}`, kind, headingsOf(kind))),
  ...REPORT_KINDS.map(reportTarget),
  tableTarget('rows-punches', 'attendance', headingsOf('attendance', 'punches')),
];
