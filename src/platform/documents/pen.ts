import type { Fragment } from './lines.ts';
import type { Borders } from './paper.ts';

/** A node of the structure a reader for the blind follows: Document, H1, P, Table, TR, TH, TD, Figure. */
export interface Tag {
  readonly type: string;
  readonly parent: Tag | null;
  readonly alt?: string;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a laid-out page is drawn with. Everything is either content under a tag or an artifact: nothing is left untold. */
export interface Pen {
  /** A line of text whose top is at `y`; null as tag for what repeats or only decorates. */
  line(fragments: readonly Fragment[], place: Box, tag: Tag | null): void;
  cell(box: Box, fill: string | null, borders: Borders): void;
}
