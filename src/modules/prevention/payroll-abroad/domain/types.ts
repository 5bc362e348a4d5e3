import type { CivilDate, CivilMonth } from '#kernel/civil-date.ts';
import type { Fen } from '#kernel/fen.ts';

/** The four files: UAE WPS SIF, Qatar SIF, US WH-347, California eCPR. */
export const ABROAD_FORMATS = ['uae-sif', 'qatar-sif', 'wh-347', 'ecpr'] as const;
export type AbroadFormat = (typeof ABROAD_FORMATS)[number];

/** A worker of the project in the span, by our records. Amounts are hundredths of the currency the payroll was kept in. */
export interface AbroadWorker {
  /** Our number of the person: what the supplement names a worker by. */
  readonly id: string;
  readonly name: string;
  /** Sums of all lines of the month; a weekly file takes no amount from a monthly payroll. */
  readonly dueFen: Fen;
  readonly overtimeFen: Fen;
  readonly bonusFen: Fen;
  readonly deductedFen: Fen;
  readonly netFen: Fen;
  /** As the payroll says; the attendance where it says nothing. */
  readonly workDays: number | null;
  readonly overtimeMinutes: number;
  /** Days attended, whole and half, of every month of the span. */
  readonly fullDays: readonly CivilDate[];
  readonly halfDays: readonly CivilDate[];
}

export interface AbroadPayroll {
  readonly projectName: string;
  readonly contractor: string;
  /** Of a monthly file. */
  readonly month: CivilMonth | null;
  /** Last day of a weekly one. */
  readonly weekEnding: CivilDate | null;
  readonly workers: readonly AbroadWorker[];
}

/** What our records do not hold and the file needs, as typed for this export alone: by field, and by worker and field. */
export interface Supplement {
  readonly head: Readonly<Record<string, string>>;
  readonly workers: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** Why the file cannot be written: of which worker and field, and what it should be. */
export interface AbroadProblem {
  readonly worker: string | null;
  readonly field: string;
  readonly says: string;
}

/** The moment of writing, wall clock of whoever files. */
export interface WrittenAt {
  readonly on: CivilDate;
  /** `HHMMSS`. */
  readonly time: string;
}

export type Built<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly AbroadProblem[] };

export interface AbroadText {
  readonly fileName: string;
  readonly text: string;
}
