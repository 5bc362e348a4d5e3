import type { CivilDate, CivilMonth } from '#kernel/civil-date.ts';
import { inChineseMonth } from '#kernel/civil-date.ts';
import { addFen, type Fen } from '#kernel/fen.ts';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import type { FieldFault } from './field-reader.ts';
import type { FileLayout, LayoutColumn } from './layout.ts';

/** A batch as it goes into a file. */
export interface FileBatch {
  readonly batchNo: string;
  readonly date: CivilDate;
  readonly payMonth: CivilMonth;
  readonly payerAccount: string;
  readonly payerName: string;
  readonly payerBank: string;
  readonly lines: readonly FileLine[];
}

export interface FileLine {
  readonly lineNo: number;
  readonly name: string;
  readonly card: string;
  readonly amountFen: Fen;
  readonly bank: string;
  readonly isOtherBank: boolean | null;
  readonly identityMask: string;
}

/** One file as rows of text cells, and for text formats as text; how it is encoded is the layout's word. */
export interface WrittenFile {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly text: string;
}

export interface FileRefusal extends Refusal {
  readonly code: 'file-invalid';
  readonly faults: readonly FieldFault[];
}

/** Our own number of a line on paper: the batch and the line. */
export function serialOf(batchNo: string, lineNo: number): string {
  return `${batchNo}-${lineNo}`;
}

/** Writes a batch in a bank's format. What the format cannot hold is refused with the line and column, not cut. */
export function writeFiles(layout: FileLayout, batch: FileBatch): Result<readonly WrittenFile[], FileRefusal> {
  const faults: FieldFault[] = [];
  const files: WrittenFile[] = [];
  for (let from = 0, part = 1; from < batch.lines.length; from += layout.maxRows, part += 1) {
    files.push(onePart(layout, batch, batch.lines.slice(from, from + layout.maxRows), part, faults));
  }
  const first = faults[0];
  if (first !== undefined) {
    return refuse({ code: 'file-invalid', says: `${layout.name}写不成，有 ${faults.length} 处：${first.path}${first.says}。改好资料后重新做这一批。`, faults });
  }
  return ok(files);
}

function onePart(layout: FileLayout, batch: FileBatch, lines: readonly FileLine[], part: number, faults: FieldFault[]): WrittenFile {
  const date = batch.date.replaceAll('-', '');
  const values: Readonly<Record<string, string>> = {
    count: String(lines.length),
    total: money(layout, addFen(...lines.map((line) => line.amountFen))),
    date,
    batchNo: batch.batchNo,
    part: String(part),
    payerAccount: batch.payerAccount,
    payerName: batch.payerName,
  };
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  const details = lines.map((line) =>
    layout.columns.map((column) => {
      const text = padded(column, cellText(layout, column, batch, line));
      const wrong = faultOf(layout, column, text);
      if (wrong !== null) faults.push({ path: `第 ${line.lineNo} 笔“${column.title}”`, value: column.source === 'card' ? '' : text.slice(0, 40), says: wrong });
      return text;
    }),
  );
  const rows = [
    ...layout.header.map((line) => [fill(line)]),
    ...(layout.titles ? [layout.columns.map((column) => column.title)] : []),
    ...details,
    ...layout.trailer.map((line) => [fill(line)]),
  ];
  const head = layout.header.length;
  const text =
    rows
      .map((row, at) =>
        at < head || at >= rows.length - layout.trailer.length ? (row[0] ?? '') : row.map((cell) => quoted(layout, cell)).join(layout.delimiter),
      )
      .join(layout.lineEnd) + layout.lineEnd;
  const name = fill(layout.fileName);
  return { name: layout.format === 'txt' && /\.[a-z]{3}$/.test(name) ? name : `${name}.${layout.format}`, rows, text };
}

function cellText(layout: FileLayout, column: LayoutColumn, batch: FileBatch, line: FileLine): string {
  switch (column.source) {
    case 'number':
      return String(line.lineNo);
    case 'name':
      return line.name;
    case 'card':
      return line.card;
    case 'amount':
      return money(layout, line.amountFen);
    case 'bank':
      return line.bank;
    case 'cnaps':
      return '';
    case 'identityMask':
      return line.identityMask;
    case 'remark':
      return `${inChineseMonth(batch.payMonth)}农民工工资`;
    case 'serial':
      return serialOf(batch.batchNo, line.lineNo);
    case 'date':
      return batch.date.replaceAll('-', '');
    case 'payerAccount':
      return batch.payerAccount;
    case 'payerName':
      return batch.payerName;
    case 'payerBank':
      return batch.payerBank;
    case 'otherBank':
      return line.isOtherBank === null ? '' : line.isOtherBank ? '1' : '0';
    case 'constant':
      return column.constant ?? '';
  }
}

function money(layout: FileLayout, amount: Fen): string {
  if (layout.amountUnit === 'fen') return amount.toString();
  const digits = amount.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function padded(column: LayoutColumn, text: string): string {
  if (column.width === undefined || column.pad === undefined) return text;
  return column.pad === 'left-zero' ? text.padStart(column.width, '0') : text.padEnd(column.width, ' ');
}

/** A cell that a spreadsheet takes for a formula, or that breaks the line, has no place in a payment file. */
function faultOf(layout: FileLayout, column: LayoutColumn, text: string): string | null {
  if (column.required === true && text.trim() === '') return '是空的';
  if (column.maxLength !== undefined && [...text].length > column.maxLength) return `超过 ${column.maxLength} 字`;
  if (/^[=+\-@＝＋－＠\t]/.test(text)) return '开头是公式符号，银行和电子表格会读错';
  if (/[\p{Cc}\p{Cs}]/u.test(text)) return '含有换行或控制字符';
  if (layout.format === 'txt' && text.includes(layout.delimiter)) return `含有分隔符“${layout.delimiter}”`;
  return null;
}

function quoted(layout: FileLayout, cell: string): string {
  return layout.format === 'csv' && /["\n\r]/.test(cell + (cell.includes(layout.delimiter) ? '"' : '')) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
