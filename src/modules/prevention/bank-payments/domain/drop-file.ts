import { ok, refuse, type Result } from '#kernel/result.ts';
import { type FieldFault, shown } from './field-reader.ts';
import type { MessageForm } from './messages.ts';
import type { FileRefusal } from './write-file.ts';

/**
 * A file of the drop box, as messages still to be read: `#TYPE,…`, `#name,value` lines of the envelope and body, one line of
 * titles and the rows. A result's rows are the lines of one message; any other type's rows are a message each.
 */
export interface DropFile {
  readonly type: string;
  /** Objects as JSON would give them, with the row each came from. */
  readonly messages: readonly { readonly row: number; readonly value: Readonly<Record<string, unknown>> }[];
  readonly form: MessageForm;
}

const ROWS_AT_MOST = 20_000;
const ENVELOPE = ['msgId', 'bankCode', 'cnaps', 'sentAt', 'seq'];

export function dropFileText(
  type: string,
  head: readonly (readonly [string, string])[],
  titles: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const lines = [['#TYPE', type], ...head.map(([name, value]) => [`#${name}`, value]), titles, ...rows];
  return lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export function readDropFile(text: string): Result<DropFile, FileRefusal> {
  const rows = splitRows(text);
  if (!rows.ok) return rows;
  const faults: FieldFault[] = [];
  const head: Record<string, string> = {};
  let type = '';
  let at = 0;
  for (; at < rows.value.length; at += 1) {
    const cells = rows.value[at] ?? [];
    const [name = '', value = ''] = cells;
    if (!name.startsWith('#')) break;
    const key = name.slice(1);
    if (cells.length > 2) faults.push({ path: `第 ${at + 1} 行“${shown(key)}”`, value: '', says: '只能有名称和值两格' });
    if (key === 'TYPE') type = value;
    else if (Object.hasOwn(head, key)) faults.push({ path: `第 ${at + 1} 行“${shown(key)}”`, value: shown(value), says: '写了两次' });
    else Object.defineProperty(head, key, { value, enumerable: true });
  }
  if (type === '') return refused([{ path: '第 1 行', value: '', says: '应为 #TYPE,消息类型' }]);
  const titles = rows.value[at];
  if (titles === undefined) return refused([{ path: `第 ${at + 1} 行`, value: '', says: '没有列名一行' }]);
  if (new Set(titles).size < titles.length) return refused([{ path: `第 ${at + 1} 行`, value: '', says: '列名有重复' }]);
  const objects: { row: number; value: Record<string, string> }[] = [];
  for (let row = at + 1; row < rows.value.length; row += 1) {
    const cells = rows.value[row] ?? [];
    if (cells.length !== titles.length) {
      if (faults.length < 50)
        faults.push({ path: `第 ${row + 1} 行`, value: shown(cells[0]), says: `有 ${cells.length} 格，列名有 ${titles.length} 个。检查是不是少了或多了逗号` });
      continue;
    }
    const value: Record<string, string> = {};
    for (const [place, title] of titles.entries()) Object.defineProperty(value, title, { value: cells[place] ?? '', enumerable: true });
    objects.push({ row: row + 1, value });
  }
  if (objects.length === 0 && faults.length === 0) faults.push({ path: '', value: '', says: '一行数据也没有' });
  if (faults.length > 0) return refused(faults);
  return ok({
    type,
    messages: type === 'PayrollResult' ? [resultMessage(type, head, objects)] : objects.map((one) => rowMessage(type, head, one)),
    form: 'contract',
  });
}

function resultMessage(type: string, head: Readonly<Record<string, string>>, lines: readonly { readonly value: Readonly<Record<string, string>> }[]) {
  const { envelope, body } = parted(head);
  return { row: 1, value: { ...envelope, type, body: { ...body, lines: lines.map((line) => line.value) } } };
}

function rowMessage(type: string, head: Readonly<Record<string, string>>, one: { readonly row: number; readonly value: Readonly<Record<string, string>> }) {
  const { envelope, body } = parted({ ...head, ...one.value });
  return { row: one.row, value: { ...envelope, type, body } };
}

function parted(fields: Readonly<Record<string, string>>) {
  const entries = Object.entries(fields);
  return {
    envelope: Object.fromEntries(entries.filter(([name]) => ENVELOPE.includes(name))),
    body: Object.fromEntries(entries.filter(([name]) => !ENVELOPE.includes(name))),
  };
}

function splitRows(text: string): Result<readonly (readonly string[])[], FileRefusal> {
  const rows: string[][] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const cells: string[] = [];
    for (;;) {
      let value = '';
      if (text[at] === '"') {
        let close = text.indexOf('"', at + 1);
        while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
        if (close === -1) return refused([{ path: `第 ${rows.length + 1} 行`, value: '', says: '有一个引号没有配对' }]);
        value = text.slice(at + 1, close).replaceAll('""', '"');
        at = close + 1;
        if (at < text.length && text[at] !== ',' && text[at] !== '\r' && text[at] !== '\n')
          return refused([{ path: `第 ${rows.length + 1} 行`, value: '', says: '引号后面还有字' }]);
      } else {
        let end = at;
        while (end < text.length && text[end] !== ',' && text[end] !== '\r' && text[end] !== '\n') end += 1;
        value = text.slice(at, end).trim();
        at = end;
      }
      cells.push(value);
      if (cells.length > 60) return refused([{ path: `第 ${rows.length + 1} 行`, value: '', says: '超过 60 格' }]);
      if (text[at] !== ',') break;
      at += 1;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    if (cells.length > 1 || cells[0] !== '') rows.push(cells);
    if (rows.length > ROWS_AT_MOST + 30) return refused([{ path: '', value: '', says: `超过 ${ROWS_AT_MOST} 行，分成几个文件` }]);
  }
  return ok(rows);
}

function refused(faults: readonly FieldFault[]): Result<never, FileRefusal> {
  const first = faults[0];
  return refuse({ code: 'file-invalid', says: `文件没有收，${faults.length} 处不对：${first?.path ?? ''}${first?.says ?? ''}。什么都没改。`, faults });
}
