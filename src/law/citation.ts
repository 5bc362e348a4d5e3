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

/** 「第五十五条第(一)项」. */
export function nameOf(citation: Citation): string {
  const part = citation.part === null ? '' : typeof citation.part === 'number' ? `第${inChineseNumerals(citation.part)}款` : `第${citation.part}项`;
  return `第${inChineseNumerals(citation.article)}条${part}`;
}

const NUMERALS = '零一二三四五六七八九';

/** 1-999 as article numbers are written: 十二, 二十, 一百零五, 二百零二. */
export function inChineseNumerals(number: number): string {
  const hundreds = Math.floor(number / 100);
  const tens = Math.floor((number % 100) / 10);
  const ones = number % 10;
  const afterHundreds = hundreds > 0 ? `${NUMERALS.charAt(hundreds)}百` : '';
  const zero = hundreds > 0 && tens === 0 && ones > 0 ? '零' : '';
  const tenWord = tens === 0 ? '' : `${tens === 1 && hundreds === 0 ? '' : NUMERALS.charAt(tens)}十`;
  return `${afterHundreds}${zero}${tenWord}${ones > 0 ? NUMERALS.charAt(ones) : ''}`;
}
