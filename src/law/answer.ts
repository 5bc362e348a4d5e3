import type { CivilDate } from '#kernel/civil-date.ts';
import { type Fen, NO_MONEY } from '#kernel/fen.ts';
import type { Citation } from './citation.ts';
import type { Consequence } from './consequence.ts';
import type { Party } from './parties.ts';

/** 提示 0 · 蓝 1 · 黄 2 · 橙 3 · 红 4. What the levels are called and coloured is a matter of the profile. */
export type Level = 0 | 1 | 2 | 3 | 4;

/** A value with its name and unit, as a reader sees it. */
export interface Shown {
  /** Chinese label: 「应发工资」. */
  readonly label: string;
  readonly value: bigint | number | string;
  readonly unit: 'fen' | 'people' | 'days' | 'working-days' | 'months' | 'hours' | 'basis-points' | 'date' | 'moment' | 'month' | 'text' | 'count';
}

/** 计算书的一步: what is taken or reckoned, how, and by which article. */
export interface SheetStep extends Shown {
  /** The arithmetic with its numbers: 「6,000 元 ÷ 21.75 天」. Absent for a value that is taken over. */
  readonly reckoned?: string;
  readonly basis?: Citation;
}

/** One value behind a finding, shown to the reader beside its threshold. */
export interface FindingValue extends Shown {
  /** The threshold it was held against, in the same unit. */
  readonly threshold?: bigint | number | string;
}

/** Which rows made the rule fire; the server turns it into a query and the page into links. */
export type RowsBehind =
  | { readonly kind: 'project' }
  | { readonly kind: 'roster'; readonly personId?: string }
  | { readonly kind: 'attendance'; readonly personId?: string }
  | { readonly kind: 'devices' }
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
  /** Who must act first. */
  readonly duty: Party;
  /** To whom, when the duty is owed to somebody. */
  readonly owedTo?: Party;
  /** What may follow, each with the step that must come before it; a rule's standing ones are on the rule. */
  readonly consequences?: readonly Consequence[];
  /** How the amount or the day came about, step by step. */
  readonly steps?: readonly SheetStep[];
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
