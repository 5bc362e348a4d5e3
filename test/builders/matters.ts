import { expect } from 'vitest';
import { type CivilDate, civilDate } from '#kernel/civil-date.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import type { FactFault } from '#law/facts.ts';
import type { ParameterValues } from '#law/parameters/index.ts';
import { parametersFor, type RulePlace } from '#law/prepare.ts';
import type { Answer, AskableRule, Finding, Level } from '#law/rule.ts';
import type { Calculator, Reckoned, Reckoning } from '#law/sheet.ts';
import { national } from '#profiles/index.ts';
import { isByChance } from './by-chance.ts';
import { inFull } from './in-full.ts';
import { oneDiffers } from './one-differs.ts';

/** One row of a table of cases: facts as they come from outside, and what the rule must answer. */
export interface MatterCase {
  readonly why: string;
  readonly facts: object;
  /** The day the rule is asked; 2026-11-22 when it does not matter. */
  readonly on?: string;
  readonly place?: RulePlace;
  readonly expected: Level | Answer['answer'];
}

const USUAL_DAY = '2026-11-22';

/** Asks a rule as a command would: facts are read by the rule's own form, parameters come from the place. The whole answer is kept. */
export function askMatter(rule: AskableRule, facts: object, on = USUAL_DAY, place: RulePlace = national): Answer {
  const answer = answerOf(rule, facts, on, place);
  if (!isByChance()) expect(inFull(answer)).toMatchSnapshot();
  return answer;
}

function answerOf(rule: AskableRule, facts: object, on: string, place: RulePlace): Answer {
  const asked = askOrFault(rule, facts, on, place);
  if (typeof asked === 'string') throw new Error(asked);
  return asked;
}

/** Holds a rule against one case, and keeps its whole answer: a level stands for a finding of it. */
export function holdMatter(rule: AskableRule, { facts, on = USUAL_DAY, place = national, expected }: MatterCase): void {
  const answer = answerOf(rule, facts, on, place);
  expect(answer.answer === 'finding' ? answer.level : answer.answer).toBe(expected);
  const differs = oneDiffers(rule.facts.fields, facts, on, (other, day) => askOrFault(rule, other, day, place));
  expect(`${inFull(answer)}\n\n${differs}`).toMatchSnapshot();
}

/** The answer, or what is wrong with the facts. */
function askOrFault(rule: AskableRule, facts: object, on: string, place: RulePlace): Answer | string {
  const day = civilDate(on);
  const bound = valuesOf(rule, place, day);
  if ('missing' in bound) return { answer: 'cannot-determine', missing: bound.missing };
  const asked = rule.ask({ on: day, calendar: nationalCalendar, place }, bound.params, facts);
  return asked.ok ? asked.answer : readAs(asked.faults);
}

function readAs(faults: readonly FactFault[]): string {
  return `读不出：${faults.map(({ fact, says }) => `${fact}：${says}`).join('；')}`;
}

/** The finding itself; fails when there is none. */
export function matterFinding(rule: AskableRule, facts: object, on?: string, place?: RulePlace): Finding {
  const answer = askMatter(rule, facts, on, place);
  if (answer.answer !== 'finding') throw new Error(`expected a finding, got ${JSON.stringify(answer)}`);
  return answer;
}

/** Asks a calculator, and keeps its whole sheet and what changes when one fact differs. */
export function reckon(calculator: Calculator, facts: object, on = USUAL_DAY, place: RulePlace = national): Reckoning {
  const answer = askCalculator(calculator, facts, on, place);
  if (typeof answer === 'string') throw new Error(answer);
  if (isByChance()) return answer;
  const differs = oneDiffers(calculator.facts.fields, facts, on, (other, day) => askCalculator(calculator, other, day, place));
  expect(`${inFull(answer)}\n\n${differs}`).toMatchSnapshot();
  return answer;
}

/** The answer, or what is wrong with the facts. */
function askCalculator(calculator: Calculator, facts: object, on: string, place: RulePlace): Reckoning | string {
  const day = civilDate(on);
  const bound = valuesOf(calculator, place, day);
  if ('missing' in bound) return { answer: 'cannot-determine', missing: bound.missing };
  const asked = calculator.ask({ on: day, calendar: nationalCalendar, place }, bound.params, facts);
  return asked.ok ? asked.answer : readAs(asked.faults);
}

/** The results of a calculator by label; fails when it cannot reckon. */
export function reckoned(
  calculator: Calculator,
  facts: object,
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
