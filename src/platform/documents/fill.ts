import {
  MissingCloseDelimiterError,
  MissingStartDelimiterError,
  TagDisposition,
  type TemplateData,
  TemplateHandler,
  TemplateSyntaxError,
} from 'easy-template-x';
import { ok, type Refusal, refuse, type Result } from '#kernel/result.ts';
import { RefusedFile } from '../exchange/index.ts';
import { openArchive, type Parts } from './archive.ts';
import { LIMITS } from './limits.ts';
import type { Block, Paper } from './paper.ts';
import { readDocx } from './read-docx.ts';
import { blackAndWhitePng } from './png.ts';
import { printPdf } from './print-pdf.ts';
import { guardXml, readXml } from './xml.ts';

/** Names a template may use between `{` and `}`. */
export interface TemplateFields {
  readonly plain: readonly string[];
  /** Pictures, by name. */
  readonly images: readonly string[];
  /** Lists by name, with the names of one row: `{#人员}{姓名}{/人员}`. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

export interface TemplateReport {
  /** Fields the template shows. */
  readonly used: readonly string[];
}

export interface Picture {
  readonly png: Buffer;
  /** Points. */
  readonly size: number;
  readonly alt: string;
}

/** What is put in: text by name, rows by name of the list. A name that is left out is empty. */
export interface TemplateValues {
  readonly plain: Readonly<Record<string, string>>;
  readonly images: Readonly<Record<string, Picture>>;
  readonly lists: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
}

/** Looks at an uploaded template as a stranger's file: safe, readable, printable, and with no field nobody will fill. */
export async function inspectTemplate(file: Buffer, fields: TemplateFields): Promise<Result<TemplateReport>> {
  const read = await readTemplate(file, fields);
  if (!read.ok) return read;
  try {
    // Filled and printed once with sample words: what nobody can fill or draw is found now, not when the first document is due.
    await fromLibrary(() => tryOut(file, fields));
    return read;
  } catch (problem) {
    return refusalOf(problem);
  }
}

/** The same without trying it out, which takes ten times as long. */
export async function readTemplate(file: Buffer, fields: TemplateFields): Promise<Result<TemplateReport>> {
  try {
    const parts = await openArchive(file);
    for (const [name, content] of parts) if (/\.(xml|rels)$/i.test(name)) guardXml(content);
    readXml(parts.get('word/document.xml') ?? Buffer.alloc(0), LIMITS.templateElements);
    const { paper, unprintable } = readDocx(parts);
    if (unprintable.length > 0) return refuse({ code: 'template-unprintable-invalid', says: `模板里有印不出来的内容：${unprintable.join('；')}。` });
    const loose = looseBracket(paper);
    if (loose !== null) return refuse(wrongTag(`「${loose}」附近的花括号没有成对`));
    const wide = fullWidthField(paper, fields);
    if (wide !== null) return refuse({ code: 'template-fields-invalid', says: `「｛${wide}｝」用了全角花括号，不会被填写。请改成半角：{${wide}}。` });
    return await checkTags(file, fields);
  } catch (problem) {
    return refusalOf(problem);
  }
}

/** Fills a template. Values are text: nothing in them is read as a field, a formula or code. */
export async function fillTemplate(template: Buffer, values: TemplateValues): Promise<Result<{ readonly docx: Buffer; readonly parts: Parts }>> {
  try {
    const parts = await openArchive(template);
    const rows = Math.max(0, ...Object.values(values.lists).map((list) => list.length));
    if (rows > LIMITS.rows) return refuse({ code: 'document-too-long', says: `一份文书最多列 ${LIMITS.rows} 行，这里有 ${rows} 行。请按班组或月份分开做。` });
    if (rows * (parts.get('word/document.xml')?.length ?? 0) > LIMITS.repeatedCharacters) {
      return refuse({ code: 'document-too-long', says: '模板太大，行数太多，合起来做不出来。请精简模板，或者按班组分开做。' });
    }
    const handler = new TemplateHandler({ maxXmlDepth: LIMITS.depth, scopeDataResolver: ({ strPath, data }) => resolve(data, strPath) });
    const docx = await handler.process(template, dataOf(values));
    return ok({ docx, parts: await partsOf(docx) });
  } catch (problem) {
    return refusalOf(problem);
  }
}

/** What we have written ourselves is opened under the same guard; it may be larger than an upload. */
async function partsOf(docx: Buffer): Promise<Parts> {
  return openArchive(docx, { partBytes: LIMITS.filledBytes, unpackedBytes: LIMITS.filledBytes, fileBytes: LIMITS.filledBytes });
}

/** The library stumbles over files that are not quite a .docx with errors of every kind: they are the file's fault. */
async function fromLibrary<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (problem) {
    if (problem instanceof TemplateSyntaxError || problem instanceof RefusedFile) throw problem;
    throw new RefusedFile('docx-damaged', '文件的结构不对，读不下去。请在 Word 或 WPS 里打开它，另存后再上传。');
  }
}

async function tryOut(file: Buffer, fields: TemplateFields): Promise<void> {
  const named = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]));
  const filled = await fillTemplate(file, {
    plain: named(fields.plain),
    images: Object.fromEntries(fields.images.map((name) => [name, { png: blackAndWhitePng([[true]]), size: 72, alt: name }])),
    lists: Object.fromEntries(Object.entries(fields.lists).map(([name, columns]) => [name, [named(columns), named(columns)]])),
  });
  if (!filled.ok) throw new RefusedFile('docx-damaged', filled.refusal.says);
  await printPdf(readDocx(filled.value.parts).paper, { title: '模板', author: '', made: new Date(0) });
}

async function checkTags(file: Buffer, fields: TemplateFields): Promise<Result<TemplateReport>> {
  const tags = await fromLibrary(() => new TemplateHandler({ maxXmlDepth: LIMITS.depth }).parseTags(file));
  const plain = new Set([...fields.plain, ...fields.images]);
  const open: string[] = [];
  const unknown = new Set<string>();
  const used = new Set<string>();
  for (const { name, disposition, rawText } of tags) {
    if (disposition === TagDisposition.Close) {
      if (open.pop() === undefined) return refuse(wrongTag(`「${rawText}」前面没有对应的「{#…}」`));
      continue;
    }
    const list = open.findLast((one) => Object.hasOwn(fields.lists, one));
    const isList = Object.hasOwn(fields.lists, name);
    const isKnown = plain.has(name) || isList || (list !== undefined && fields.lists[list]?.includes(name) === true);
    if (!isKnown) unknown.add(name);
    used.add(name);
    if (disposition === TagDisposition.Open) {
      if (isList && list !== undefined) return refuse(wrongTag(`「${rawText}」套在另一个列表里，列表不能套列表`));
      open.push(name);
    } else if (isList) return refuse(wrongTag(`「${name}」是列表，要写成 {#${name}}…{/${name}}`));
  }
  if (open.length > 0) return refuse(wrongTag(`「{#${open.at(-1) ?? ''}}」没有结尾「{/${open.at(-1) ?? ''}}」`));
  if (unknown.size === 0) return ok({ used: [...used] });
  const near = [...unknown].map((name) => `「${name}」`).join('、');
  const known = [...plain, ...Object.entries(fields.lists).map(([name, columns]) => `${name}（列：${columns.join('、')}）`)].join('、');
  return refuse({ code: 'template-fields-invalid', says: `模板里有不认识的字段${near}。请改成这类文书有的字段：${known}。` });
}

function wrongTag(what: string): Refusal {
  return { code: 'template-fields-invalid', says: `模板里的字段写错了：${what}。请改好再上传。` };
}

/** A field typed with the brackets of a Chinese keyboard stays in the document as it is; nobody wants that. */
function fullWidthField(paper: Paper, { plain, images, lists }: TemplateFields): string | null {
  const names = new Set([...plain, ...images, ...Object.keys(lists), ...Object.values(lists).flat()]);
  const text = paper.sections
    .flatMap(({ blocks, header, footer }) => [...header, ...blocks, ...footer])
    .map(plainText)
    .join('\n');
  for (const [, name] of text.matchAll(/[｛{][#/]?([^{}｛｝\n]{1,30})｝/g)) if (name !== undefined && names.has(name)) return name;
  return null;
}

/** A bracket without its other half, in one paragraph, with the words around it. */
function looseBracket(paper: Paper): string | null {
  const paragraphs = paper.sections
    .flatMap(({ blocks, header, footer }) => [...header, ...blocks, ...footer])
    .flatMap((block) => plainText(block).split(/[\n\t]/));
  for (const text of paragraphs) {
    const left = text.replaceAll(/\{[^{}]*\}/g, (field) => ' '.repeat(field.length));
    const at = left.search(/[{}]/);
    if (at >= 0) return text.slice(Math.max(at - 6, 0), at + 12);
  }
  return null;
}

function plainText(block: Block): string {
  if (block.kind === 'table') return block.rows.map(({ cells }) => cells.map(({ blocks }) => blocks.map(plainText).join('\n')).join('\t')).join('\n');
  return block.runs.map((run) => (run.kind === 'text' ? run.text : '\n')).join('');
}

function dataOf({ plain, images, lists }: TemplateValues): TemplateData {
  const data: TemplateData = {};
  for (const [name, text] of Object.entries(plain)) data[name] = legal(text);
  for (const [name, { png, size, alt }] of Object.entries(images)) {
    // The library counts in pixels, 96 an inch.
    const pixels = Math.round((size * 96) / 72);
    // From another thread it comes as plain bytes.
    data[name] = { _type: 'image', source: Buffer.from(png), format: 'image/png', width: pixels, height: pixels, altText: alt };
  }
  for (const [name, rows] of Object.entries(lists))
    data[name] = rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, text]) => [column, legal(text)])));
  return data;
}

/** Without what XML cannot hold: control characters and halves of characters. */
function legal(text: string): string {
  return text.replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}

/** The nearest value of a name: in the row, then outside. Only own names count, so that no name reaches into the language. */
function resolve(data: TemplateData, path: readonly string[]): string | TemplateData[] {
  const name = path.at(-1) ?? '';
  for (let depth = path.length - 1; depth >= 0; depth -= 1) {
    let scope: unknown = data;
    for (const key of path.slice(0, depth)) scope = own(scope, key);
    const value = own(scope, name);
    if (value !== undefined) return value as string | TemplateData[];
  }
  return '';
}

function own(scope: unknown, key: string): unknown {
  if (typeof scope !== 'object' || scope === null || !Object.hasOwn(scope, key)) return undefined;
  const value: unknown = Reflect.get(scope, key);
  return value;
}

export function refusalOf(problem: unknown): Result<never> {
  if (problem instanceof RefusedFile)
    return refuse({
      code: problem.code.startsWith('docx-too') ? 'template-too-large' : problem.code === 'document-too-long' ? problem.code : 'template-file-invalid',
      says: problem.says,
    });
  if (problem instanceof MissingCloseDelimiterError) return refuse(wrongTag(`「{${problem.openDelimiterText}」附近少了右花括号「}」`));
  if (problem instanceof MissingStartDelimiterError) return refuse(wrongTag(`「${problem.closeDelimiterText}」附近多了右花括号「}」`));
  if (problem instanceof TemplateSyntaxError) return refuse(wrongTag('有字段没有写完整，或者放在不能重复的位置'));
  throw problem;
}
