import { StringDecoder } from 'node:string_decoder';
import { tooManyRows } from './csv-rows.ts';
import { LIMITS } from './limits.ts';
import { type Cell, RefusedFile, type Sheet, type TableRow } from './table.ts';
import { inflate, readPart, readZipDirectory, type ZipEntry } from './zip.ts';

/**
 * Reads the visible sheets of a workbook row by row. The sheet's XML is scanned by hand in chunks of whole rows: a general
 * XML reader costs several times as much, and a cell must be seen as written (a 18-digit number, a formula without result).
 */
export async function xlsxSheets(file: Buffer): Promise<Sheet[]> {
  const entries = readZipDirectory(file);
  const workbook = plainNames((await readPart(file, entries, 'xl/workbook.xml')) ?? '');
  const rels = (await readPart(file, entries, 'xl/_rels/workbook.xml.rels')) ?? '';
  const targets = new Map([...rels.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].map(([tag]) => [attribute(tag, 'Id'), attribute(tag, 'Target')]));
  const isDate = dateStyles(plainNames((await readPart(file, entries, 'xl/styles.xml')) ?? ''));
  const shift = /<workbookPr[^>]*\bdate1904="(1|true)"/.test(workbook) ? 1_462 : 0;
  const sheets: { name: string; entry: ZipEntry }[] = [];
  for (const [tag] of workbook.matchAll(/<sheet\b[^>]*>/g)) {
    if (/\bstate="(hidden|veryHidden)"/.test(tag)) continue;
    const target = targets.get(attribute(tag, 'r:id') || attribute(tag, 'id')) ?? '';
    const entry = entries.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    if (entry !== undefined && !target.includes('chartsheets')) sheets.push({ name: unescapeXml(attribute(tag, 'name')), entry });
  }
  if (sheets.length === 0) throw new RefusedFile('no-sheet', '工作簿里没有看得见的工作表。请取消隐藏或另存后再上传。');
  let strings: Promise<readonly string[]> | undefined;
  return sheets.map(({ name, entry }) => ({ name, rows: sheetRows(file, entry, () => (strings ??= sharedStrings(file, entries)), isDate, shift) }));
}

function attribute(tag: string, name: string): string {
  const at = tag.indexOf(` ${name}="`);
  if (at === -1) return '';
  const from = at + name.length + 3;
  return tag.slice(from, tag.indexOf('"', from));
}

/** Some generators write every element with a prefix (`<x:row>`). */
function plainNames(xml: string): string {
  const prefix = /<(\w+):(?:workbook|styleSheet|sst|worksheet)\b/.exec(xml)?.[1];
  return prefix === undefined ? xml : xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  let plain = text;
  if (plain.includes('&')) {
    plain = plain.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|\w{2,4});/g, (whole, name: string) => {
      if (name[0] !== '#') return ENTITIES[name] ?? whole;
      const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    });
  }
  return plain.includes('_x') ? plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : plain;
}

/** Which cell styles show a number as a day or a time. */
function dateStyles(styles: string): readonly boolean[] {
  const custom = new Map<number, boolean>();
  for (const [tag] of styles.matchAll(/<numFmt\b[^>]*>/g)) {
    // Colours, conditions, locales and quoted text say nothing about the kind of number.
    const code = unescapeXml(attribute(tag, 'formatCode')).replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
    custom.set(Number(attribute(tag, 'numFmtId')), /[ymdh]|年|月|日/i.test(code) && !/[#0]\.?[#0]*%|General/i.test(code));
  }
  const formats = /<cellXfs\b[^>]*>([\s\S]*?)<\/cellXfs>/.exec(styles)?.[1] ?? '';
  return [...formats.matchAll(/<xf\b[^>]*>/g)].map(([tag]) => {
    const id = Number(attribute(tag, 'numFmtId') || '0');
    return custom.get(id) ?? ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58));
  });
}

async function sharedStrings(file: Buffer, entries: ReadonlyMap<string, ZipEntry>): Promise<readonly string[]> {
  const entry = entries.get('xl/sharedStrings.xml');
  const strings: string[] = [];
  if (entry === undefined) return strings;
  for await (const xml of wholeElements(file, entry, '</si>')) {
    let at = xml.indexOf('<si');
    while (at !== -1) {
      const open = xml.indexOf('>', at);
      if (open === -1) throw damagedSheet();
      // `<si/>` has no end of its own; it counts as an empty string.
      const empty = xml.charCodeAt(open - 1) === 47;
      const end = empty ? open : xml.indexOf('</si>', open);
      if (end === -1) throw damagedSheet();
      strings.push(empty ? '' : textOf(xml.slice(open + 1, end)));
      at = xml.indexOf('<si', end);
    }
  }
  return strings;
}

/** The text of all `<t>` of one string, without phonetic guides. */
function textOf(item: string): string {
  if (item.startsWith('<t>') && item.indexOf('<', 3) === item.length - 4) return unescapeXml(item.slice(3, -4));
  let text = '';
  for (const [, part] of item.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '').matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)) text += part ?? '';
  return unescapeXml(text);
}

/** The part as text in pieces that end with a whole element, so that no row or string is cut in two. */
async function* wholeElements(file: Buffer, entry: ZipEntry, ending: string): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let prefix: string | undefined;
  for await (const chunk of inflate(file, entry)) {
    let text = rest + decoder.write(chunk);
    prefix ??= /<(\w+):(?:sst|worksheet)\b/.exec(text.slice(0, 4_096))?.[1] ?? '';
    if (prefix !== '') text = text.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</');
    const cut = text.lastIndexOf(ending);
    if (cut === -1) {
      rest = text;
      // One row or string of more than 16 MB is no office's form.
      if (rest.length > 16 * 1024 * 1024) throw new RefusedFile('row-too-long', '工作表里有一行特别长，不像表格。请把数据复制到新工作簿再上传。');
      continue;
    }
    rest = text.slice(cut + ending.length);
    yield text.slice(0, cut + ending.length);
  }
}

async function* sheetRows(
  file: Buffer,
  entry: ZipEntry,
  strings: () => Promise<readonly string[]>,
  isDate: readonly boolean[],
  shift: number,
): AsyncGenerator<readonly TableRow[]> {
  const shared = await strings();
  let last = 0;
  let count = 0;
  for await (const xml of wholeElements(file, entry, '</row>')) {
    const rows: TableRow[] = [];
    let at = xml.indexOf('<row');
    while (at !== -1) {
      const open = xml.indexOf('>', at);
      if (open === -1) throw damagedSheet();
      const tag = xml.slice(at, open + 1);
      const no = rowNumber(attribute(tag, 'r'), last);
      last = no;
      if (xml.charCodeAt(open - 1) === 47) {
        at = xml.indexOf('<row', open);
        continue;
      }
      const end = xml.indexOf('</row>', open);
      if (end === -1) throw damagedSheet();
      const cells = cellsOf(xml, open + 1, end, shared, isDate, shift);
      if (cells.length > 0) {
        rows.push({ no, cells });
        count += 1;
        if (count > LIMITS.rows + 1_000) throw tooManyRows();
      }
      at = xml.indexOf('<row', end);
    }
    yield rows;
  }
}

/** Excel ends here. A number beyond, or one that is none, would point people to a row that is not there. */
const LAST_ROW = 1_048_576;

function rowNumber(written: string, last: number): number {
  const no = written === '' ? last + 1 : Number(written);
  if (!Number.isInteger(no) || no < 1 || no > LAST_ROW) throw damagedSheet();
  return no;
}

/** The cells of one row; trailing empty cells are left off, so that a formatted but empty row has none. */
function cellsOf(xml: string, from: number, until: number, shared: readonly string[], isDate: readonly boolean[], shift: number): Cell[] {
  const cells: Cell[] = [];
  let at = from;
  let next = 0;
  for (;;) {
    const open = xml.indexOf('<c', at);
    if (open === -1 || open >= until) return cells;
    let place = open + 2;
    let column = next;
    let style = 0;
    let kind = '';
    // Attributes by hand: this loop runs once a cell, millions of times a file.
    let code = xml.charCodeAt(place);
    while (code === 32 || code === 10 || code === 13) {
      const name = xml.charCodeAt(place + 1);
      const equals = xml.indexOf('="', place);
      const quote = xml.indexOf('"', equals + 2);
      if (equals === -1 || quote === -1) throw damagedSheet();
      if (equals === place + 2) {
        if (name === 114)
          column = columnAt(xml, equals + 2); // r
        else if (name === 115)
          style = numberAt(xml, equals + 2, quote); // s
        else if (name === 116) kind = xml.slice(equals + 2, quote); // t
      }
      place = quote + 1;
      code = xml.charCodeAt(place);
    }
    next = column + 1;
    if (code === 47) {
      at = place + 2;
      continue;
    }
    if (code !== 62) {
      // `<cols>` and the like: not a cell.
      at = place;
      continue;
    }
    const end = xml.indexOf('</c>', place);
    if (end === -1) throw damagedSheet();
    at = end + 4;
    if (column >= LIMITS.columns) continue;
    const cell = valueOf(xml, place + 1, end, kind, shared, isDate[style] === true, shift);
    if (cell === null) continue;
    while (cells.length < column) cells.push(null);
    cells[column] = cell;
  }
}

function valueOf(xml: string, from: number, end: number, kind: string, shared: readonly string[], asDate: boolean, shift: number): Cell {
  if (kind === '' || kind === 's') {
    // The common cell, without making a string of it first.
    if (xml.startsWith('<v>', from) && xml.indexOf('<', from + 3) === end - 4) {
      return kind === 's' ? shared[numberAt(xml, from + 3, end - 4)] || null : numberCell(xml.slice(from + 3, end - 4), asDate, shift);
    }
  }
  const inner = xml.slice(from, end);
  if (kind === 'inlineStr') return textOf(inner.replace(/^<is[^>]*>|<\/is>$/g, '')) || null;
  const formula = /<f\b[^>]*?(?:\/>|>([^<]*)<\/f>)/.exec(inner);
  const text = /<v\b[^>]*>([^<]*)<\/v>/.exec(inner)?.[1] ?? '';
  if (text === '') {
    // A formula whose result is the empty text is an empty cell; one without any result was never computed.
    return formula === null || kind === 'str' ? null : { is: 'broken', text: `=${unescapeXml(formula[1] ?? '')}`.slice(0, 80), why: 'formula-without-value' };
  }
  if (kind === 's') return shared[Number(text)] || null;
  if (kind === 'str') return unescapeXml(text);
  if (kind === 'e') return { is: 'broken', text, why: 'formula-error' };
  if (kind === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  return kind === 'd' ? text : numberCell(text, asDate, shift);
}

function numberCell(text: string, asDate: boolean, shift: number): Cell {
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  if (asDate) return { is: 'day', serial: value + shift };
  if (Math.abs(value) >= 1e15) return { is: 'digits', text: /^\d+$/.test(text) || Math.abs(value) > 1e30 ? text : BigInt(Math.round(value)).toString() };
  return value;
}

function damagedSheet(): RefusedFile {
  return new RefusedFile('sheet-damaged', '工作表的内容不完整或被改动过。请在 Excel 里打开它，另存为 .xlsx 后再上传。');
}

/** Column of a reference like `AB12`, from its letters. */
function columnAt(xml: string, from: number): number {
  let column = 0;
  let place = from;
  for (let code = xml.charCodeAt(place); code >= 65 && code <= 90; code = xml.charCodeAt(place)) {
    column = column * 26 + code - 64;
    place += 1;
  }
  return column - 1;
}

function numberAt(xml: string, from: number, until: number): number {
  let number = 0;
  for (let place = from; place < until; place += 1) number = number * 10 + xml.charCodeAt(place) - 48;
  return number;
}
