import { RefusedFile } from '../exchange/index.ts';
import { LIMITS } from './limits.ts';
import type { PageShape, Section } from './paper.ts';
import type { Tag } from './pen.ts';
import { type Laying, type Piece, piecesOf } from './pieces.ts';

export interface LaidPage {
  readonly shape: PageShape;
  readonly section: Section;
  readonly placed: readonly { readonly piece: Piece; readonly y: number; readonly isRepeat: boolean }[];
}

interface Filling {
  readonly pages: { shape: PageShape; section: Section; placed: { piece: Piece; y: number; isRepeat: boolean }[] }[];
  readonly section: Section;
  readonly top: number;
  readonly bottom: number;
  y: number;
}

/** Puts the pieces of each section on pages; each section begins a new one. */
export function flow(sections: readonly Section[], root: Tag, laying: Laying): LaidPage[] {
  return sections.flatMap((section) => {
    const { page } = section;
    const width = page.width - page.left - page.right;
    const marginHeight = (blocks: Section['header']) => piecesOf(blocks, width, null, laying).reduce((sum, piece) => sum + piece.height, 0);
    // A header higher than its margin pushes the text down, as Word does.
    const top = Math.max(page.top, section.header.length === 0 ? 0 : page.headerAt + marginHeight(section.header));
    const bottom = page.height - Math.max(page.bottom, section.footer.length === 0 ? 0 : page.footerAt + marginHeight(section.footer));
    const filling: Filling = { pages: [], section, top, bottom, y: top };
    newPage(filling);
    const pieces = piecesOf(section.blocks, width, root, laying);
    pieces.forEach((piece, index) => place(filling, piece, keptHeight(pieces, index)));
    return filling.pages;
  });
}

/** Height of a piece with those it must not be parted from. */
function keptHeight(pieces: readonly Piece[], from: number): number {
  let height = 0;
  for (let index = from; index < pieces.length && index < from + 12; index += 1) {
    const piece = pieces[index];
    if (piece === undefined) break;
    height += piece.height;
    if (!piece.keepNext) break;
  }
  return height;
}

function newPage(filling: Filling, headers: readonly Piece[] = []): void {
  if (filling.pages.length >= LIMITS.pages) throw new RefusedFile('document-too-long', `文书超过 ${LIMITS.pages} 页。请分成几份。`);
  filling.pages.push({ shape: filling.section.page, section: filling.section, placed: [] });
  filling.y = filling.top;
  for (const piece of headers) put(filling, piece, true);
}

function put(filling: Filling, piece: Piece, isRepeat = false): void {
  filling.pages.at(-1)?.placed.push({ piece, y: filling.y, isRepeat });
  filling.y += piece.height;
}

function place(filling: Filling, piece: Piece, kept: number): void {
  const isEmpty = () => filling.pages.at(-1)?.placed.every(({ isRepeat }) => isRepeat) ?? true;
  const room = () => filling.bottom - filling.y;
  const whole = filling.bottom - filling.top;
  if (piece.breakBefore && !isEmpty()) newPage(filling, piece.repeats);
  const wanted = kept <= whole ? kept : piece.height;
  if (wanted > room() + 0.01 && !isEmpty()) newPage(filling, piece.repeats);
  let rest: Piece | null = piece;
  while (rest !== null && rest.height > room() + 0.01) {
    const parts: readonly [Piece, Piece] | null = rest.cut?.(room()) ?? null;
    if (parts === null) break;
    put(filling, parts[0]);
    newPage(filling, piece.repeats);
    rest = parts[1];
  }
  if (rest !== null) put(filling, rest);
  if (piece.breakAfter) newPage(filling);
}
