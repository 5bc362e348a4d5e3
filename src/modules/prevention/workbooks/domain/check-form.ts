import { maskIdentityNumber } from '#kernel/identifiers/index.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { type Cell, type FoundRow, isFaulty, plainHeading, plainText, readDay, readMoney, readNumber, shownText } from '../../imports/domain/index.ts';
import { plainYuan } from '#kernel/fen.ts';
import type { FormRecord } from './form-rows.ts';
import { type FormColumn, FORMS } from './templates.ts';
import type { ReportKind, WorkbookCheck, WorkbookDifference } from './wire.ts';

/** What makes two rows of a report the same row. */
const KEYS: Readonly<Record<ReportKind, readonly string[]>> = {
  summary: ['employer', 'team'],
  // The bank's number tells a payment; a month without one stands alone.
  'labour-cost': ['month', 'serial_no'],
  leaving: ['name', 'identity', 'left_on'],
};
/** Written by hand into the printed form, or merely counted. */
const NOT_COMPARED = new Set(['no', 'hand']);
const HEAD_ROWS = 30;
/** More differences than this help nobody. */
const DIFFERENCES_KEPT = 2_000;
const FOOTER = /^(合计|总计|小计|大写|人民币|制表|编制|填报|劳资专管员|班组长|项目经理|建设单位|总包|备注[:：])/;

/**
 * Holds a form that only repeats the records against them, row by row. Nothing is taken from it: where both differ, either the form is wrong, or the payroll, the
 * roster or the bank flow behind it is to be corrected there.
 */
export function checkForm(kind: ReportKind, rows: readonly FoundRow[], held: readonly FormRecord[]): Result<WorkbookCheck> {
  const form = FORMS[kind];
  const head = headingsIn(kind, rows);
  if (head === null)
    return refuse({ code: 'check-unsupported', says: `没有找到“${form.title}”的表头，要有这几列：${namesOf(kind, KEYS[kind])}。请下载这张表对照。` });
  const keyOf = (record: FormRecord) => KEYS[kind].map((key) => record[key === 'identity' ? 'identity_mask' : key] ?? '').join('|');
  const open = new Map(held.map((record) => [keyOf(record), record]));
  const differences: WorkbookDifference[] = [];
  const note = (difference: WorkbookDifference) => {
    if (differences.length < DIFFERENCES_KEPT) differences.push(difference);
  };
  let read = 0;
  let equal = 0;
  for (const row of rows) {
    if (row.no <= head.no || isFooter(row)) continue;
    const cell = (key: string): Cell => {
      const at = head.columns.get(key);
      return at === undefined ? null : (row.cells[at] ?? null);
    };
    const key = KEYS[kind].map((each) => keyText(each, cell(each))).join('|');
    if (key.replaceAll('|', '') === '') continue;
    read += 1;
    const record = open.get(key);
    if (record === undefined) {
      note({
        row: row.no,
        column: '整行',
        written: shownKey(key),
        held: '',
        says: '记录里没有这一行',
        cure: `请核对${namesOf(kind, KEYS[kind])}；确有其事的，请先导入对应的工资表、花名册或流水。`,
      });
      continue;
    }
    open.delete(key);
    const found = form.columns.flatMap((column) => (head.columns.has(column.key) ? differenceOf(column, row.no, cell(column.key), record, KEYS[kind]) : []));
    if (found.length === 0) equal += 1;
    for (const each of found) note(each);
  }
  for (const [key] of open) note({ row: 0, column: '整行', written: '', held: shownKey(key), says: '记录里有，表里没有这一行', cure: '请核对是否漏写。' });
  return ok({ rows: read, equal, differences });
}

function namesOf(kind: ReportKind, keys: readonly string[]): string {
  return keys.map((key) => FORMS[kind].columns.find((column) => column.key === key)?.heading ?? key).join('、');
}

interface Headings {
  readonly no: number;
  readonly columns: ReadonlyMap<string, number>;
}

function headingsIn(kind: ReportKind, rows: readonly FoundRow[]): Headings | null {
  const byHeading = new Map(FORMS[kind].columns.map((column) => [plainHeading(column.heading), column.key]));
  for (const row of rows.slice(0, HEAD_ROWS)) {
    const columns = new Map<string, number>();
    for (const [at, cell] of row.cells.entries()) {
      const key = typeof cell === 'string' ? byHeading.get(plainHeading(cell)) : undefined;
      if (key !== undefined && !columns.has(key)) columns.set(key, at);
    }
    if (KEYS[kind].every((key) => columns.has(key))) return { no: row.no, columns };
  }
  return null;
}

function isFooter(row: FoundRow): boolean {
  const first = row.cells.find((cell) => cell !== null) ?? null;
  return typeof first === 'string' && FOOTER.test(first.replace(/\s/g, ''));
}

function keyText(key: string, cell: Cell): string {
  const text = plainText(cell).replace(/\s/g, '');
  if (key === 'identity') return text.includes('*') ? text : maskIdentityNumber(text.toUpperCase());
  const day = key === 'left_on' ? readDay(cell) : null;
  return day !== null && !isFaulty(day) ? day : text;
}

function shownKey(key: string): string {
  return key
    .split('|')
    .filter((part) => part !== '')
    .join(' ')
    .slice(0, 80);
}

function differenceOf(column: FormColumn, row: number, cell: Cell, record: FormRecord, keys: readonly string[]): readonly WorkbookDifference[] {
  // What only a person knows stands in no record, so nothing can be held against it.
  if (NOT_COMPARED.has(column.key) || keys.includes(column.key) || column.personal !== undefined || !(column.key in record)) return [];
  const value = record[column.key] ?? null;
  const said = (heldText: string, says: string, cure: string): readonly WorkbookDifference[] => [
    { row, column: column.heading, written: shownText(cell), held: heldText, says, cure },
  ];
  const shown = value === null ? '' : column.kind === 'money' ? plainYuan(BigInt(value)) : value;
  if (column.kind === 'text') {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(shown) ? readDay(cell) : null;
    const written = day !== null && !isFaulty(day) ? day : plainText(cell);
    return written === shown ? [] : said(shown, '与记录不一致', '请核对哪一边对；记录错了，请更正并重新导入原表。');
  }
  const reading = column.kind === 'money' ? readMoney(cell) : readNumber(cell);
  if (isFaulty(reading)) return said(shown, reading.fault.reason, reading.fault.cure);
  // An empty cell and a zero say the same of an amount.
  const differs = Number(reading ?? 0) !== Number(value ?? 0);
  return differs ? said(shown, '与记录不一致', '请核对哪一边对；记录错了，请更正并重新导入工资表、花名册或流水。') : [];
}
