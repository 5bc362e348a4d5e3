import { expect } from 'vitest';
import { type CivilDate, civilDate } from '#kernel/civil-date.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import type { ParameterValues } from '#law/parameters/index.ts';
import { parametersFor, type RulePlace } from '#law/prepare.ts';
import type { Answer, AskableRule, Finding, Level } from '#law/rule.ts';
import type { Calculator, Reckoned, Reckoning } from '#law/sheet.ts';
import { national } from '#profiles/index.ts';
import { inFull } from './in-full.ts';

/** One row of a table of cases: facts as they come from outside, and what the rule must answer. */
export interface MatterCase {
  readonly why: string;
  readonly facts: unknown;
  /** The day the rule is asked; 2026-11-22 when it does not matter. */
  readonly on?: string;
  readonly place?: RulePlace;
  readonly expected: Level | Answer['answer'];
}

const USUAL_DAY = '2026-11-22';

/** Asks a rule as a command would: facts are read by the rule's own form, parameters come from the place. */
export function askMatter(rule: AskableRule, facts: unknown, on = USUAL_DAY, place: RulePlace = national): Answer {
  const day = civilDate(on);
  const bound = valuesOf(rule, place, day);
  if ('missing' in bound) return { answer: 'cannot-determine', missing: bound.missing };
  const asked = rule.ask({ on: day, calendar: nationalCalendar, place }, bound.params, facts);
  if (!asked.ok) throw new Error(asked.faults.map(({ fact, says }) => `${fact}：${says}`).join('；'));
  return asked.answer;
}

/** Holds a rule against one case, and keeps its whole answer: a level stands for a finding of it. */
export function holdMatter(rule: AskableRule, { facts, on, place, expected }: MatterCase): void {
  const answer = askMatter(rule, facts, on, place);
  expect(answer.answer === 'finding' ? answer.level : answer.answer).toBe(expected);
  if (answer.answer !== 'none') expect(inFull(answer)).toMatchSnapshot();
}

/** The finding itself; fails when there is none. */
export function matterFinding(rule: AskableRule, facts: unknown, on?: string, place?: RulePlace): Finding {
  const answer = askMatter(rule, facts, on, place);
  if (answer.answer !== 'finding') throw new Error(`expected a finding, got ${JSON.stringify(answer)}`);
  return answer;
}

/** Asks a calculator. */
export function reckon(calculator: Calculator, facts: unknown, on = USUAL_DAY, place: RulePlace = national): Reckoning {
  const day = civilDate(on);
  const bound = valuesOf(calculator, place, day);
  if ('missing' in bound) return { answer: 'cannot-determine', missing: bound.missing };
  const asked = calculator.ask({ on: day, calendar: nationalCalendar, place }, bound.params, facts);
  if (!asked.ok) throw new Error(asked.faults.map(({ fact, says }) => `${fact}：${says}`).join('；'));
  return asked.answer;
}

/** The results of a calculator by label; fails when it cannot reckon. */
export function reckoned(
  calculator: Calculator,
  facts: unknown,
  on?: string,
  place?: RulePlace,
): Reckoned & { readonly byLabel: Readonly<Record<string, unknown>> } {
  const answer = reckon(calculator, facts, on, place);
  if (answer.answer !== 'reckoned') throw new Error(`expected a result, got ${JSON.stringify(answer)}`);
  return { ...answer, byLabel: Object.fromEntries(answer.results.map(({ label, value }) => [label, value])) };
}

function valuesOf(
  of: Pick<AskableRule, 'needs'>,
  place: RulePlace,
  on: CivilDate,
): { readonly params: ParameterValues } | { readonly missing: readonly string[] } {
  return parametersFor(of.needs, place, on);
}
