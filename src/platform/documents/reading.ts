import type { Parts } from './archive.ts';
import type { Numbering } from './numbering.ts';
import type { Block } from './paper.ts';
import type { Styles } from './styles.ts';
import type { Element } from './xml.ts';

/** What the reading of one part of a .docx needs at every depth. */
export interface Reading {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly parts: Parts;
  /** Targets of the part's relationships by id. */
  readonly targets: ReadonlyMap<string, string>;
  readonly unprintable: Set<string>;
  /** Cells hold what a page holds. */
  blocksOf(children: readonly Element[], reading: Reading): Block[];
}
