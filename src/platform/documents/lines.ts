import type { Faces } from './font.ts';
import type { Look, Paragraph, Run } from './paper.ts';

/** Part of a line that is drawn in one go. `x` counts from the left edge of the text. */
export type Fragment =
  | { readonly kind: 'text'; readonly x: number; readonly width: number; readonly text: string; readonly look: Look }
  | { readonly kind: 'image'; readonly x: number; readonly width: number; readonly height: number; readonly content: Buffer; readonly alt: string };

export interface Line {
  readonly fragments: readonly Fragment[];
  readonly height: number;
  /** A page ends behind this line. */
  readonly endsPage: boolean;
}

export interface Numbers {
  readonly page: number;
  readonly pages: number;
}

interface Atom {
  readonly kind: 'glyph' | 'image' | 'tab' | 'line-break' | 'page-break';
  readonly text: string;
  readonly width: number;
  readonly look: Look | null;
  readonly image: Extract<Run, { kind: 'image' }> | null;
}

/** Stands where the fonts have no glyph, as printers have done it: 〓. The characters are named in `missing`. */
const GETA = '〓';
/** Natural height of a line, in sizes. */
const NATURAL = 1.3;
const TAB_EVERY = 21;

// 避头尾: what may not begin a line, and what may not end one.
const NO_START = new Set('!%),.:;?]}¢°·’”‰›℃∶、。〃〉》」』】〕〗〞︰！％），．：；？］｝～—…'.split(''));
const NO_END = new Set('$([{£¥‘“〈《「『【〔〖〝（［｛￥'.split(''));

/** Breaks a paragraph into lines of a width: between Chinese characters, between Latin words, never before a closing mark. */
export function linesOf(paragraph: Paragraph, width: number, faces: Faces, numbers: Numbers, missing: Set<string>): Line[] {
  const room = Math.max(width - paragraph.left - paragraph.right, 12);
  const atoms = paragraph.runs.flatMap((run) => atomsOf(run, faces, numbers, missing));
  const lines: Line[] = [];
  let from = 0;
  do {
    const start = lines.length === 0 ? paragraph.first : 0;
    const { until, next } = endOfLine(atoms, from, room - start, paragraph, start);
    const last = atoms[next - 1];
    const isHard = next >= atoms.length || last?.kind === 'line-break' || last?.kind === 'page-break';
    lines.push(lineFrom(atoms.slice(from, until), paragraph, { room, start, isHard, endsPage: last?.kind === 'page-break' }));
    from = next;
  } while (from < atoms.length);
  return lines;
}

function atomsOf(run: Run, faces: Faces, numbers: Numbers, missing: Set<string>): Atom[] {
  const plain = { text: '', width: 0, look: null, image: null };
  switch (run.kind) {
    case 'text':
      return glyphs(run.text, run.look, faces, missing);
    case 'page-number':
      return glyphs(String(run.of === 'page' ? numbers.page : numbers.pages), run.look, faces, missing);
    case 'tab':
      return [{ ...plain, kind: 'tab', look: run.look }];
    case 'image':
      return [{ ...plain, kind: 'image', width: run.width, image: run }];
    case 'line-break':
    case 'page-break':
      return [{ ...plain, kind: run.kind }];
  }
}

function glyphs(text: string, look: Look, faces: Faces, missing: Set<string>): Atom[] {
  const face = look.bold ? faces.bold : faces.regular;
  const atoms: Atom[] = [];
  for (const character of text) {
    if (/[\p{Cc}\p{Cf}\p{Variation_Selector}]/u.test(character)) continue;
    const shown = face.has(character.codePointAt(0) ?? 0) ? character : GETA;
    if (shown !== character) missing.add(character);
    atoms.push({ kind: 'glyph', text: shown, width: face.widthOf(shown.codePointAt(0) ?? 0) * look.size, look, image: null });
  }
  return atoms;
}

/** Where the line ends (exclusive) and where the next begins. */
function endOfLine(atoms: readonly Atom[], from: number, room: number, paragraph: Paragraph, start: number): { readonly until: number; readonly next: number } {
  let used = 0;
  let lastBreak = -1;
  for (let index = from; index < atoms.length; index += 1) {
    const atom = atoms[index];
    if (atom === undefined) break;
    if (atom.kind === 'line-break' || atom.kind === 'page-break') return { until: index, next: index + 1 };
    if (index > from && mayBreakBetween(atoms[index - 1], atom)) lastBreak = index;
    used = atom.kind === 'tab' ? nextTab(used + start, paragraph) - start : used + atom.width;
    // A space at the end of a line may hang over it.
    if (used > room + 0.01 && index > from && atom.text !== ' ') {
      const cut = lastBreak > from ? lastBreak : index;
      return { until: cut, next: cut };
    }
  }
  return { until: atoms.length, next: atoms.length };
}

function mayBreakBetween(before: Atom | undefined, after: Atom): boolean {
  if (before === undefined || after.text === ' ') return false;
  if (before.kind !== 'glyph' || after.kind !== 'glyph') return true;
  if (NO_START.has(after.text) || NO_END.has(before.text)) return false;
  return !(isLatin(before.text) && isLatin(after.text));
}

function isLatin(text: string): boolean {
  return /^[\u0021-\u024f]$/u.test(text);
}

function nextTab(used: number, paragraph: Paragraph): number {
  const at = used + paragraph.left;
  const stop = paragraph.tabs.find((position) => position > at + 0.5);
  return (stop ?? (Math.floor(at / TAB_EVERY) + 1) * TAB_EVERY) - paragraph.left;
}

interface Place {
  readonly room: number;
  readonly start: number;
  /** The paragraph or a written line ends here: nothing is stretched. */
  readonly isHard: boolean;
  readonly endsPage: boolean;
}

function lineFrom(atoms: readonly Atom[], paragraph: Paragraph, place: Place): Line {
  const shown = paragraph.align === 'left' || paragraph.align === 'both' ? atoms : withoutLastSpaces(atoms);
  let used = place.start;
  const fragments: { kind: 'text' | 'image'; x: number; width: number; text: string; look: Look | null; image: Atom['image'] }[] = [];
  for (const atom of shown) {
    const before = used;
    used = atom.kind === 'tab' ? nextTab(used, paragraph) : used + atom.width;
    const last = fragments.at(-1);
    const text = atom.kind === 'tab' ? ' ' : atom.text;
    if (atom.kind === 'image') fragments.push({ kind: 'image', x: before, width: atom.width, text: '', look: null, image: atom.image });
    else if (atom.kind === 'glyph' && last?.kind === 'text' && last.look === atom.look && last.text !== '') {
      last.text += text;
      last.width += atom.width;
    } else fragments.push({ kind: 'text', x: before, width: used - before, text: atom.kind === 'tab' ? '' : text, look: atom.look, image: null });
  }
  const shift = paragraph.left + shiftOf(paragraph, place.room - used, place.isHard, fragments);
  return {
    fragments: fragments.flatMap(({ kind, x, width, text, look, image }): Fragment[] => {
      if (kind === 'image' && image !== null) return [{ kind, x: x + shift, width, height: image.height, content: image.content, alt: image.alt }];
      return look === null || (text === '' && !look.underline) ? [] : [{ kind: 'text', x: x + shift, width, text, look }];
    }),
    height: heightOf(shown, paragraph),
    endsPage: place.endsPage,
  };
}

function withoutLastSpaces(atoms: readonly Atom[]): readonly Atom[] {
  let until = atoms.length;
  while (until > 0 && atoms[until - 1]?.text === ' ' && atoms[until - 1]?.look?.underline !== true) until -= 1;
  return atoms.slice(0, until);
}

/** How far a line moves right; a distributed line is cut into characters and spread. */
function shiftOf(
  paragraph: Paragraph,
  rest: number,
  isHard: boolean,
  fragments: { x: number; width: number; text: string; kind: string; look: Look | null; image: Atom['image'] }[],
): number {
  if (paragraph.align === 'center') return Math.max(rest / 2, 0);
  if (paragraph.align === 'right') return Math.max(rest, 0);
  if (paragraph.align !== 'distribute' || rest <= 0 || !isHard) return 0;
  spread(fragments, rest);
  return 0;
}

function spread(fragments: { x: number; width: number; text: string; kind: string; look: Look | null; image: Atom['image'] }[], rest: number): void {
  const [only] = fragments;
  if (fragments.length !== 1 || only === undefined || only.kind !== 'text') return;
  const characters = [...only.text];
  if (characters.length < 2) return;
  const each = only.width / characters.length;
  const gap = rest / (characters.length - 1);
  fragments.splice(0, 1, ...characters.map((text, index) => ({ ...only, text, x: only.x + index * (each + gap), width: each })));
}

function heightOf(atoms: readonly Atom[], paragraph: Paragraph): number {
  const size = Math.max(...atoms.map(({ look }) => look?.size ?? 0), 0) || paragraph.size;
  const image = Math.max(...atoms.map((atom) => atom.image?.height ?? 0), 0);
  const { rule, value } = paragraph.line;
  const natural = size * NATURAL;
  const text = rule === 'exact' ? value : rule === 'at-least' ? Math.max(natural, value) : natural * value;
  return Math.max(text, image);
}
