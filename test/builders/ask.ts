import { expect } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import { wordsOf } from '#law/citation.ts';
import type { Profile } from '#law/profile.ts';
import { prepareRule } from '#law/prepare.ts';
import type { Answer, Finding, Rule } from '#law/rule.ts';
import { gaotang } from '#profiles/index.ts';
import { isByChance } from './by-chance.ts';
import { inFull } from './in-full.ts';
import { oneDiffers } from './one-differs.ts';

/** Asks a rule about one row on a day at a place; a place that cannot answer says so as the answer. The whole answer is kept. */
export function ask<Facts>(rule: Rule<Facts>, facts: Facts, on: string, place: Profile = gaotang): Answer {
  const answer = answerOf(rule, facts, on, place);
  if (!isByChance()) expect(inFull(answer)).toMatchSnapshot();
  return answer;
}

function answerOf<Facts>(rule: Rule<Facts>, facts: Facts, on: string, place: Profile): Answer {
  const prepared = prepareRule(rule, { on: civilDate(on), calendar: nationalCalendar }, place);
  if (prepared.kind === 'off') return { answer: 'none' };
  if (prepared.kind === 'cannot-determine') return { answer: 'cannot-determine', missing: prepared.missing };
  return prepared.decide(facts);
}

/** What a row of a table expects: a level, or one of the other three answers. */
export type Expected = 0 | 1 | 2 | 3 | 4 | 'none' | 'cannot-determine' | 'needs-person';

export interface Case<Facts> {
  readonly why: string;
  readonly facts: Facts;
  readonly on: string;
  readonly expected: Expected;
  readonly place?: Profile;
}

/** Holds one case: the answer, whole, and of every finding that its words are fit to be read and its articles held. */
export function hold<Facts extends object>(rule: Rule<Facts>, { facts, on, expected, place = gaotang }: Case<Facts>): void {
  const answer = answerOf(rule, facts, on, place);
  expect(answer.answer === 'finding' ? answer.level : answer.answer).toBe(expected);
  expect(`${inFull(answer)}\n\n${oneDiffers(rule.facts.fields, facts, on, (other, day) => answerOf(rule, other, day, place))}`).toMatchSnapshot();
  if (answer.answer !== 'finding') return;
  expect(answer.says).toMatch(/^[^\s].*[^。！]$/u);
  expect(answer.says + answer.clears).not.toMatch(/undefined|null|NaN|请|您|系统/u);
  expect(answer.dueOn <= on || rule.evidence !== 'VF').toBe(true);
  for (const citation of rule.basis) expect(wordsOf(citation).article).toMatch(/^第.+条/u);
}

/** Asks and insists on a finding, to look at its words and figures. */
export function findingOf<Facts>(rule: Rule<Facts>, facts: Facts, on: string, place?: Profile): Finding {
  const answer = ask(rule, facts, on, place);
  if (answer.answer !== 'finding') throw new Error(`${rule.code} answered ${answer.answer}`);
  return answer;
}
