import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import { type Fen, fen, parseYuan } from '#kernel/fen.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { type BankWords, COMMON, readBankWord, VOCABULARIES } from './bank-words.ts';
import { type FieldFault, shown } from './field-reader.ts';
import type { FileLayout, ResultField } from './layout.ts';
import type { Said } from './line.ts';
import { foldName } from './names.ts';
import { type FileRefusal, serialOf } from './write-file.ts';

/** One row of a file as text, with its number as the spreadsheet shows it. */
export interface TextRow {
  readonly no: number;
  readonly cells: readonly string[];
}

/** What one row of a result or refund file says. */
export interface ResultRow {
  readonly row: number;
  readonly serial: string | null;
  readonly card: string | null;
  readonly name: string | null;
  readonly amountFen: Fen;
  readonly says: Said;
  readonly code: string | null;
  readonly words: string | null;
  readonly bankSerial: string | null;
  readonly on: CivilDate | null;
}

/** How banks head the columns of a result file. The first that stands in the file is taken. */
const TITLES: Readonly<Record<ResultField, readonly string[]>> = {
  serial: ['自定义序号', '客户流水号', '业务参考号', '企业流水号', '注释'],
  number: ['序号', '编号', '顺序号'],
  card: ['账号', '卡号', '收款账号', '收款方账号', '收款人账号', '收款账户'],
  name: ['户名', '姓名', '收款账号名称', '收款方户名', '收款人名称', '收款人户名', '收款人', '账户名'],
  amount: ['金额', '交易金额', '代发金额', '金额(元)', '发放金额', '实发金额', '退票金额', '退汇金额'],
  status: ['状态', '处理状态', '交易状态', '处理结果', '代发结果', '结果', '指令状态', '发放结果', '入账结果'],
  code: ['返回码', '错误码', '返回代码', '响应码', '失败代码', '结果代码'],
  words: ['失败原因', '原因', '返回信息', '错误信息', '处理信息', '退票原因', '退汇原因', '备注', '摘要'],
  bankSerial: ['银行流水号', '交易流水号', '流水号', '原交易流水号', '核心流水号'],
  on: ['交易日期', '入账日期', '处理日期', '日期', '退票日期', '退汇日期'],
};

const FIELDS: readonly ResultField[] = ['serial', 'number', 'card', 'name', 'amount', 'status', 'code', 'words', 'bankSerial', 'on'];
const ROWS_AT_MOST = 20_000;
const FAULTS_AT_MOST = 50;
const HEADING_WITHIN = 15;

/** Reads a result file (回盘) or, with `everyRowIs`, a refund list (退票清单), all rows or none. */
export function readResultFile(layout: FileLayout, rows: readonly TextRow[], everyRowIs: 'returned' | null = null): Result<readonly ResultRow[], FileRefusal> {
  if (rows.length > ROWS_AT_MOST) return refused([{ path: '', value: '', says: `超过 ${ROWS_AT_MOST} 行，一次传一批的回盘` }]);
  const words = VOCABULARIES.find((one) => one.key === layout.words) ?? COMMON;
  const places = layout.result.by === 'places' ? null : findHeading(rows);
  if (layout.result.by === 'titles' && places === null)
    return refused([
      { path: '第 1 行', value: '', says: '没有找到表头。回盘文件要有账号（或自定义序号）、金额和处理状态三列；检查是不是选错了文件或编码不对' },
    ]);
  const at = layout.result.by === 'places' ? layout.result.places : (places?.at ?? {});
  if (layout.result.by === 'titles' && everyRowIs === null && at.status === undefined)
    return refused([{ path: `第 ${places?.row ?? 1} 行`, value: '', says: '表头里没有“处理状态”一列，不知道每笔发没发成' }]);
  const faults: FieldFault[] = [];
  const found: ResultRow[] = [];
  let total: { count: number | null; amount: Fen | null; row: number } | null = null;
  for (const row of rows) {
    if (places !== null && row.no <= places.row) continue;
    const text = (field: ResultField) => (at[field] === undefined ? '' : (row.cells[at[field]] ?? '').trim());
    if (row.cells.every((cell) => cell.trim() === '') || (row.cells[0] ?? '').startsWith('#')) continue;
    if (layout.result.by === 'places') {
      const mark = (row.cells[layout.result.mark.place] ?? '').trim();
      if (mark === layout.result.mark.total) {
        total = {
          row: row.no,
          count: wholeOf(row.cells[layout.result.mark.totalCount] ?? ''),
          amount: amountOf(layout, row.cells[layout.result.mark.totalAmount] ?? ''),
        };
        continue;
      }
      if (mark !== layout.result.mark.detail) {
        note(faults, row.no, '明细标志', mark, `应为 ${layout.result.mark.detail}（明细）或 ${layout.result.mark.total}（总计）`);
        continue;
      }
    } else if (/^(合计|总计|小计|共计)/.test((row.cells.find((cell) => cell.trim() !== '') ?? '').trim())) {
      total = { row: row.no, count: countIn(row.cells), amount: text('amount') === '' ? null : amountOf(layout, text('amount')) };
      continue;
    }
    found.push(...rowOf(layout, words, row, text, everyRowIs, faults));
  }
  if (total !== null) checkTotal(total, found, faults);
  if (found.length === 0 && faults.length === 0) faults.push({ path: '', value: '', says: '一笔明细也没有' });
  return faults.length > 0 ? refused(faults) : ok(found);
}

function rowOf(
  layout: FileLayout,
  words: BankWords,
  row: TextRow,
  text: (field: ResultField) => string,
  everyRowIs: 'returned' | null,
  faults: FieldFault[],
): readonly ResultRow[] {
  const before = faults.length;
  const amount = amountOf(layout, text('amount'));
  if (amount === null || amount <= 0n)
    note(faults, row.no, '金额', text('amount'), layout.amountUnit === 'fen' ? '应为以分为单位的整数' : '应为大于 0、最多两位小数的金额');
  const card = text('card').replace(/[\s'‘’-]/g, '');
  if (card !== '' && !/^[0-9*xX]{8,32}$/.test(card))
    note(faults, row.no, '账号', text('card'), /[eE]\+?\d/.test(card) ? '账号被电子表格改成了科学计数，用银行原来的文件' : '应为卡号');
  const serial = text('serial');
  if (serial === '' && card === '') note(faults, row.no, '账号', '', '账号和自定义序号都是空的，认不出是哪一笔');
  const day = text('on') === '' ? null : parseCivilDate(text('on').replace(/^(\d{4})[-/.年]?(\d{2})[-/.月]?(\d{2})日?(?:[ T].*)?$/, '$1-$2-$3'));
  if (text('on') !== '' && day === null) note(faults, row.no, '日期', text('on'), '应写成 2026-11-22 或 20261122');
  for (const field of FIELDS)
    if (/[\p{Cc}\uFFFD]/u.test(text(field)))
      note(faults, row.no, TITLES[field][0] ?? field, text(field), '是乱码，文件编码不对。用银行原来的文件，不要用别的软件另存');
  if (everyRowIs === null && text('status') === '') note(faults, row.no, '处理状态', '', '是空的，不知道发没发成');
  if (faults.length > before || amount === null) return [];
  return [
    {
      row: row.no,
      serial: serial === '' ? null : serial,
      card: card === '' ? null : card,
      name: text('name') === '' ? null : text('name'),
      amountFen: amount,
      says: everyRowIs ?? readBankWord(words, text('status')),
      code: text('code').slice(0, 32) || null,
      words: (text('words') || text('status')).slice(0, 200) || null,
      bankSerial: text('bankSerial').slice(0, 64) || null,
      on: day,
    },
  ];
}

function findHeading(rows: readonly TextRow[]): { row: number; at: Partial<Record<ResultField, number>> } | null {
  for (const row of rows.slice(0, HEADING_WITHIN)) {
    const cells = row.cells.map((cell) => cell.normalize('NFKC').replace(/\s/g, ''));
    const at: Partial<Record<ResultField, number>> = {};
    for (const field of FIELDS) {
      const place = TITLES[field].map((title) => cells.indexOf(title)).find((index) => index !== -1);
      if (place !== undefined) at[field] = place;
    }
    if (at.amount !== undefined && (at.card !== undefined || at.serial !== undefined)) return { row: row.no, at };
  }
  return null;
}

function amountOf(layout: FileLayout, text: string): Fen | null {
  const plain = text.trim();
  if (layout.amountUnit === 'fen') return /^\d{1,15}$/.test(plain) ? fen(BigInt(plain)) : null;
  return plain.length > 24 ? null : parseYuan(plain);
}

function wholeOf(text: string): number | null {
  return /^\d{1,7}$/.test(text.trim()) ? Number(text.trim()) : null;
}

function countIn(cells: readonly string[]): number | null {
  return wholeOf(/(\d+)\s*[笔人条]/.exec(cells.join(' '))?.[1] ?? '');
}

/** A file that says how much it holds and holds something else was cut off or put together by hand. */
function checkTotal(
  total: { readonly count: number | null; readonly amount: Fen | null; readonly row: number },
  found: readonly ResultRow[],
  faults: FieldFault[],
): void {
  if (faults.length > 0) return;
  const sum = found.reduce((all, one) => all + one.amountFen, 0n);
  if (total.count !== null && total.count !== found.length)
    note(faults, total.row, '总笔数', String(total.count), `写的是 ${total.count} 笔，文件里只有 ${found.length} 笔，文件不完整。向银行重新取`);
  if (total.amount !== null && total.amount !== sum) note(faults, total.row, '总金额', '', '与明细金额之和不符，文件不完整或被改过。向银行重新取');
}

function note(faults: FieldFault[], row: number, column: string, value: string, says: string): void {
  if (faults.length < FAULTS_AT_MOST) faults.push({ path: `第 ${row} 行“${column}”`, value: shown(value), says });
}

function refused(faults: readonly FieldFault[]): Result<never, FileRefusal> {
  const first = faults[0];
  return refuse({ code: 'file-invalid', says: `文件没有收，${faults.length} 处不对：${first?.path ?? ''}${first?.says ?? ''}。什么都没改。`, faults });
}

/** A line of ours a row may speak of. */
export interface OwnLine {
  readonly lineNo: number;
  readonly name: string;
  readonly card: string;
  readonly amountFen: Fen;
}

export interface Matched {
  readonly lineNo: number;
  readonly row: ResultRow;
}

/**
 * Which line each row speaks of: by our own serial first, then by account, amount and name. A row of ours with another
 * amount or payee, one that fits nothing or more than one line, refuses the file: a wrong match would pay or unpay somebody.
 */
export function matchRows(batchNo: string, lines: readonly OwnLine[], rows: readonly ResultRow[]): Result<readonly Matched[], FileRefusal> {
  const faults: FieldFault[] = [];
  const bySerial = new Map(lines.map((line) => [serialOf(batchNo, line.lineNo), line]));
  const byAmount = new Map<Fen, OwnLine[]>();
  for (const line of lines) {
    const same = byAmount.get(line.amountFen);
    if (same === undefined) byAmount.set(line.amountFen, [line]);
    else same.push(line);
  }
  const taken = new Map<number, number>();
  const matched: Matched[] = [];
  for (const row of rows) {
    const own = row.serial === null ? undefined : bySerial.get(row.serial);
    const fits = (line: OwnLine) =>
      line.amountFen === row.amountFen &&
      (row.card === null || cardFits(row.card, line.card)) &&
      (row.name === null || foldName(row.name) === foldName(line.name));
    const candidates = own === undefined ? (byAmount.get(row.amountFen) ?? []).filter(fits) : [own];
    const [line] = candidates;
    if (line === undefined) note(faults, row.row, '账号', row.card ?? row.serial ?? '', '这一笔不在本批里（账号、金额、户名对不上）。检查是不是别的批次的回盘');
    else if (candidates.length > 1) note(faults, row.row, '账号', row.card ?? '', '能对上本批里不止一笔，分不清。向银行要带自定义序号的回盘');
    else if (!fits(line)) note(faults, row.row, '金额', '', `序号是第 ${line.lineNo} 笔，金额、账号或户名却与我方指令不同`);
    else if (taken.has(line.lineNo)) note(faults, row.row, '账号', '', `与第 ${taken.get(line.lineNo)} 行说的是同一笔`);
    else {
      taken.set(line.lineNo, row.row);
      matched.push({ lineNo: line.lineNo, row });
    }
  }
  return faults.length > 0 ? refused(faults) : ok(matched);
}

/** A whole number must be equal; one with stars must agree where it shows digits. */
function cardFits(written: string, card: string): boolean {
  if (!/[*xX]/.test(written)) return written === card;
  const front = /^\d*/.exec(written)?.[0] ?? '';
  const tail = /\d*$/.exec(written)?.[0] ?? '';
  return tail.length >= 4 && card.startsWith(front) && card.endsWith(tail);
}
