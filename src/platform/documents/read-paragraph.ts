import type { Align, Look, Paragraph, Run } from './paper.ts';
import type { Reading } from './reading.ts';
import { readImage } from './read-image.ts';
import { type Chain, nearest } from './styles.ts';
import { at, childOf, type Element, switchOf, textOf, twips, valueOf } from './xml.ts';

const ALIGNS: Readonly<Record<string, Align>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'both',
  distribute: 'distribute',
};

/** Reads one `w:p` with all that its styles and its list add to it. */
export function readParagraph(element: Element, reading: Reading): Paragraph {
  const own = childOf(element, 'w:pPr');
  const style = reading.styles.paragraph(valueOf(own, 'w:pStyle'));
  const chain = own === undefined ? style.paragraph : [own, ...style.paragraph];
  const mark = markOf(chain, reading);
  const layout: Chain = mark?.properties === undefined ? chain : [...(own === undefined ? [] : [own]), mark.properties, ...style.paragraph];
  const lookOf = (properties: Element | undefined) =>
    lookFrom([...(properties === undefined ? [] : [properties, ...reading.styles.run(valueOf(properties, 'w:rStyle'))]), ...style.run]);
  const base = lookOf(childOf(own, 'w:rPr'));
  const runs = runsOf(element.children, { reading, lookOf, field: { depth: 0, code: '', shown: false } });
  const first = runs.find((run) => run.kind === 'text');
  const size = first?.kind === 'text' ? first.look.size : base.size;
  const { left, right, indent } = indentsOf(layout, size);
  const spacing = (name: string) => nearest(layout, (properties) => childOf(properties, 'w:spacing')?.attributes[name]);
  return {
    kind: 'paragraph',
    heading: headingOf(style.name, chain),
    align: ALIGNS[nearest(chain, (properties) => valueOf(properties, 'w:jc')) ?? 'left'] ?? 'left',
    before: bounded(twips(spacing('w:before'))),
    after: bounded(twips(spacing('w:after'))),
    line: lineOf(spacing('w:line'), spacing('w:lineRule')),
    left,
    right,
    first: indent,
    pageBreakBefore: nearest(chain, (properties) => switchOf(properties, 'w:pageBreakBefore')) ?? false,
    keepNext: nearest(chain, (properties) => switchOf(properties, 'w:keepNext')) ?? false,
    tabs: tabsOf(chain),
    runs: mark === null || mark.mark === '' ? runs : [{ kind: 'text', text: mark.mark, look: { ...base, size } }, ...runs],
    size,
  };
}

/** Spacing of a page's height is a mistake or an attack. */
function bounded(points: number | undefined): number {
  return Math.min(Math.max(points ?? 0, 0), 400);
}

function markOf(chain: Chain, reading: Reading): ReturnType<Reading['numbering']['next']> {
  const number = nearest(chain, (properties) => childOf(properties, 'w:numPr'));
  const list = valueOf(number, 'w:numId');
  return list === undefined || list === '0' ? null : reading.numbering.next(list, Number(valueOf(number, 'w:ilvl') ?? 0));
}

function headingOf(styleName: string, chain: Chain): number {
  const outline = nearest(chain, (properties) => valueOf(properties, 'w:outlineLvl'));
  if (outline !== undefined && /^[0-5]$/.test(outline)) return Number(outline) + 1;
  const named = /(?:heading|标题)\s*([1-6])/.exec(styleName)?.[1];
  return named !== undefined ? Number(named) : /(^|\s)(title|标题)(\s|$)/.test(styleName) ? 1 : 0;
}

function indentsOf(chain: Chain, size: number): { readonly left: number; readonly right: number; readonly indent: number } {
  const value = (...names: readonly string[]) =>
    nearest(chain, (properties) => names.map((name) => childOf(properties, 'w:ind')?.attributes[name]).find((found) => found !== undefined));
  // Characters, where Word counts in them, go before twips: an office changes the size and the indent follows.
  const measured = (characters: string, ...plain: readonly string[]) => {
    const count = Number(value(characters) ?? 0);
    return count > 0 ? (count / 100) * size : (twips(value(...plain)) ?? 0);
  };
  const hanging = measured('w:hangingChars', 'w:hanging');
  const limit = (points: number) => Math.min(Math.max(points, 0), 600);
  return {
    left: limit(measured('w:leftChars', 'w:left', 'w:start')),
    right: limit(measured('w:rightChars', 'w:right', 'w:end')),
    indent: hanging > 0 ? -limit(hanging) : limit(measured('w:firstLineChars', 'w:firstLine')),
  };
}

function lineOf(value: string | undefined, rule: string | undefined): Paragraph['line'] {
  const number = Number(value ?? 240);
  if (!Number.isFinite(number) || number <= 0) return { rule: 'times', value: 1 };
  if (rule === 'exact') return { rule: 'exact', value: Math.min(Math.max(number / 20, 1), 400) };
  if (rule === 'atLeast') return { rule: 'at-least', value: Math.min(number / 20, 400) };
  return { rule: 'times', value: Math.min(Math.max(number / 240, 0.5), 6) };
}

function tabsOf(chain: Chain): number[] {
  const stops = nearest(chain, (properties) => childOf(properties, 'w:tabs'))?.children ?? [];
  return stops.flatMap(({ attributes }) => (attributes['w:val'] === 'clear' ? [] : (twips(attributes['w:pos']) ?? []))).sort((a, b) => a - b);
}

function lookFrom(chain: Chain): Look {
  const size = Number(nearest(chain, (properties) => valueOf(properties, 'w:sz')) ?? 20) / 2;
  const colour = nearest(chain, (properties) => valueOf(properties, 'w:color')) ?? 'auto';
  return {
    bold: nearest(chain, (properties) => switchOf(properties, 'w:b')) ?? false,
    italic: nearest(chain, (properties) => switchOf(properties, 'w:i')) ?? false,
    underline: nearest(chain, (properties) => switchOf(properties, 'w:u')) ?? false,
    strike: nearest(chain, (properties) => switchOf(properties, 'w:strike')) ?? false,
    size: Number.isFinite(size) ? Math.min(Math.max(size, 4), 300) : 10,
    colour: /^[0-9a-f]{6}$/i.test(colour) ? `#${colour}` : '#000000',
  };
}

interface RunReading {
  readonly reading: Reading;
  readonly lookOf: (properties: Element | undefined) => Look;
  /** A complex field being read: begin … code … separate … shown result … end. */
  readonly field: { depth: number; code: string; shown: boolean };
}

function runsOf(children: readonly Element[], inside: RunReading): Run[] {
  return children.flatMap((child): Run[] => {
    switch (child.name) {
      case 'w:r':
        return piecesOf(child, inside);
      case 'w:fldSimple': {
        const number = pageNumber(child.attributes['w:instr'] ?? '', inside.lookOf(at(child, 'w:r', 'w:rPr')));
        return number === null ? runsOf(child.children, inside) : [number];
      }
      case 'w:sdt':
        return runsOf(at(child, 'w:sdtContent')?.children ?? [], inside);
      case 'w:hyperlink':
      case 'w:ins':
      case 'w:smartTag':
      case 'w:moveTo':
      case 'w:customXml':
        return runsOf(child.children, inside);
      default:
        return [];
    }
  });
}

function piecesOf(run: Element, inside: RunReading): Run[] {
  const properties = childOf(run, 'w:rPr');
  if (switchOf(properties, 'w:vanish') === true) return [];
  const look = inside.lookOf(properties);
  return run.children.flatMap((child) => pieceOf(child, look, inside));
}

function pieceOf(child: Element, look: Look, inside: RunReading): Run[] {
  const { field } = inside;
  if (child.name === 'w:fldChar') return fieldMark(child, look, field);
  if (child.name === 'w:instrText') {
    field.code += textOf(child);
    return [];
  }
  // The kept result of a page number is old; the number itself was told at its separator.
  if (field.depth > 0 && field.shown) return [];
  switch (child.name) {
    case 'w:t':
      return [{ kind: 'text', text: textOf(child), look }];
    case 'w:tab':
      return [{ kind: 'tab', look }];
    case 'w:br':
      return [{ kind: child.attributes['w:type'] === 'page' ? 'page-break' : 'line-break' }];
    case 'w:cr':
      return [{ kind: 'line-break' }];
    case 'w:noBreakHyphen':
      return [{ kind: 'text', text: '-', look }];
    case 'w:sym':
      return [{ kind: 'text', text: symbolOf(child, inside.reading), look }];
    case 'w:drawing':
      return readImage(child, inside.reading);
    case 'mc:AlternateContent':
      return (at(child, 'mc:Choice') ?? child).children.flatMap((one) => pieceOf(one, look, inside));
    default:
      return [];
  }
}

function fieldMark(mark: Element, look: Look, field: RunReading['field']): Run[] {
  const kind = mark.attributes['w:fldCharType'];
  if (kind === 'begin') {
    field.depth += 1;
    field.code = '';
    field.shown = false;
    return [];
  }
  if (kind === 'separate' || kind === 'end') {
    const number = field.shown ? null : pageNumber(field.code, look);
    if (number !== null) field.shown = true;
    if (kind === 'end') {
      field.depth = Math.max(0, field.depth - 1);
      field.shown = false;
      field.code = '';
    }
    return number === null ? [] : [number];
  }
  return [];
}

function pageNumber(code: string, look: Look): Run | null {
  const word = code.trim().split(/\s+/)[0]?.toUpperCase();
  if (word === 'PAGE') return { kind: 'page-number', of: 'page', look };
  return word === 'NUMPAGES' || word === 'SECTIONPAGES' ? { kind: 'page-number', of: 'pages', look } : null;
}

/** Boxes to tick, as Word keeps them in symbol fonts. */
const SYMBOLS: Readonly<Record<string, string>> = { F0A8: '□', F06F: '□', F0A3: '□', F0FE: '☑', F052: '☑', F0FC: '√', F0D8: '➢', F06C: '●', F06E: '■' };

function symbolOf(child: Element, reading: Reading): string {
  const code = (child.attributes['w:char'] ?? '').toUpperCase();
  const known = SYMBOLS[code];
  if (known === undefined) reading.unprintable.add(`符号字体里的符号（${child.attributes['w:font'] ?? ''} ${code}，请改用普通字符）`);
  return known ?? '〓';
}
