import { inflateSync } from 'node:zlib';

/** What a PDF of ours says and how it is built, read without any library: its text through the fonts' own ToUnicode maps. */
export interface ReadPdf {
  /** Text of all pages, one line for each piece of text drawn. */
  readonly text: string;
  /** All objects outside streams, as they stand. */
  readonly objects: string;
  /** Structure types in the order of the file: `/S /P` → 'P'. */
  readonly structure: readonly string[];
}

export function readPdf(pdf: Buffer): ReadPdf {
  const raw = pdf.toString('latin1');
  const objects = new Map<string, { head: string; stream: Buffer | null }>();
  for (const match of raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, id = '', content = ''] = match;
    const at = content.indexOf('\nstream\n');
    const head = at < 0 ? content : content.slice(0, at);
    const body = at < 0 ? null : Buffer.from(content.slice(at + 8, content.lastIndexOf('\nendstream')), 'latin1');
    objects.set(id, { head, stream: body !== null && head.includes('/FlateDecode') && !head.includes('/Image') ? inflateSync(body) : body });
  }
  const fonts = fontsOf(objects);
  const heads = [...objects.values()].map(({ head }) => head).join('\n');
  const text: string[] = [];
  for (const { head } of objects.values()) {
    if (!/\/Type \/Page\b/.test(head)) continue;
    const contents = /\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '';
    text.push(...linesOf(objects.get(contents)?.stream?.toString('latin1') ?? '', fonts));
  }
  return { text: text.join('\n'), objects: heads, structure: [...heads.matchAll(/\/S \/([A-Za-z0-9]+)/g)].map(([, type]) => type ?? '') };
}

/** Characters by glyph for each font name of the pages (`F1`). */
function fontsOf(objects: ReadonlyMap<string, { readonly head: string; readonly stream: Buffer | null }>): Map<string, Map<string, string>> {
  const fonts = new Map<string, Map<string, string>>();
  for (const { head } of objects.values()) {
    for (const [, name = '', id = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1] ?? '';
      const map = objects.get(unicode)?.stream?.toString('latin1');
      if (map !== undefined) fonts.set(name, charactersOf(map));
    }
  }
  return fonts;
}

function charactersOf(map: string): Map<string, string> {
  const characters = new Map<string, string>();
  for (const [, from = '', , list = ''] of map.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi)) {
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex = ''], index) => {
      const units = hex.replaceAll(' ', '').match(/.{4}/g) ?? [];
      characters.set((Number.parseInt(from, 16) + index).toString(16).padStart(4, '0'), String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))));
    });
  }
  return characters;
}

function linesOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] {
  const lines: string[] = [];
  let font: ReadonlyMap<string, string> | undefined;
  for (const [, name, drawn] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name);
    if (drawn === undefined) continue;
    const glyphs = [...drawn.matchAll(/<([0-9a-f]*)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
    lines.push(glyphs.map((glyph) => font?.get(glyph.toLowerCase()) ?? '�').join(''));
  }
  return lines;
}
