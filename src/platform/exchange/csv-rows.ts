import { LIMITS } from './limits.ts';
import { type Cell, RefusedFile, type Sheet, type TableRow } from './table.ts';

const BATCH = 1_000;

/** Reads delimited text: UTF-8 with or without BOM, UTF-16 with BOM, else GB18030; comma, tab, semicolon or bar. */
export function csvSheet(file: Buffer): Sheet {
  const text = decode(file);
  const delimiter = delimiterOf(text);
  return { name: '', rows: batches(text, delimiter) };
}

function decode(file: Buffer): string {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder('utf-16le').decode(file);
  if (file[0] === 0xfe && file[1] === 0xff) return new TextDecoder('utf-16be').decode(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    // GB18030 contains GBK and GB2312, which is what Chinese Excel and bank front-ends write.
    return new TextDecoder('gb18030').decode(file);
  }
}

function delimiterOf(text: string): string {
  const head = text.slice(0, 8_192);
  let best = ',';
  let most = 0;
  for (const candidate of [',', '\t', ';', '|']) {
    const count = head.split(candidate).length;
    if (count > most) {
      most = count;
      best = candidate;
    }
  }
  return best;
}

async function* batches(text: string, delimiter: string): AsyncGenerator<readonly TableRow[]> {
  let rows: TableRow[] = [];
  for (const row of rowsOf(text, delimiter)) {
    rows.push(row);
    if (rows.length === BATCH) {
      yield rows;
      rows = [];
    }
  }
  if (rows.length > 0) yield rows;
}

function* rowsOf(text: string, delimiter: string): Generator<TableRow> {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let no = 0;
  let quotesAhead = text.indexOf('"');
  while (at < text.length) {
    no += 1;
    if (no > LIMITS.rows + 1_000) throw tooManyRows();
    let end = text.indexOf('\n', at);
    if (end === -1) end = text.length;
    if (quotesAhead !== -1 && quotesAhead < at) quotesAhead = text.indexOf('"', at);
    if (quotesAhead === -1 || quotesAhead > end) {
      const line = text.charCodeAt(end - 1) === 13 ? text.slice(at, end - 1) : text.slice(at, end);
      at = end + 1;
      if (line !== '') yield { no, cells: plainCells(line, delimiter) };
    } else {
      const quoted = quotedCells(text, at, delimiter);
      at = quoted.next;
      yield { no, cells: quoted.cells };
    }
  }
}

export function tooManyRows(): RefusedFile {
  return new RefusedFile('too-many-rows', `表里超过 ${LIMITS.rows / 10_000} 万行。请按项目或月份分成几个文件再上传。`);
}

function plainCells(line: string, delimiter: string): Cell[] {
  const parts = line.split(delimiter, LIMITS.columns);
  const cells: Cell[] = [];
  for (const part of parts) cells.push(cellOf(part));
  return cells;
}

/** `="6222…"` and a closing tab are how people keep Excel from turning a number around. */
function cellOf(text: string): Cell {
  if (text === '') return null;
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  if (first > 32 && last > 32 && first !== 61 && first !== 0x3000) return text;
  const trimmed = text.trim();
  const kept = /^="(.*)"$/.exec(trimmed);
  return kept !== null ? (kept[1] ?? '') : trimmed === '' ? null : trimmed;
}

function quotedCells(text: string, from: number, delimiter: string): { cells: Cell[]; next: number } {
  const cells: Cell[] = [];
  let at = from;
  for (;;) {
    let value: string;
    if (text[at] === '"') {
      let close = text.indexOf('"', at + 1);
      while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
      if (close === -1) throw new RefusedFile('csv-quote', 'CSV 里有一个引号没有配对，后面的行分不开。请用 Excel 打开后另存为 .xlsx 再上传。');
      if (close - at > LIMITS.cellCharacters * 2)
        throw new RefusedFile('csv-quote', `CSV 里有一格超过 ${LIMITS.cellCharacters} 字，像是引号没有配对。请用 Excel 打开后另存为 .xlsx 再上传。`);
      value = text.slice(at + 1, close).replaceAll('""', '"');
      at = close + 1;
      // Whatever follows the closing quote up to the delimiter belongs to no format; it is kept so that nothing is lost silently.
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') value += text[at++];
    } else {
      let end = at;
      while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
      value = text.slice(at, end);
      at = end;
    }
    if (cells.length < LIMITS.columns) cells.push(cellOf(value));
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    return { cells, next: at };
  }
}
