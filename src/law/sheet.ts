import type { CivilDate } from '#kernel/civil-date.ts';
import type { CannotDetermine, NeedsPerson, SheetStep, Shown } from './answer.ts';
import type { Citation } from './citation.ts';
import type { Evidence } from './evidence.ts';
import type { Asked, FactForm } from './facts.ts';
import type { ParameterId, ParameterValues } from './parameters/index.ts';
import type { Setting } from './setting.ts';

/** 计算结果: named values and every step that led to them. */
export interface Reckoned {
  readonly answer: 'reckoned';
  readonly results: readonly [Shown, ...Shown[]];
  readonly steps: readonly [SheetStep, ...SheetStep[]];
  /** What the reader must know beside the number: limits, what a person still decides. */
  readonly notes: readonly string[];
  /** True when a day leaves the published working-day calendars. */
  readonly provisional: boolean;
}

export type Reckoning = Reckoned | CannotDetermine | NeedsPerson;

/** A calculator as written. */
export interface DeclaredCalculator<T, Needs extends readonly ParameterId[]> {
  /** `deposit-due`: for ever. */
  readonly code: string;
  readonly title: string;
  /** Chinese, one sentence: what it reckons and for whom. */
  readonly about: string;
  readonly basis: readonly [Citation, ...Citation[]];
  readonly evidence: Evidence;
  readonly interpretation?: string;
  readonly facts: FactForm<T>;
  readonly needs: Needs;
  /** Local numbers it looks up for a day of its own, and without which the rest is still reckoned (`look-up.ts`). */
  readonly looksUp?: readonly ParameterId[];
  readonly prepare: (setting: Setting, params: Pick<ParameterValues, Needs[number]>) => (facts: T) => Reckoning;
}

/** 计算器: what a person would otherwise do on paper, with a derivation sheet. */
export interface Calculator {
  readonly code: string;
  readonly title: string;
  readonly about: string;
  readonly basis: readonly [Citation, ...Citation[]];
  readonly evidence: Evidence;
  readonly interpretation?: string;
  readonly facts: FactForm<unknown>;
  readonly needs: readonly ParameterId[];
  readonly looksUp?: readonly ParameterId[];
  /** Reads facts from outside and reckons; the faults of the facts come back as values. */
  readonly ask: (setting: Setting, params: ParameterValues, input: unknown) => Asked<Reckoning>;
}

/** Declares a calculator: it sees the parameters it names, and its facts are read by its own form. */
export function calculator<T, const Needs extends readonly ParameterId[]>(
  declared: DeclaredCalculator<T, Needs>,
): Calculator & Pick<DeclaredCalculator<T, Needs>, 'prepare'> {
  return {
    ...declared,
    ask: (setting, params, input) => {
      const read = declared.facts.read(input);
      return read.ok ? { ok: true, answer: declared.prepare(setting, params)(read.facts) } : read;
    },
  };
}

/** Collects the steps of a sheet in the order they are reckoned. */
export class Sheet {
  readonly #steps: SheetStep[] = [];
  readonly #notes: string[] = [];
  #provisional = false;

  /** Writes a step down and gives its value back, so that the arithmetic and the sheet cannot differ. */
  step<V extends Shown['value']>(label: string, value: V, unit: Shown['unit'], how: { readonly reckoned?: string; readonly basis?: Citation } = {}): V {
    this.#steps.push({ label, value, unit, ...how });
    return value;
  }

  note(says: string): void {
    this.#notes.push(says);
  }

  /** The count touches a year whose working days nobody has published. */
  markProvisional(): void {
    this.#provisional = true;
  }

  /** A day that was counted, with the trace of the count. */
  day(label: string, counted: { readonly due: CivilDate; readonly provisional: boolean; readonly trace: readonly string[] }, basis?: Citation): CivilDate {
    if (counted.provisional) this.#provisional = true;
    return this.step(label, counted.due, 'date', { reckoned: counted.trace.join('；'), ...(basis === undefined ? {} : { basis }) });
  }

  /** The steps so far, for a finding that shows how it came about. */
  get steps(): readonly SheetStep[] {
    return this.#steps;
  }

  done(...results: readonly [Shown, ...Shown[]]): Reckoned {
    const [first, ...rest] = this.#steps;
    if (first === undefined) throw new RangeError('a sheet without a step');
    return { answer: 'reckoned', results, steps: [first, ...rest], notes: this.#notes, provisional: this.#provisional };
  }
}
