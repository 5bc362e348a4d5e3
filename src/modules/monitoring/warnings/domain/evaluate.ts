import type { CivilMonth } from '#kernel/civil-date.ts';
import type { Answer, Feed, Finding, Rule } from '#law/rule.ts';
import type { FeedFacts, ProjectFacts, ProjectMonthFacts, WorkerMonthFacts } from '#modules/prevention/facts/domain/index.ts';

/** A legal number as it was when a rule used it, so that a finding can be explained and replayed years later. */
export interface ParameterUsed {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly basis: string;
}

/** A rule made ready for one day and place. */
export interface PreparedRule<Facts> {
  readonly rule: Rule<Facts>;
  readonly decide: (facts: Facts) => Answer;
  readonly parameters: readonly ParameterUsed[];
}

/** The catalogue made ready for one day and place, by what it reads. */
export interface Prepared {
  readonly projects: readonly PreparedRule<ProjectFacts>[];
  readonly months: readonly PreparedRule<ProjectMonthFacts>[];
  readonly workers: readonly PreparedRule<WorkerMonthFacts>[];
  readonly feeds: readonly PreparedRule<FeedFacts>[];
  /** Rules that wait for a local number: said once for the place, and their warnings stay as they are. */
  readonly undetermined: readonly { readonly rule: AnyRule; readonly missing: readonly string[] }[];
}

/** The facts of some projects, complete for each of them. */
export interface Facts {
  readonly projects: readonly ProjectFacts[];
  readonly months: readonly ProjectMonthFacts[];
  readonly workers?: readonly WorkerMonthFacts[];
  readonly feeds: readonly FeedFacts[];
}

/** The parts of a rule that do not depend on what it reads. */
export type AnyRule = Pick<
  Rule<never>,
  'code' | 'version' | 'title' | 'subject' | 'isAboutData' | 'feeds' | 'warns' | 'basis' | 'evidence' | 'needsLegalReview' | 'interpretation' | 'consequences'
>;

/** One answer that is not "nothing", with what it speaks about. */
export interface Outcome {
  readonly rule: AnyRule;
  readonly parameters: readonly ParameterUsed[];
  readonly projectId: string;
  /** Stable within rule and project: '', `2026-09`, `flows`, `app:gate-7`, `2026-09:812`. */
  readonly subjectKey: string;
  readonly month: CivilMonth | null;
  readonly facts: ProjectFacts | ProjectMonthFacts | WorkerMonthFacts | FeedFacts;
  readonly answer: Exclude<Answer, { readonly answer: 'none' }>;
}

export interface Evaluation {
  readonly outcomes: readonly Outcome[];
  /** Feeds that no longer speak, by project, as bits of `feedBit`: what leans on them was not asked. */
  readonly stale: ReadonlyMap<string, number>;
}

const FEED_BITS: Readonly<Record<Feed, number>> = { ledger: 1, roster: 2, attendance: 4, payroll: 8, flows: 16 };

/** The feeds a rule leans on, to be held against `Evaluation.stale`. */
export function feedBits(feeds: readonly Feed[]): number {
  return feeds.reduce((bits, feed) => bits | FEED_BITS[feed], 0);
}

/**
 * Asks every rule about every fact it reads. The feeds come first: where one has stopped, the rules that lean on it are not
 * asked, because a verdict on old data would be false. Pure; the loops run rule by rule so that each stays hot.
 */
export function evaluate(prepared: Prepared, facts: Facts): Evaluation {
  const outcomes: Outcome[] = [];
  const stale = new Map<string, number>();
  ask(prepared.feeds, facts.feeds, stale, outcomes, (row) => (row.appid === null ? row.feed : `app:${row.appid}`));
  for (const { answer, projectId, subjectKey } of outcomes) {
    if (answer.answer !== 'finding' || !isFeed(subjectKey)) continue;
    stale.set(projectId, (stale.get(projectId) ?? 0) | FEED_BITS[subjectKey]);
  }
  ask(prepared.projects, facts.projects, stale, outcomes, () => '');
  ask(prepared.months, facts.months, stale, outcomes, (row) => row.month);
  ask(prepared.workers, facts.workers ?? [], stale, outcomes, (row) => `${row.month}:${row.personId}`);
  return { outcomes, stale };
}

function isFeed(key: string): key is Feed {
  return Object.hasOwn(FEED_BITS, key);
}

/** Rows that all rules look at before the next ones are fetched. */
const BLOCK = 64;

function ask<Row extends Outcome['facts']>(
  rules: readonly PreparedRule<Row>[],
  rows: readonly Row[],
  stale: ReadonlyMap<string, number>,
  into: Outcome[],
  keyOf: (row: Row) => string,
): void {
  if (rules.length === 0 || rows.length === 0) return;
  const staleBits = stale.size === 0 ? null : Uint8Array.from(rows, (row) => stale.get(row.projectId) ?? 0);
  const needed = rules.map(({ rule }) => (staleBits === null ? 0 : feedBits(rule.feeds)));
  // A block of rows stays in the nearest cache while all rules look at it: three times as quick as rule by rule over all rows.
  for (let from = 0; from < rows.length; from += BLOCK) {
    const until = Math.min(from + BLOCK, rows.length);
    for (const [at, { rule, decide, parameters }] of rules.entries()) {
      for (let place = from; place < until; place += 1) {
        const row = rows[place];
        if (row === undefined || ((staleBits?.[place] ?? 0) & (needed[at] ?? 0)) !== 0) continue;
        const answer = decide(row);
        if (answer.answer === 'none') continue;
        into.push({ rule, parameters, projectId: row.projectId, subjectKey: keyOf(row), month: 'month' in row ? row.month : null, facts: row, answer });
      }
    }
  }
}

/** A warning about the data itself, not about wages. */
export function isDataRule(rule: Pick<AnyRule, 'subject' | 'isAboutData'>): boolean {
  return rule.subject === 'feed' || rule.isAboutData === true;
}

export function isFinding<One extends Outcome>(outcome: One): outcome is One & { readonly answer: Finding } {
  return outcome.answer.answer === 'finding';
}
