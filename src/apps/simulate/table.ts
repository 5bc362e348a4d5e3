import type { CivilDate, CivilMonth } from '#kernel/civil-date.ts';
import type { ImportKind } from '#modules/prevention/imports/domain/index.ts';

export type Cell = string | number | null;

/** A merged range, both ends included, counted from 0. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export type FileFormat = 'xlsx' | 'xls' | 'csv-utf8' | 'csv-gb18030';

/** One sheet as a person at a site fills it in: rows from the title to the signatures. */
export interface Table {
  readonly sheetName: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly Merge[];
}

/** A file on its way to the office. */
export interface SimulatedFile {
  readonly kind: ImportKind;
  /** Below the world's folder. */
  readonly path: string;
  readonly project: string | null;
  readonly month: CivilMonth | null;
  readonly arrivesOn: CivilDate;
  readonly format: FileFormat;
  readonly table: () => Table;
}
