import type { Evidence } from './evidence.ts';
import { INSTRUMENTS, type Instrument } from './instruments/index.ts';

type Instruments = typeof INSTRUMENTS;
export type InstrumentKey = keyof Instruments;
type Articles<K extends InstrumentKey> = Instruments[K]['articles'];
type PartsOf<Article> = 'whole' extends keyof Article ? [part?: Exclude<keyof Article, 'whole'>] : [part: keyof Article];

/** 条文引用: an article, paragraph or item that we hold. Made by `cite` only. */
export interface Citation {
  readonly instrument: InstrumentKey;
  readonly article: number;
  /** 款 by number, 项 by its mark, null for the whole article. */
  readonly part: number | string | null;
}

/** The words behind a citation, ready for a page. */
export interface CitedWords {
  readonly instrument: InstrumentKey;
  readonly fullTitle: string;
  readonly number: string;
  readonly inForceFrom: string;
  /** 「第二十四条第二款」. */
  readonly article: string;
  readonly text: string | null;
  /** 大意, when the words themselves are not held. */
  readonly gist: string | null;
  readonly evidence: Evidence;
}

/** Cites an article we hold: `cite('工资条例', 24, 2)` is 第二十四条第二款, `cite('工资条例', 55, '(一)')` an item. Any other does not compile. */
export function cite<K extends InstrumentKey, A extends keyof Articles<K> & number>(instrument: K, article: A, ...[part]: PartsOf<Articles<K>[A]>): Citation {
  return { instrument, article, part: typeof part === 'number' || typeof part === 'string' ? part : null };
}

const held: Readonly<Record<InstrumentKey, Instrument>> = INSTRUMENTS;

/** Fetches the words of a citation. */
export function wordsOf(citation: Citation): CitedWords {
  const instrument = held[citation.instrument];
  const words = instrument.articles[citation.article]?.[citation.part ?? 'whole'];
  if (words === undefined) throw new RangeError(`not held: ${citation.instrument} ${nameOf(citation)}`);
  return {
    instrument: citation.instrument,
    fullTitle: instrument.title,
    number: instrument.number,
    inForceFrom: instrument.inForceFrom,
    article: nameOf(citation),
    ...words,
  };
}

/** 「第五十五条第(一)项」, 「第二百七十六条之一第二款」; 「第二部分」 in a notice without articles, 「全文」 for a document as a whole. */
export function nameOf(citation: Citation): string {
  const part = citation.part === null ? '' : typeof citation.part === 'number' ? `第${inChineseNumerals(citation.part)}款` : `第${citation.part}项`;
  if (citation.article === 0) return `全文${part}`;
  const [article, inserted] = `${citation.article}`.split('.').map(Number);
  const unit = held[citation.instrument].inParts ? '部分' : '条';
  return `第${inChineseNumerals(article ?? 0)}${unit}${inserted === undefined ? '' : `之${inChineseNumerals(inserted)}`}${part}`;
}

/** 「工资条例第十二条」: the statute by its short title. */
export function inShort(citation: Citation): string {
  return `${citation.instrument}${nameOf(citation)}`;
}

const NUMERALS = '零一二三四五六七八九';
const UNITS = [
  [1000, '千'],
  [100, '百'],
  [10, '十'],
  [1, ''],
] as const;

/** 1-9999 as article numbers are written: 十二, 二十, 一百零五, 二百零二, 一千二百五十九. */
export function inChineseNumerals(number: number): string {
  let words = '';
  let skipped = false;
  for (const [size, unit] of UNITS) {
    const digit = Math.floor(number / size) % 10;
    if (digit > 0) words += `${skipped && words !== '' ? '零' : ''}${NUMERALS.charAt(digit)}${unit}`;
    skipped = digit === 0;
  }
  return words.startsWith('一十') ? words.slice(1) : words;
}
