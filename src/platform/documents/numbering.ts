import { childOf, type Element, valueOf } from './xml.ts';

/** Automatic numbers of paragraphs (一、 1. （一） •), counted as the document is read. */
export interface Numbering {
  /** The mark before the next paragraph of this list and level; null when the list says nothing. */
  next(listId: string, level: number): { readonly mark: string; readonly properties: Element | undefined } | null;
}

export function readNumbering(root: Element | undefined): Numbering {
  const children = root?.children ?? [];
  const abstract = new Map(children.filter(({ name }) => name === 'w:abstractNum').map((one) => [one.attributes['w:abstractNumId'] ?? '', one]));
  const lists = new Map(children.filter(({ name }) => name === 'w:num').map((one) => [one.attributes['w:numId'] ?? '', valueOf(one, 'w:abstractNumId') ?? '']));
  const counters = new Map<string, number[]>();
  return {
    next(listId, level) {
      const kind = lists.get(listId);
      const levels = abstract.get(kind ?? '')?.children.filter(({ name }) => name === 'w:lvl') ?? [];
      const own = levels.find(({ attributes }) => attributes['w:ilvl'] === String(level));
      if (kind === undefined || own === undefined) return null;
      const counts = counters.get(kind) ?? [];
      counters.set(kind, counts);
      const startOf = (at: number) =>
        Number(
          valueOf(
            levels.find(({ attributes }) => attributes['w:ilvl'] === String(at)),
            'w:start',
          ) ?? 1,
        );
      counts[level] = (counts[level] ?? startOf(level) - 1) + 1;
      counts.length = level + 1;
      const formatOf = (at: number) =>
        valueOf(
          levels.find(({ attributes }) => attributes['w:ilvl'] === String(at)),
          'w:numFmt',
        ) ?? 'decimal';
      const format = formatOf(level);
      const text = valueOf(own, 'w:lvlText') ?? '';
      const mark =
        format === 'bullet'
          ? '•'
          : format === 'none'
            ? ''
            : text.replace(/%(\d)/g, (_, digit: string) => written(counts[Number(digit) - 1] ?? startOf(Number(digit) - 1), formatOf(Number(digit) - 1)));
      return { mark, properties: childOf(own, 'w:pPr') };
    },
  };
}

const CHINESE = '零一二三四五六七八九';

/** A count in the format of a list level; formats Word has beyond these are written in digits. */
function written(count: number, format: string): string {
  if (/^(chineseCounting|ideographDigital|japaneseCounting|chineseCountingThousand|taiwaneseCounting)/.test(format)) return inChinese(count);
  if (format === 'lowerLetter' || format === 'upperLetter') {
    const letter = String.fromCharCode(96 + ((count - 1) % 26) + 1);
    return format === 'upperLetter' ? letter.toUpperCase() : letter;
  }
  if (format === 'decimalEnclosedCircleChinese' || format === 'decimalEnclosedCircle')
    return count <= 20 ? String.fromCodePoint(0x245f + count) : String(count);
  if (format === 'lowerRoman' || format === 'upperRoman') {
    const roman = inRoman(count);
    return format === 'lowerRoman' ? roman.toLowerCase() : roman;
  }
  return String(count);
}

function inChinese(count: number): string {
  if (count > 99) return String(count);
  const tens = Math.floor(count / 10);
  const ones = count % 10;
  return `${tens > 1 ? CHINESE.charAt(tens) : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? CHINESE.charAt(ones) : ''}`;
}

const ROMAN = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function inRoman(count: number): string {
  let left = count;
  let words = '';
  for (const [size, letters] of ROMAN) {
    for (; left >= size; left -= size) words += letters;
  }
  return words;
}
