import type { CivilDate } from '#kernel/civil-date.ts';
import { type Fen, NO_MONEY } from '#kernel/fen.ts';
import type { Citation } from '#law/citation.ts';
import type { ParameterId, ParameterValues } from '#law/parameters/index.ts';
import type { Evidence } from '#law/evidence.ts';
import type { WorkingCalendar } from '#law/calendars/index.ts';

export type { Evidence } from './evidence.ts';

/** 提示 0 · 蓝 1 · 黄 2 · 橙 3 · 红 4. What the levels are called and coloured is a matter of the profile. */
export type Level = 0 | 1 | 2 | 3 | 4;

/** What a finding speaks about, and so which fact row a rule reads. */
export type Subject = 'project' | 'project-month' | 'worker-month' | 'feed';

/** Who must act first. */
export type Duty = 'project-owner' | 'general-contractor' | 'subcontractor' | 'bank' | 'wage-officer' | 'authority';

/** One value behind a finding, shown to the reader beside its threshold. */
export interface FindingValue {
  /** Chinese label: 「应发工资」. */
  readonly label: string;
  readonly value: bigint | number | string;
  readonly unit: 'fen' | 'people' | 'days' | 'working-days' | 'months' | 'basis-points' | 'date' | 'month' | 'text' | 'count';
  /** The threshold it was held against, in the same unit. */
  readonly threshold?: bigint | number | string;
}

/** Which rows made the rule fire; the server turns it into a query and the page into links. */
export type RowsBehind =
  | { readonly kind: 'project' }
  | { readonly kind: 'roster'; readonly personId?: string }
  | { readonly kind: 'attendance'; readonly personId?: string }
  | { readonly kind: 'payroll'; readonly personId?: string }
  | { readonly kind: 'flows'; readonly which: 'in' | 'out' | 'wages' | 'refunds' | 'other-out' | 'all'; readonly personId?: string }
  | {
      readonly kind: 'workers';
      readonly which:
        | 'unpaid'
        | 'short'
        | 'absent-but-paid'
        | 'present-not-on-payroll'
        | 'off-roster'
        | 'no-contract'
        | 'unsigned'
        | 'shared-card'
        | 'days-differ'
        | 'refunded'
        | 'below-minimum'
        | 'late'
        | 'back-flow'
        | 'all';
    };

/** What the law says is wrong. Everything in it can be explained and replayed years later. */
export interface Finding {
  readonly answer: 'finding';
  readonly level: Level;
  /** One Chinese sentence: who owes what to whom since when. No personal data. */
  readonly says: string;
  readonly values: readonly FindingValue[];
  /** Money at stake; 0 when the finding is not about money. */
  readonly amountFen: Fen;
  /** Workers touched; 0 when unknown. */
  readonly people: number;
  /** The day the duty fell due (already rolled by the working-day calendar). */
  readonly dueOn: CivilDate;
  /** True when `dueOn` leaves the published working-day calendars. */
  readonly provisional: boolean;
  readonly duty: Duty;
  /** What the data must show for the warning to clear by itself. */
  readonly clears: string;
  readonly rows: readonly RowsBehind[];
}

export interface Nothing {
  readonly answer: 'none';
}

/** A fact or a local parameter is missing: the law does not guess. */
export interface CannotDetermine {
  readonly answer: 'cannot-determine';
  /** Chinese, each naming one missing thing. */
  readonly missing: readonly string[];
}

/** Discretion stays with people; the question is put ready. */
export interface NeedsPerson {
  readonly answer: 'needs-person';
  readonly question: string;
}

export type Answer = Finding | Nothing | CannotDetermine | NeedsPerson;

export const NOTHING: Nothing = { answer: 'none' };

/** What a rule sees beside its facts: the day it is asked about, its own parameters, and the calendar. */
export interface Setting {
  readonly on: CivilDate;
  readonly calendar: WorkingCalendar;
}

/**
 * A rule of the catalogue. `prepare` is called once per day, place and sweep with the parameters in force and returns the
 * decision over one fact row: pure, without database, clock or chance. Work that does not depend on the row (the month's
 * due dates, thresholds) belongs into `prepare`, so that the decision over a healthy row costs a few comparisons.
 */
export interface Rule<Facts = never> {
  /** Catalogue code, for ever: `PAY-03`, or `W-PAY-09` where only the warning catalogue has it. */
  readonly code: string;
  /** The rows of the warning catalogue this rule carries out. */
  readonly warns: readonly string[];
  readonly version: number;
  readonly title: string;
  readonly subject: Subject;
  readonly basis: readonly [Citation, ...Citation[]];
  readonly evidence: Evidence;
  /** True for a rule whose words come from memory: shown beside every finding. */
  readonly needsLegalReview?: true;
  /** Where the law is silent and we chose: the reason. */
  readonly interpretation?: string;
  /**
   * The feeds whose silence could make the finding false; on stale ones the sweep raises a data warning instead. What only shows that
   * something did happen (somebody attended) is not listed: it stays true when the feed stops.
   */
  readonly feeds: readonly Feed[];
  /** Only these parameters are visible to the rule. */
  readonly needs: readonly ParameterId[];
  readonly prepare: (setting: Setting, params: ParameterValues) => (facts: Facts) => Answer;
}

/** The five intakes of an office. */
export type Feed = 'ledger' | 'roster' | 'attendance' | 'payroll' | 'flows';

/** A rule as written: it sees the values of exactly the parameters it names. */
export interface DeclaredRule<Facts, Needs extends readonly ParameterId[]> extends Omit<Rule<Facts>, 'needs' | 'prepare'> {
  readonly needs: Needs;
  readonly prepare: (setting: Setting, params: Pick<ParameterValues, Needs[number]>) => (facts: Facts) => Answer;
}

/** Declares a rule; exists so that the compiler shows `prepare` only the parameters in `needs`. */
export function rule<Facts, const Needs extends readonly ParameterId[]>(declared: DeclaredRule<Facts, Needs>): Rule<Facts> {
  return declared;
}

/** What a rule must say about a wrong; money, people and doubt about the calendar default to none. */
export type FindingDraft = Omit<Finding, 'answer' | 'amountFen' | 'people' | 'provisional'> & Partial<Pick<Finding, 'amountFen' | 'people' | 'provisional'>>;

/** Says what is wrong. */
export function finding(draft: FindingDraft): Finding {
  return { answer: 'finding', amountFen: NO_MONEY, people: 0, provisional: false, ...draft };
}

/** Says which fact is missing: the law does not guess. */
export function cannotDetermine(...missing: readonly string[]): CannotDetermine {
  return { answer: 'cannot-determine', missing };
}

/** Puts a question only a person may answer. */
export function needsPerson(question: string): NeedsPerson {
  return { answer: 'needs-person', question };
}
