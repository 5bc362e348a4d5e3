import type { Evidence } from '../evidence.ts';

/** The words of one article, paragraph or item, as far as they are held. */
export interface Words {
  /** The words of the law, verbatim; null when only their meaning is held. */
  readonly text: string | null;
  /** 大意: our paraphrase, shown as such; null beside a text. */
  readonly gist: string | null;
  readonly evidence: Evidence;
}

/**
 * 法律文件: one statute, with the articles we rely on. A part is `whole`, a paragraph by number (款) or an item by its mark (项).
 * An inserted article is a decimal, `276.1` for 第二百七十六条之一; article 0 is a document as a whole.
 */
export interface Instrument {
  readonly title: string;
  /** Document number, 文号. */
  readonly number: string;
  readonly inForceFrom: string;
  /** How many articles the statute has, so that a page can name those we do not hold; null for a notice without articles, or where nobody has counted. */
  readonly articleCount: number | null;
  /** A notice numbered 一、二、三 instead of 第一条: 第二部分. */
  readonly inParts?: true;
  readonly articles: { readonly [article: number]: { readonly [part: string | number]: Words } };
}

/** Keeps the literal article numbers, so that `cite` can refuse an article we do not hold. */
export function instrument<const I extends Instrument>(held: I): I {
  return held;
}

/** The words themselves, read in the full text. */
export function verbatim(text: string): Words {
  return { text, gist: null, evidence: 'VF' };
}

/** The words of an excerpt or a quotation in another page: verbatim there, the full text not read. */
export function quoted(text: string, evidence: 'V1' | 'V2'): Words {
  return { text, gist: null, evidence };
}

/** 大意: what the article says, in our words, because the official text was not at hand. */
export function gist(meaning: string, evidence: Evidence): Words {
  return { text: null, gist: meaning, evidence };
}

type WordsOf<Parts> = { readonly [Part in keyof Parts]: Words };
type WithWhole<Parts> = WordsOf<Parts> & { readonly whole: Words };

/** An article of several paragraphs read in the full text: each by its number, and all of them as `whole`. */
export function paragraphs<const P extends Readonly<Record<number, string>>>(texts: P): WithWhole<P>;
export function paragraphs(texts: Readonly<Record<number, string>>): Readonly<Record<string, Words>> {
  return { whole: verbatim(Object.values(texts).join('\n')), ...wordsOfEach(texts, '') };
}

/** An article that lists items under an opening: each item with the opening, all of them as `whole`, and the paragraphs after the list by number. */
export function itemised<const I extends Readonly<Record<string, string>>>(opening: string, items: I): WithWhole<I>;
export function itemised<const I extends Readonly<Record<string, string>>, const P extends Readonly<Record<number, string>>>(
  opening: string,
  items: I,
  after: P,
): WithWhole<I & P & { readonly 1: string }>;
export function itemised(
  opening: string,
  items: Readonly<Record<string, string>>,
  after: Readonly<Record<number, string>> = {},
): Readonly<Record<string, Words>> {
  const first = [opening, ...Object.values(items)].join('');
  const later = Object.values(after);
  return {
    whole: verbatim([first, ...later].join('\n')),
    ...(later.length > 0 ? { 1: verbatim(first) } : {}),
    ...wordsOfEach(items, opening),
    ...wordsOfEach(after, ''),
  };
}

function wordsOfEach(texts: Readonly<Record<string, string>>, opening: string): Readonly<Record<string, Words>> {
  return Object.fromEntries(Object.entries(texts).map(([part, text]) => [part, verbatim(`${opening}${text}`)]));
}
