import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A TrueType face as far as a page is laid out by it: which characters it has and how wide they are. */
export interface Face {
  readonly content: Buffer;
  has(codePoint: number): boolean;
  /** Of one character, as a share of the size. */
  widthOf(codePoint: number): number;
}

export interface Faces {
  readonly regular: Face;
  readonly bold: Face;
}

const require = createRequire(import.meta.url);
let loaded: Faces | undefined;

/** Noto Sans SC (OFL), 10 MB a face: read once a thread. */
export function loadFaces(): Faces {
  loaded ??= {
    regular: readFace(readFileSync(require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'))),
    bold: readFace(readFileSync(require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'))),
  };
  return loaded;
}

function readFace(content: Buffer): Face {
  const glyphOf = readCharacterMap(content, tableAt(content, 'cmap'));
  const unitsAnEm = content.readUInt16BE(tableAt(content, 'head') + 18);
  const measured = content.readUInt16BE(tableAt(content, 'hhea') + 34);
  const metrics = tableAt(content, 'hmtx');
  return {
    content,
    has: (codePoint) => glyphOf(codePoint) !== 0,
    widthOf: (codePoint) => content.readUInt16BE(metrics + Math.min(glyphOf(codePoint), measured - 1) * 4) / unitsAnEm,
  };
}

function tableAt(content: Buffer, tag: string): number {
  const count = content.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + index * 16;
    if (content.toString('latin1', entry, entry + 4) === tag) return content.readUInt32BE(entry + 8);
  }
  throw new Error(`the font has no ${tag}`);
}

/** The map of whole Unicode (format 12) where there is one, else that of the basic plane (format 4). 0 is 「no such glyph」. */
function readCharacterMap(content: Buffer, at: number): (codePoint: number) => number {
  const count = content.readUInt16BE(at + 2);
  let basic: number | undefined;
  for (let index = 0; index < count; index += 1) {
    const subtable = at + content.readUInt32BE(at + 4 + index * 8 + 4);
    const format = content.readUInt16BE(subtable);
    if (format === 12) return (codePoint) => inGroups(content, subtable, codePoint);
    if (format === 4) basic = subtable;
  }
  if (basic === undefined) throw new Error('the font maps no characters');
  const segments = basic;
  return (codePoint) => inSegments(content, segments, codePoint);
}

function inGroups(content: Buffer, at: number, codePoint: number): number {
  let low = 0;
  let high = content.readUInt32BE(at + 12) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const group = at + 16 + middle * 12;
    if (codePoint < content.readUInt32BE(group)) high = middle - 1;
    else if (codePoint > content.readUInt32BE(group + 4)) low = middle + 1;
    else return content.readUInt32BE(group + 8) + codePoint - content.readUInt32BE(group);
  }
  return 0;
}

function inSegments(content: Buffer, at: number, codePoint: number): number {
  const doubled = content.readUInt16BE(at + 6);
  for (let offset = 0; offset < doubled; offset += 2) {
    if (codePoint > content.readUInt16BE(at + 14 + offset)) continue;
    const start = content.readUInt16BE(at + 16 + doubled + offset);
    if (codePoint < start) return 0;
    const delta = content.readUInt16BE(at + 16 + 2 * doubled + offset);
    const range = at + 16 + 3 * doubled + offset;
    const shift = content.readUInt16BE(range);
    if (shift === 0) return (codePoint + delta) & 0xffff;
    const glyph = content.readUInt16BE(range + shift + (codePoint - start) * 2);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
