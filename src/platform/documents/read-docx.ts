import { RefusedFile } from '../exchange/index.ts';
import type { Parts } from './archive.ts';
import { readNumbering } from './numbering.ts';
import type { Block, PageShape, Paper, Section } from './paper.ts';
import { readParagraph } from './read-paragraph.ts';
import { readTable } from './read-table.ts';
import type { Reading } from './reading.ts';
import { readStyles } from './styles.ts';
import { at, descendants, type Element, readXml, twips } from './xml.ts';

export interface ReadDocx {
  readonly paper: Paper;
  /** What the file holds that cannot be printed, in Chinese, each once. */
  readonly unprintable: readonly string[];
}

/** Reads back what Word would show of a .docx: text with its looks, tables, pictures, pages, headers and footers. */
export function readDocx(parts: Parts): ReadDocx {
  const document = partOf(parts, 'word/document.xml');
  if (document === undefined) throw new RefusedFile('docx-unsupported', '文件里没有 Word 正文。');
  const numbering = partOf(parts, 'word/numbering.xml');
  const reading: Reading = {
    styles: readStyles(partOf(parts, 'word/styles.xml')),
    numbering: readNumbering(numbering),
    parts,
    targets: targetsOf(parts, 'word/document.xml'),
    unprintable: new Set(),
    blocksOf,
  };
  const body = at(document, 'w:body');
  for (const element of descendants(document)) noteUnprintable(element, reading.unprintable);
  const sections = sectionsOf(body?.children ?? [], reading);
  if (sections.some(({ blocks }) => blocks.some(hasPageNumber))) reading.unprintable.add('正文里的页码（请放进页眉或页脚）');
  return { paper: { sections }, unprintable: [...reading.unprintable] };
}

function hasPageNumber(block: Block): boolean {
  if (block.kind === 'paragraph') return block.runs.some((run) => run.kind === 'page-number' && run.of === 'page');
  return block.rows.some(({ cells }) => cells.some(({ blocks }) => blocks.some(hasPageNumber)));
}

function partOf(parts: Parts, name: string): Element | undefined {
  const content = parts.get(name);
  return content === undefined ? undefined : readXml(content);
}

/** A section ends with the paragraph that carries its `sectPr`; the last one's stands at the end of the body. */
function sectionsOf(children: readonly Element[], reading: Reading): Section[] {
  const sections: Section[] = [];
  let waiting: Element[] = [];
  const close = (properties: Element | undefined) => {
    sections.push({
      page: pageOf(properties),
      blocks: blocksOf(waiting, reading),
      header: margin(properties, 'w:headerReference', reading),
      footer: margin(properties, 'w:footerReference', reading),
    });
    waiting = [];
  };
  let last: Element | undefined;
  for (const child of children) {
    if (child.name === 'w:sectPr') last = child;
    else waiting.push(child);
    const ends = child.name === 'w:p' ? at(child, 'w:pPr', 'w:sectPr') : undefined;
    if (ends !== undefined) close(ends);
  }
  if (waiting.length > 0 || sections.length === 0) close(last);
  return sections;
}

/** Paragraphs and tables, also those inside content controls and accepted insertions. */
function blocksOf(children: readonly Element[], reading: Reading): Block[] {
  return children.flatMap((child): Block[] => {
    switch (child.name) {
      case 'w:p':
        return [readParagraph(child, reading)];
      case 'w:tbl':
        return [readTable(child, reading)];
      case 'w:sdt':
        return blocksOf(at(child, 'w:sdtContent')?.children ?? [], reading);
      case 'w:ins':
      case 'w:customXml':
        return blocksOf(child.children, reading);
      default:
        return [];
    }
  });
}

const A4 = { width: 595.3, height: 841.9 };

function pageOf(properties: Element | undefined): PageShape {
  const size = at(properties, 'w:pgSz')?.attributes ?? {};
  const margins = at(properties, 'w:pgMar')?.attributes ?? {};
  const inside = (value: number | undefined, standard: number, most: number) => Math.min(Math.max(value ?? standard, 0), most);
  const width = inside(twips(size['w:w']), A4.width, 3000);
  const height = inside(twips(size['w:h']), A4.height, 3000);
  if (width < 100 || height < 100) throw new RefusedFile('docx-unsupported', '纸张太小，排不下字。请在“页面设置”里选 A4 或 A3。');
  return {
    width,
    height,
    top: inside(Math.abs(twips(margins['w:top']) ?? 72), 72, height / 3),
    bottom: inside(Math.abs(twips(margins['w:bottom']) ?? 72), 72, height / 3),
    left: inside(twips(margins['w:left']), 72, width / 3),
    right: inside(twips(margins['w:right']), 72, width / 3),
    headerAt: inside(twips(margins['w:header']), 36, height / 3),
    footerAt: inside(twips(margins['w:footer']), 36, height / 3),
  };
}

function margin(properties: Element | undefined, reference: string, reading: Reading): Block[] {
  const references = properties?.children.filter(({ name }) => name === reference) ?? [];
  const standard = references.find(({ attributes }) => (attributes['w:type'] ?? 'default') === 'default');
  if (references.length > 1) reading.unprintable.add('首页或奇偶页不同的页眉页脚（请在“页面设置”里取消“首页不同”“奇偶页不同”）');
  const target = reading.targets.get(standard?.attributes['r:id'] ?? '');
  const part = target === undefined ? undefined : partOf(reading.parts, target);
  if (target === undefined || part === undefined) return [];
  for (const element of descendants(part)) noteUnprintable(element, reading.unprintable);
  return blocksOf(part.children, { ...reading, targets: targetsOf(reading.parts, target) });
}

function targetsOf(parts: Parts, name: string): Map<string, string> {
  const cut = name.lastIndexOf('/');
  const rels = partOf(parts, `${name.slice(0, cut)}/_rels/${name.slice(cut + 1)}.rels`);
  return new Map(
    (rels?.children ?? []).flatMap(({ attributes }): [string, string][] => {
      const { Id: id, Target: target } = attributes;
      if (id === undefined || target === undefined || attributes['TargetMode'] === 'External') return [];
      return [[id, target.startsWith('/') ? target.slice(1) : `${name.slice(0, cut)}/${target}`]];
    }),
  );
}

/** Elements that Word shows and we cannot, each with what to do instead. */
const UNPRINTABLE: Readonly<Record<string, string>> = {
  'w:txbxContent': '文本框（请改成普通段落或表格）',
  'wps:wsp': '文本框或图形（请改成普通段落、表格或图片）',
  'm:oMath': '公式（请改成文字）',
  'w:object': '嵌入的对象（请改成文字或图片）',
  'w:footnoteReference': '脚注（请写进正文）',
  'w:endnoteReference': '尾注（请写进正文）',
  'c:chart': '图表（请改成图片）',
  'w:altChunk': '嵌入的文档（请把文字粘贴进来）',
  'w:del': '修订标记（请先接受或拒绝全部修订）',
  'w:moveFrom': '修订标记（请先接受或拒绝全部修订）',
  'wp:anchor': '浮动的图片或图形（请把图片的环绕方式改成“嵌入型”）',
  'w:pict': '旧格式的图形或图片（请删去，重新插入图片）',
  'w:framePr': '图文框（请改成普通段落）',
};

function noteUnprintable(element: Element, unprintable: Set<string>): void {
  const why = UNPRINTABLE[element.name];
  if (why !== undefined) unprintable.add(why);
  if (element.name === 'w:cols' && Number(element.attributes['w:num'] ?? 1) > 1) unprintable.add('分栏（请用表格排成几列）');
}
