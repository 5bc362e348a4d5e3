import type { CivilDate, CivilMonth } from '#kernel/civil-date.ts';
import type { Fen } from '#kernel/fen.ts';
import { maskIdentityNumber } from '#kernel/identifiers/index.ts';
import { type Cell, type Fault, plainText, shownText } from './cell.ts';
import {
  brokenCell,
  isFaulty,
  type Reading,
  readAccount,
  readCard,
  readDay,
  readIdentity,
  readMoment,
  readMoney,
  readMonth,
  readNumber,
  readPhone,
  readShare,
  readTime,
} from './cell-readings.ts';
import type { FoundRow, MappedColumn, TitleValues } from './find-table.ts';

/** A cell that is refused, or taken with a remark. `column` is −1 when the whole row is meant. */
export interface CellFault extends Fault {
  readonly row: number;
  readonly column: number;
  readonly heading: string;
  readonly value: string;
  readonly severity: 'error' | 'warning';
}

/** What every row of one file is read with. */
export interface ReadingSetting {
  /** The civil day of reading, for what cannot lie in the future. */
  readonly on: CivilDate;
  readonly columns: readonly MappedColumn[];
  readonly titles: TitleValues;
  /** Chosen by the person where the file does not say it. */
  readonly month: CivilMonth | null;
  readonly projectChosen: boolean;
}

/** Which project a row names: its name, code and wage account as far as they are written; all empty means the chosen one. */
export interface ProjectReference {
  readonly name: string;
  readonly code: string;
  readonly account: string;
}

/** Earlier months are not kept: the storage begins here. */
export const EARLIEST_MONTH = '2023-01';

/**
 * Reads the cells of one row after another by field, and collects what is wrong with them. One reader serves a whole file:
 * what repeats (identity numbers, days) is read once.
 */
export interface RowReader {
  begin(row: FoundRow): void;
  readonly no: number;
  /** True when an error, not merely a remark, was noted on the present row. */
  readonly refused: boolean;
  has(field: string): boolean;
  raw(field: string): Cell;
  text(field: string): string | null;
  identity(field: string): string | null;
  card(field: string): string | null;
  account(field: string): string | null;
  phone(field: string): string | null;
  day(field: string): CivilDate | null;
  month(field: string): CivilMonth | null;
  moment(field: string): string | null;
  time(field: string): string | null;
  money(field: string): Fen | null;
  number(field: string): number | null;
  share(field: string): number | null;
  yesNo(field: string): boolean | null;
  note(field: string, reason: string, cure: string, severity?: 'error' | 'warning'): void;
  project(): ProjectReference;
  /** Faults since the last call. */
  takeFaults(): readonly CellFault[];
}

/** Readings kept for cells that repeat: the people of many sites. A payroll of a county has each number once, and to keep them all costs more than to read them. */
const REMEMBERED = 10_000;

export function rowReader(setting: ReadingSetting): RowReader {
  const columns = new Map<string, MappedColumn>();
  for (const column of setting.columns) if (column.field !== null && !columns.has(column.field)) columns.set(column.field, column);
  let row: FoundRow = { no: 0, cells: [] };
  let faults: CellFault[] = [];
  let refused = false;
  const identities = new Map<Cell, Reading<string>>();
  const days = new Map<Cell, Reading<CivilDate>>();
  let lastProject: ProjectReference = {
    name: setting.titles.projectName ?? '',
    code: setting.titles.projectCode ?? '',
    account: setting.titles.accountNo ?? '',
  };

  const raw = (field: string): Cell => {
    const column = columns.get(field);
    return column === undefined ? null : (row.cells[column.column] ?? null);
  };
  const noteFault = (field: string, fault: Fault, severity: 'error' | 'warning') => {
    const column = columns.get(field);
    const cell = column === undefined ? null : (row.cells[column.column] ?? null);
    const shown = shownText(cell);
    faults.push({
      row: row.no,
      column: column?.column ?? -1,
      heading: column?.heading ?? '整行',
      value: field === 'identity' || field === 'card' || /\d{11}/.test(shown) ? maskIdentityNumber(shown) : shown,
      reason: fault.reason,
      cure: fault.cure,
      severity,
    });
    if (severity === 'error') refused = true;
  };
  const settled = <T>(field: string, reading: Reading<T>): T | null => {
    if (!isFaulty(reading)) return reading;
    noteFault(field, reading.fault, 'error');
    return null;
  };
  const remembered = <T>(held: Map<Cell, Reading<T>>, cell: Cell, read: (cell: Cell) => Reading<T>): Reading<T> => {
    if (typeof cell === 'object') return read(cell);
    const known = held.get(cell);
    if (known !== undefined) return known;
    const reading = read(cell);
    if (held.size < REMEMBERED) held.set(cell, reading);
    return reading;
  };
  const text = (field: string): string | null => {
    const cell = raw(field);
    if (cell === null) return null;
    if (typeof cell === 'object' && cell.is === 'broken') return settled<string>(field, brokenCell(cell.why));
    const plain = typeof cell === 'object' && cell.is === 'day' ? shownText(cell) : plainText(cell);
    // A long text is cut by nobody silently: names and memos have their room.
    if (plain.length > 500) noteFault(field, { reason: '文字超过 500 字', cure: '请缩短后再导入。' }, 'error');
    return plain === '' ? null : plain;
  };

  return {
    begin(next) {
      row = next;
      refused = false;
    },
    get no() {
      return row.no;
    },
    get refused() {
      return refused;
    },
    has: (field) => columns.has(field),
    raw,
    text,
    identity: (field) => settled(field, remembered(identities, raw(field), readIdentity)),
    card: (field) => settled(field, readCard(raw(field))),
    account: (field) => settled(field, readAccount(raw(field))),
    phone: (field) => {
      const reading = readPhone(raw(field));
      if (!isFaulty(reading)) return reading;
      // A wrong phone number must not keep a worker off the roster.
      noteFault(field, reading.fault, 'warning');
      return null;
    },
    day: (field) => settled(field, remembered(days, raw(field), readDay)),
    month: (field) => settled(field, readMonth(raw(field))),
    moment: (field) => settled(field, readMoment(raw(field))),
    time: (field) => settled(field, readTime(raw(field))),
    money: (field) => settled(field, readMoney(raw(field), columns.get(field)?.inTenThousands ?? false)),
    number: (field) => settled(field, readNumber(raw(field))),
    share: (field) => settled(field, readShare(raw(field))),
    yesNo: (field) => yesOrNo(text(field)),
    note: (field, reason, cure, severity = 'error') => noteFault(field, { reason, cure }, severity),
    project() {
      const name = columns.has('projectName') ? (text('projectName') ?? setting.titles.projectName ?? '') : (setting.titles.projectName ?? '');
      const code = columns.has('projectCode') ? (text('projectCode') ?? setting.titles.projectCode ?? '') : (setting.titles.projectCode ?? '');
      const account = columns.has('accountNo')
        ? (settled('accountNo', readAccount(raw('accountNo'))) ?? setting.titles.accountNo ?? '')
        : (setting.titles.accountNo ?? '');
      if (name !== lastProject.name || code !== lastProject.code || account !== lastProject.account) lastProject = { name, code, account };
      if (name === '' && code === '' && account === '' && !setting.projectChosen) {
        noteFault('projectName', { reason: '没有写是哪个项目', cure: '请填工程名称或项目代码，或在上传时选定项目。' }, 'error');
      }
      return lastProject;
    },
    takeFaults() {
      const taken = faults;
      faults = [];
      return taken;
    },
  };
}

function yesOrNo(text: string | null): boolean | null {
  if (text === null) return null;
  if (/^(是|有|√|✓|✔|☑|1|Y|YES|TRUE|已.*|政府.*|国有.*|财政.*|国企.*)$/i.test(text)) return true;
  if (/^(否|无|不是|×|x|0|N|NO|FALSE|\/|未.*|没有|企业.*|社会.*|民间.*|自筹.*|非政府.*|私.*|民营.*)$/i.test(text)) return false;
  return null;
}

const FOOTER =
  /^(共 ?\d+ ?[笔条人行]|合计|总计|小计|共计|累计|本页合计|本页小计|制表|填表|审核|复核|审批|经办|班组长|劳资专管员|劳资员|项目经理|项目负责人|项目部|监理|建设单位|施工单位|总包|总承包|分包单位|单位负责人|负责人|公示|编制|备注[:：]|说明|注[:：]|填报|盖章|日期[:：]|联系人[:：]|大写|人民币大写|考勤员|考勤说明|符号说明|工资合计|以下空白|查询时间|打印时间|总笔数|无交易|没有交易|无记录|无明细|没有符合|没有记录|查无|未查询到|暂无|本期无|借方|贷方合计|收入合计|支出合计)/;

/** What a row below the headings is, before its cells are read. */
export type RowSort = 'data' | 'blank' | 'total' | 'footer' | 'heading';

/**
 * Tells data from totals, signatures and repeated headings. A row with an identity number is data, whatever else it says:
 * a worker may be called 总 something.
 */
export function sortRow(row: FoundRow, columns: readonly MappedColumn[], keyColumns: readonly number[]): RowSort {
  let first = '';
  let filled = 0;
  for (const cell of row.cells) {
    if (cell === null) continue;
    filled += 1;
    if (first === '' && typeof cell === 'string' && !/^\s*\d*\s*$/.test(cell)) first = cell;
  }
  if (filled === 0) return 'blank';
  const plain = first.replace(/\s/g, '');
  const keys = keyColumns.map((column) => row.cells[column] ?? null);
  if (!keys.some(isTelling) && FOOTER.test(plain)) return /计/.test(plain.slice(0, 6)) ? 'total' : 'footer';
  const hasKey = keys.some((cell) => cell !== null);
  if (filled === 1 && !hasKey) return first === '' ? 'blank' : 'footer';
  if (repeatsHeadings(row, columns, keyColumns)) return 'heading';
  return !hasKey && filled <= 2 && first === '' ? 'blank' : 'data';
}

/** A number, a day or a text with a long number in it: no total or signature has one where who, when or which stands. */
function isTelling(cell: Cell): boolean {
  if (typeof cell === 'string') return /\d{6}|\d{4}[-./年]|\*{4}/.test(cell);
  return typeof cell === 'number' ? cell > 20_000 : cell !== null;
}

/** Printed lists repeat the headings on every page. Looked at closely only when the key column holds its own heading. */
function repeatsHeadings(row: FoundRow, columns: readonly MappedColumn[], keyColumns: readonly number[]): boolean {
  const same = (column: MappedColumn) => plainText(row.cells[column.column] ?? null).replace(/\s+/g, '') === column.heading;
  const suspect = columns.some((column) => keyColumns.includes(column.column) && typeof row.cells[column.column] === 'string' && same(column));
  return suspect && columns.filter(same).length >= 3;
}
