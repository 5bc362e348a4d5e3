import { type CivilMonth, daysInMonth, inChineseMonth } from '#kernel/civil-date.ts';
import { inCapitals } from '#kernel/capital-amount.ts';
import { fen, type Fen, plainYuan } from '#kernel/fen.ts';
import type { Form, FormColumn } from './templates.ts';

/** One record as its store has it: amounts in fen, days and months as text. Beside a personal field stands its mask, `identity` and `identity_mask`. */
export type FormRecord = Readonly<Record<string, string | null>>;

export interface FormShow {
  /** Numbers of persons whole. */
  readonly whole: boolean;
  /** A form to be filled in. */
  readonly isForm: boolean;
  readonly month: CivilMonth | null;
}

/** A row of the form; what a form asks somebody to type stays empty. */
export function formRow(form: Form, record: FormRecord, no: number, show: FormShow): readonly (string | null)[] {
  return form.columns.map((column) => cellOf(column, record, no, show));
}

function cellOf(column: FormColumn, record: FormRecord, no: number, show: FormShow): string | null {
  if (column.key === 'no') return String(no);
  if (show.isForm && column.isTyped === true) return null;
  if (column.personal !== undefined) return (show.whole ? record[column.key] : null) ?? record[`${column.key}_mask`] ?? null;
  // A birth day beside a mask would give the number away.
  if (column.key === 'born_on' && !show.whole) return null;
  if (column.key.startsWith('day-')) return markOf(Number(column.key.slice('day-'.length)), record, show.month);
  const value = record[column.key] ?? null;
  return value !== null && column.kind === 'money' ? plainYuan(BigInt(value)) : value;
}

/** √ 出勤, △ 半天; a day the month does not have is crossed out by nobody and left empty. */
function markOf(day: number, record: FormRecord, month: CivilMonth | null): string | null {
  if (month !== null && day > daysInMonth(month)) return null;
  const bit = 1 << (day - 1);
  if ((Number(record['half_days'] ?? 0) & bit) !== 0) return '△';
  return (Number(record['full_days'] ?? 0) & bit) !== 0 ? '√' : null;
}

export interface FormTotals {
  add(record: FormRecord): void;
  readonly rows: number;
  /** The line of totals and, where the form has one, the amount in capitals. */
  lines(form: Form): readonly ((string | null)[] | string)[];
}

/** Adds up while rows go by: an export of a million rows is read once. */
export function formTotals(): FormTotals {
  const sums = new Map<string, bigint>();
  let rows = 0;
  return {
    add(record) {
      rows += 1;
      for (const [key, value] of Object.entries(record)) if (value !== null && /^-?\d{1,18}$/.test(value)) sums.set(key, (sums.get(key) ?? 0n) + BigInt(value));
    },
    get rows() {
      return rows;
    },
    lines(form) {
      if (!form.columns.some((column) => column.isSummed)) return [];
      const line = form.columns.map((column, at) => {
        if (at === 0) return '合计';
        if (column.isSummed !== true) return null;
        // What no row knows has no total: an unknown 差额 is not none.
        const sum = sums.get(column.key);
        if (sum === undefined) return null;
        return column.kind === 'money' ? plainYuan(sum) : String(sum);
      });
      const capital: Fen | null = form.inCapitals === undefined ? null : fen(sums.get(form.inCapitals) ?? 0n);
      return capital === null ? [line] : [line, `大写：人民币${inCapitals(capital)}`];
    },
  };
}

/** What the block above the headings says. */
export interface FormHead {
  readonly projectName: string | null;
  readonly projectCode: string | null;
  readonly contractor: string | null;
  readonly place: string | null;
  readonly accountNo: string | null;
  readonly wageOfficer: string | null;
  readonly month: CivilMonth | null;
  readonly madeOn: string;
  /** 专户 of the month, for the summary. */
  readonly account: { readonly opening: string | null; readonly came: string; readonly went: string; readonly closing: string | null } | null;
}

export function formTitle(form: Form, month: CivilMonth | null): string {
  return `${month === null ? '' : inChineseMonth(month)}${form.title}`;
}

/** Labelled as the importer reads them back: two spaces end a value. */
export function formBlock(form: Form, head: FormHead): readonly string[] {
  const part = (label: string, value: string | null) => (value === null || value === '' ? [] : [`${label}：${value}`]);
  const lines = [
    [...part('工程名称', head.projectName), ...part('项目代码', head.projectCode), ...part('施工总承包单位', head.contractor), ...part('填报地区', head.place)],
    [
      ...part('年月', head.month === null ? null : inChineseMonth(head.month)),
      ...(form.kind === 'payroll' ? part('专户账号', head.accountNo) : []),
      ...(form.kind === 'roster' ? part('劳资专管员', head.wageOfficer) : []),
      ...part('填报日期', head.madeOn),
    ],
    head.account === null
      ? []
      : [
          ...part('专户期初余额', inAccount(head.account.opening)),
          ...part('本月到账', inAccount(head.account.came)),
          ...part('本月发放', inAccount(head.account.went)),
          ...part('期末余额', inAccount(head.account.closing)),
        ],
  ];
  return lines.filter((line) => line.length > 0).map((line) => line.join('    '));
}

function inAccount(amount: string | null): string {
  return amount === null ? '流水没有余额' : `${plainYuan(BigInt(amount))}元`;
}
