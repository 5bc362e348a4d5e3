import PDFDocument from 'pdfkit';
import { type Faces, loadFaces } from './font.ts';
import { type LaidPage, flow } from './flow.ts';
import type { Fragment } from './lines.ts';
import type { Block, Borders, Paper } from './paper.ts';
import type { Box, Pen, Tag } from './pen.ts';
import { piecesOf } from './pieces.ts';

export interface Printed {
  readonly pdf: Buffer;
  readonly pages: number;
  /** Characters no font of ours has; they stand as 〓 and must be told. */
  readonly missing: readonly string[];
}

/** Prints a document as a tagged PDF 1.7 in Chinese: structure for readers of the blind, subsets of TrueType faces inside. */
export async function printPdf(paper: Paper, about: { readonly title: string; readonly author: string; readonly made: Date }): Promise<Printed> {
  const faces = loadFaces();
  const missing = new Set<string>();
  const root: Tag = { type: 'Document', parent: null };
  const laidWith = (pages: number) => flow(paper.sections, root, { faces, numbers: { page: 0, pages }, missing });
  const drafted = laidWith(1);
  // A text that names its own number of pages is laid out again, now that it is known.
  const pages = namesPages(paper) ? laidWith(drafted.length) : drafted;

  const document = new PDFDocument({
    autoFirstPage: false,
    compress: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: about.title, Author: about.author, CreationDate: about.made, Producer: 'Anxin', Creator: 'Anxin' },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => {
    document.on('end', resolve);
    document.on('error', reject);
  });
  document.registerFont('regular', faces.regular.content);
  document.registerFont('bold', faces.bold.content);
  const pen = penOf(document, root);
  pages.forEach((page, index) => drawPage(document, pen, page, { page: index + 1, pages: pages.length }, faces, missing));
  document.end();
  await done;
  return { pdf: Buffer.concat(chunks), pages: pages.length, missing: [...missing] };
}

function namesPages(paper: Paper): boolean {
  const inBlock = (block: Block): boolean =>
    block.kind === 'paragraph'
      ? block.runs.some(({ kind }) => kind === 'page-number')
      : block.rows.some(({ cells }) => cells.some(({ blocks }) => blocks.some(inBlock)));
  return paper.sections.some(({ blocks }) => blocks.some(inBlock));
}

function drawPage(
  document: PDFKit.PDFDocument,
  pen: Pen,
  { shape, section, placed }: LaidPage,
  numbers: { page: number; pages: number },
  faces: Faces,
  missing: Set<string>,
): void {
  document.addPage({ size: [shape.width, shape.height], margin: 0 });
  for (const { piece, y, isRepeat } of placed) piece.draw(pen, shape.left, y, isRepeat);
  const width = shape.width - shape.left - shape.right;
  const margin = (blocks: readonly Block[], topOf: (height: number) => number) => {
    const pieces = piecesOf(blocks, width, null, { faces, numbers, missing });
    let y = topOf(pieces.reduce((sum, piece) => sum + piece.height, 0));
    for (const piece of pieces) {
      piece.draw(pen, shape.left, y, true);
      y += piece.height;
    }
  };
  margin(section.header, () => shape.headerAt);
  margin(section.footer, (height) => shape.height - shape.footerAt - height);
}

function penOf(document: PDFKit.PDFDocument, root: Tag): Pen {
  const elementOf = elements(document, root);
  const within = (tag: Tag | null, draw: () => void) => {
    if (tag === null) {
      document.markContent('Artifact', { type: 'Pagination' });
      draw();
      document.endMarkedContent();
      return;
    }
    const content = document.markStructureContent(tag.type);
    draw();
    document.endMarkedContent();
    elementOf(tag).add(content);
  };
  return {
    line(fragments, place, tag) {
      const texts = fragments.filter(({ kind }) => kind === 'text');
      if (texts.length > 0) within(tag, () => texts.forEach((fragment) => drawText(document, fragment, place)));
      for (const fragment of fragments) {
        if (fragment.kind !== 'image') continue;
        within(tag === null ? null : { type: 'Figure', parent: tag, alt: fragment.alt || '图片' }, () => {
          document.image(fragment.content, place.x + fragment.x, place.y + place.height - fragment.height, { width: fragment.width, height: fragment.height });
        });
      }
    },
    cell(box, fill, borders) {
      if (fill === null && borders.top + borders.right + borders.bottom + borders.left === 0) return;
      document.markContent('Artifact', { type: 'Layout' });
      if (fill !== null) document.rect(box.x, box.y, box.width, box.height).fill(fill);
      strokeSides(document, box, borders);
      document.endMarkedContent();
    },
  };
}

/** Elements are made when their first content is drawn, in the order of reading, each under its parent. */
function elements(document: PDFKit.PDFDocument, root: Tag): (tag: Tag) => PDFKit.PDFStructureElement {
  const made = new Map<Tag, PDFKit.PDFStructureElement>();
  const top = document.struct('Document');
  document.addStructure(top);
  made.set(root, top);
  const elementOf = (tag: Tag): PDFKit.PDFStructureElement => {
    const known = made.get(tag);
    if (known !== undefined) return known;
    const scope = tag.type === 'TH' ? { scope: 'Column' } : {};
    const element = document.struct(tag.type, { ...(tag.alt !== undefined && { alt: tag.alt }), ...scope });
    (tag.parent === null ? top : elementOf(tag.parent)).add(element);
    made.set(tag, element);
    return element;
  };
  return elementOf;
}

/** Where the baseline stands below the middle of the line, in sizes: Chinese characters are 0.88 above it and 0.12 below. */
const BASELINE = 0.38;

function drawText(document: PDFKit.PDFDocument, fragment: Fragment, place: Box): void {
  if (fragment.kind !== 'text') return;
  const { look, text } = fragment;
  const x = place.x + fragment.x;
  const baseline = place.y + place.height / 2 + look.size * BASELINE;
  document.fillColor(look.colour);
  if (text !== '') {
    document.font(look.bold ? 'bold' : 'regular').fontSize(look.size);
    document.text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic', oblique: look.italic });
  }
  const stroke = (y: number) => document.rect(x, y, fragment.width, Math.max(look.size / 20, 0.4)).fill(look.colour);
  if (look.underline) stroke(baseline + look.size * 0.14);
  if (look.strike) stroke(baseline - look.size * 0.34);
}

function strokeSides(document: PDFKit.PDFDocument, { x, y, width, height }: Box, borders: Borders): void {
  const side = (thick: number, fromX: number, fromY: number, toX: number, toY: number) => {
    if (thick > 0) document.lineWidth(thick).lineCap('square').moveTo(fromX, fromY).lineTo(toX, toY).stroke('#000000');
  };
  side(borders.top, x, y, x + width, y);
  side(borders.bottom, x, y + height, x + width, y + height);
  side(borders.left, x, y, x, y + height);
  side(borders.right, x + width, y, x + width, y + height);
}
