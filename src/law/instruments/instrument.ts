import type { Evidence } from '../evidence.ts';

/** The words of one article, paragraph or item, as far as they are held. */
export interface Words {
  /** The words of the law, verbatim; null when only their meaning is held. */
  readonly text: string | null;
  /** 大意: our paraphrase, shown as such; null beside a text. */
  readonly gist: string | null;
  readonly evidence: Evidence;
}

/** 法律文件: one statute, with the articles we rely on. A part is `whole`, a paragraph by number (款) or an item by its mark (项). */
export interface Instrument {
  readonly title: string;
  /** Document number, 文号. */
  readonly number: string;
  readonly inForceFrom: string;
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
