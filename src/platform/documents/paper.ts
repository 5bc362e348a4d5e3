/**
 * A document as it is printed: what a reader of .docx finds and what the PDF shows. Lengths are points (1/72 inch).
 * What stands here is all that can be printed; `unprintable` of the reader names everything else it met.
 */
export interface Paper {
  readonly sections: readonly Section[];
}

export interface Section {
  readonly page: PageShape;
  readonly blocks: readonly Block[];
  readonly header: readonly Block[];
  readonly footer: readonly Block[];
}

export interface PageShape {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  /** From the edge of the paper to the header and the footer. */
  readonly headerAt: number;
  readonly footerAt: number;
}

export type Block = Paragraph | Table;
export type Align = 'left' | 'center' | 'right' | 'both' | 'distribute';

export interface Paragraph {
  readonly kind: 'paragraph';
  /** 0 for plain text, 1-6 for a heading. */
  readonly heading: number;
  readonly align: Align;
  readonly before: number;
  readonly after: number;
  /** Times the natural height of a line, or points. */
  readonly line: { readonly rule: 'times' | 'exact' | 'at-least'; readonly value: number };
  readonly left: number;
  readonly right: number;
  /** Added to the left of the first line; negative hangs it out. */
  readonly first: number;
  readonly pageBreakBefore: boolean;
  readonly keepNext: boolean;
  /** Positions of tab stops from the left edge of the text. */
  readonly tabs: readonly number[];
  readonly runs: readonly Run[];
  /** Size of the paragraph's own mark: the height of an empty line. */
  readonly size: number;
}

export interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly size: number;
  /** `#rrggbb`. */
  readonly colour: string;
}

export type Run =
  | { readonly kind: 'text'; readonly text: string; readonly look: Look }
  | { readonly kind: 'tab'; readonly look: Look }
  | { readonly kind: 'line-break' }
  | { readonly kind: 'page-break' }
  | { readonly kind: 'page-number'; readonly of: 'page' | 'pages'; readonly look: Look }
  | { readonly kind: 'image'; readonly content: Buffer; readonly width: number; readonly height: number; readonly alt: string };

export interface Table {
  readonly kind: 'table';
  readonly align: 'left' | 'center' | 'right';
  readonly indent: number;
  /** Widths of the columns; scaled down when they do not fit the text. */
  readonly columns: readonly number[];
  readonly rows: readonly Row[];
}

export interface Row {
  /** Repeated at the top of each page the table goes on to. */
  readonly isHeader: boolean;
  readonly height: number;
  readonly isExact: boolean;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly column: number;
  readonly span: number;
  /** Cells below one another that are one: the first begins, the others go on. */
  readonly merge: 'none' | 'begins' | 'goes-on';
  readonly fill: string | null;
  readonly borders: Borders;
  readonly valign: 'top' | 'middle' | 'bottom';
  readonly padding: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  readonly blocks: readonly Block[];
}

/** Thickness of each side; 0 draws none. */
export interface Borders {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}
