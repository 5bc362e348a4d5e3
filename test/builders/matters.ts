import fc from 'fast-check';
import { expect } from 'vitest';
import { type CivilDate, civilDate } from '#kernel/civil-date.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import type { ParameterValues } from '#law/parameters/index.ts';
import { parametersFor, type RulePlace } from '#law/prepare.ts';
import type { Answer, AskableRule, Finding, Level } from '#law/rule.ts';
import type { Calculator, Reckoned, Reckoning } from '#law/sheet.ts';
import { national } from '#profiles/index.ts';
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

/** True inside a property: of thousands of chance questions none is kept. */
let isByChance = false;
fc.configureGlobal({
  beforeEach: () => {
    isByChance = true;
  },
  afterEach: () => {
    isByChance = false;
  },
});

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
  expect(
    `${inFull(answer)}\n\n${oneDiffers(rule.facts.fields, facts, on ?? USUAL_DAY, (other, day) => askOrFault(rule, other, day, place))}`,
  ).toMatchSnapshot();
}

/** As `askMatter`; facts that cannot be read are answered with what is wrong with them. */
function askOrFault(rule: AskableRule, facts: unknown, on: string, place?: RulePlace): Answer | string {
  const day = civilDate(on);
  const bound = valuesOf(rule, place ?? national, day);
  if ('missing' in bound) return { answer: 'cannot-determine', missing: bound.missing };
  const asked = rule.ask({ on: day, calendar: nationalCalendar, place: place ?? national }, bound.params, facts);
  return asked.ok ? asked.answer : `读不出：${asked.faults.map(({ fact, says }) => `${fact}：${says}`).join('；')}`;
}

/** The finding itself; fails when there is none. */
export function matterFinding(rule: AskableRule, facts: unknown, on?: string, place?: RulePlace): Finding {
  const answer = askMatter(rule, facts, on, place);
  if (answer.answer !== 'finding') throw new Error(`expected a finding, got ${JSON.stringify(answer)}`);
  return answer;
}

/** Asks a calculator, and keeps its whole sheet and what changes when one fact differs. */
export function reckon(calculator: Calculator, facts: object, on = USUAL_DAY, place: RulePlace = national): Reckoning {
  const answer = askCalculator(calculator, facts, on, place);
  if (typeof answer === 'string') throw new Error(answer);
  if (isByChance) return answer;
  const differs = oneDiffers(calculator.facts.fields, facts, on, (other, day) => {
    const asked = askCalculator(calculator, other, day, place);
    return typeof asked === 'string' ? `读不出：${asked}` : asked;
  });
  expect(`${inFull(answer)}\n\n${differs}`).toMatchSnapshot();
  return answer;
}

/** The answer, or what is wrong with the facts. */
function askCalculator(calculator: Calculator, facts: object, on: string, place: RulePlace): Reckoning | string {
  const day = civilDate(on);
  const bound = valuesOf(calculator, place, day);
  if ('missing' in bound) return { answer: 'cannot-determine', missing: bound.missing };
  const asked = calculator.ask({ on: day, calendar: nationalCalendar, place }, bound.params, facts);
  return asked.ok ? asked.answer : asked.faults.map(({ fact, says }) => `${fact}：${says}`).join('；');
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
