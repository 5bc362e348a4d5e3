import type { CivilDate } from '#kernel/civil-date.ts';
import type { CivilMoment } from '#kernel/civil-moment.ts';
import type { CannotDetermine } from './answer.ts';
import type { Period, Roll, WorkingCalendar } from './calendars/index.ts';
import type { Citation } from './citation.ts';
import type { Evidence } from './evidence.ts';
import type { Asked, FactForm, OpenForm, Shape } from './facts.ts';
import type { ParameterId, PlaceParameters } from './parameters/index.ts';
import type { Party } from './parties.ts';

/** 期限: working days, natural days, calendar months or hours: four things that never mix. */
export type LegalPeriod = Period | { readonly unit: 'hours'; readonly n: number };

/**
 * A period written down, or one that is a parameter of the law or the place (its unit must be a period's). A last day that is a rest
 * day moves forward; `roll: 'none'` for a term that simply runs out (列入期限), where the next working day would prolong a sanction.
 */
export type PeriodRef = LegalPeriod | { readonly parameter: ParameterId; readonly roll?: Roll };

/** How long a step may take. */
export interface StepLimit {
  readonly period: PeriodRef;
  /** From entering the state the step leaves, or from the last time one of these steps took effect. */
  readonly from: 'state' | readonly string[];
  /**
   * `hard`: after it the step is refused (a right has lapsed). `soft`: late, but still owed. `not-before`: the step must wait for its end
   * (「催告书送达十日后」). `notice`: so much notice goes before the step, which may come on the last day itself (「举行听证的七日前」).
   */
  readonly kind: 'hard' | 'soft' | 'not-before' | 'notice';
  /** Chinese: what follows when it is missed. */
  readonly missed?: string;
}

/** Why a step cannot be taken now. */
export interface StepRefusal {
  readonly code:
    | 'no-such-step'
    | 'not-from-here'
    | 'not-yours'
    | 'lapsed'
    | 'too-early'
    | 'before-last-step'
    | 'recorded-before-happened'
    | 'facts'
    | 'condition'
    | 'cannot-determine';
  /** Chinese: the fact, the basis where there is one, and what to do. */
  readonly says: string;
  readonly basis?: Citation;
}

/** What a guard knows beside its facts. */
export interface StepContext {
  readonly happened: CivilMoment;
  readonly history: readonly Taken[];
  readonly calendar: WorkingCalendar;
  /** Whose numbers a guard reads, by `valueOn`: a legal number is no constant in a guard either. */
  readonly place: PlaceParameters;
}

/** One step of a procedure. */
export interface Step<State extends string = string> {
  readonly code: string;
  readonly title: string;
  /** Empty for a step that begins the matter. */
  readonly from: readonly State[];
  /** `same` for a step that leaves the state as it is (an extension, a suspension, a notice). */
  readonly to: State | 'same';
  readonly by: readonly Party[];
  readonly basis: readonly [Citation, ...Citation[]];
  readonly evidence: Evidence;
  readonly interpretation?: string;
  readonly within?: StepLimit;
  /** Prolongs the limit of these steps by a period, once; must itself be taken before that limit ends. */
  readonly extends?: { readonly steps: readonly string[]; readonly by: PeriodRef };
  /** Stops the clocks, or lets them go on: 中止、恢复. */
  readonly clock?: 'stops' | 'goes-on';
  /** The day from which the step has effect when it is not the day it happened, e.g. 公告送达 30 days later. */
  readonly effectiveOn?: (facts: unknown, happened: CivilMoment, calendar: WorkingCalendar) => CivilDate | null;
  readonly facts?: FactForm<unknown>;
  /** Reads the facts and says why the step is refused; null when nothing stands against it. */
  readonly guard?: (input: unknown, context: StepContext) => Asked<StepRefusal | CannotDetermine | null>;
  /** 文书 the step produces, by name. */
  readonly produces: readonly string[];
}

/** 办理流程: what a matter may go through. */
export interface Procedure<State extends string = string> {
  readonly code: string;
  readonly title: string;
  /** Chinese names; `ends` where nothing more is to be done. */
  readonly states: Readonly<Record<State, { readonly name: string; readonly ends?: true }>>;
  readonly steps: readonly Step<State>[];
}

/** A step that was taken. The day it happened and the day somebody wrote it down are two things; clocks run from the first. */
export interface Taken {
  readonly step: string;
  readonly by: Party;
  readonly happened: CivilMoment;
  readonly recorded: CivilMoment;
  readonly facts: unknown;
}

/** Declares a procedure: states are checked by the compiler in every step. */
export function procedure<const States extends Readonly<Record<string, { readonly name: string; readonly ends?: true }>>>(declared: {
  readonly code: string;
  readonly title: string;
  readonly states: States;
  readonly steps: readonly Step<keyof States & string>[];
}): Procedure<keyof States & string> {
  return declared;
}

/** Adds to a step the facts it asks for and what it refuses; the facts are read by their form before the refusals see them. */
export function guarded<F>(
  form: FactForm<F>,
  refuses: (facts: F, context: StepContext) => StepRefusal | CannotDetermine | null,
): Pick<Step, 'facts' | 'guard'> & {
  readonly facts: FactForm<unknown>;
} {
  return {
    facts: form,
    guard: (input, context) => {
      const read = form.read(input);
      return read.ok ? { ok: true, answer: refuses(read.facts, context) } : read;
    },
  };
}

/** Adds to a step facts that must all be stated, and nothing else that could stand against it. */
export function stated<S extends Shape>(form: OpenForm<S>): Pick<Step, 'facts' | 'guard'> & { readonly facts: FactForm<unknown> } {
  return guarded(form, (given) => {
    const known = form.certain(given, ...form.fields.map(({ name }) => name));
    return known.ok ? null : known.answer;
  });
}

/** Adds to a step one yes-or-no fact on which it hangs: with the other answer it is refused, in these words. */
export function onlyIf<S extends Shape, K extends keyof S & string>(
  form: OpenForm<S>,
  name: K,
  expected: boolean,
  otherwise: string,
  basis?: Citation,
): Pick<Step, 'facts' | 'guard'> {
  return guarded(form, (given) => {
    const known = form.certain(given, ...form.fields.map((field) => field.name));
    if (!known.ok) return known.answer;
    const stands: unknown = given[name];
    return stands === expected ? null : unmet(otherwise, basis);
  });
}

/** Refuses a step because a condition of the law is not met. */
export function unmet(says: string, basis?: Citation): StepRefusal {
  return { code: 'condition', says, ...(basis === undefined ? {} : { basis }) };
}
