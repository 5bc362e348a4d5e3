import type { CivilDate } from '#kernel/civil-date.ts';
import type { SheetStep, Shown } from '#law/answer.ts';
import type { WorkingCalendar } from '#law/calendars/index.ts';
import { type Citation, inShort, wordsOf } from '#law/citation.ts';
import type { Consequence } from '#law/consequence.ts';
import type { FactFault } from '#law/facts.ts';
import { PARAMETERS, type ParameterId, valueOn } from '#law/parameters/index.ts';
import { PARTIES } from '#law/parties.ts';
import { parametersFor } from '#law/prepare.ts';
import { gradeAt, type Profile } from '#law/profile.ts';
import type { Answer, AskableRule, Finding, FindingValue } from '#law/rule.ts';
import type { Calculator, Reckoning } from '#law/sheet.ts';
import type { CalculatorAnswer, LawArticle, LawConsequence, LawParameter, LawStep, LawValue, RuleAnswer } from './wire.ts';

/** Where and when the law is asked. */
export interface Asking {
  readonly on: CivilDate;
  readonly profile: Profile;
  readonly calendar: WorkingCalendar;
}

type Told<T> = { readonly ok: true; readonly told: T } | { readonly ok: false; readonly faults: readonly FactFault[] };

/** Asks a rule with facts from outside and tells the answer with its derivation; what is wrong with the facts comes back as values. */
export function tellRule(rule: AskableRule, { on, profile, calendar }: Asking, input: unknown): Told<RuleAnswer> {
  const unused = profile.unused[rule.code];
  const bound = parametersFor(rule.needs, profile, on);
  if (unused !== undefined) return { ok: true, told: answerOf(rule, on, profile, { answer: 'unused', why: unused }) };
  if ('missing' in bound) {
    // Wrong facts are named even where the place has no number: whoever mends one mends both.
    const read = rule.facts.read(input);
    return read.ok ? { ok: true, told: answerOf(rule, on, profile, { answer: 'cannot-determine', missing: bound.missing }) } : read;
  }
  const asked = rule.ask({ on, calendar, place: profile }, bound.params, input);
  return asked.ok ? { ok: true, told: answerOf(rule, on, profile, asked.answer) } : asked;
}

/** Asks a calculator and tells the sheet. */
export function tellCalculator(calculator: Calculator, { on, profile, calendar }: Asking, input: unknown): Told<CalculatorAnswer> {
  const bound = parametersFor(calculator.needs, profile, on);
  if ('missing' in bound) {
    const read = calculator.facts.read(input);
    return read.ok ? { ok: true, told: reckoningOf(calculator, on, profile, { answer: 'cannot-determine', missing: bound.missing }) } : read;
  }
  const asked = calculator.ask({ on, calendar, place: profile }, bound.params, input);
  return asked.ok ? { ok: true, told: reckoningOf(calculator, on, profile, asked.answer) } : asked;
}

function answerOf(rule: AskableRule, on: CivilDate, profile: Profile, answer: Answer | { readonly answer: 'unused'; readonly why: string }): RuleAnswer {
  const finding = answer.answer === 'finding' ? answer : null;
  return {
    code: rule.code,
    title: rule.title,
    version: rule.version,
    on,
    place: profile.name,
    answer: answer.answer,
    says: saysOf(answer),
    finding: finding === null ? null : findingOf(finding, profile),
    missing: answer.answer === 'cannot-determine' ? answer.missing : [],
    question: answer.answer === 'needs-person' ? answer.question : null,
    consequences: finding === null ? [] : (finding.consequences ?? rule.consequences ?? []).map(consequenceWire),
    derivation: (finding?.steps ?? []).map(stepWire),
    parameters: parametersAt([...rule.needs, ...(rule.looksUp ?? [])], profile, on),
    articles: rule.basis.map(articleWire),
    evidence: rule.evidence,
    needsLegalReview: rule.needsLegalReview === true,
    interpretation: rule.interpretation ?? null,
  };
}

function saysOf(answer: Answer | { readonly answer: 'unused'; readonly why: string }): string {
  switch (answer.answer) {
    case 'finding':
      return answer.says;
    case 'none':
      return '按填入的事实，没有发现问题。';
    case 'cannot-determine':
      return `不能判断，缺少：${answer.missing.join('、')}。`;
    case 'needs-person':
      return `要由人判断：${answer.question}`;
    case 'unused':
      return `本地不用这条规则：${answer.why}`;
  }
}

function findingOf(finding: Finding, profile: Profile): NonNullable<RuleAnswer['finding']> {
  const level = gradeAt(profile, finding.level);
  return {
    level,
    levelName: profile.levels[level].name,
    amountFen: String(finding.amountFen),
    people: finding.people,
    dueOn: finding.dueOn,
    provisional: finding.provisional,
    duty: PARTIES[finding.duty],
    owedTo: finding.owedTo === undefined ? null : PARTIES[finding.owedTo],
    clears: finding.clears,
    values: finding.values.map(valueWire),
  };
}

function reckoningOf(calculator: Calculator, on: CivilDate, profile: Profile, answer: Reckoning): CalculatorAnswer {
  const reckoned = answer.answer === 'reckoned' ? answer : null;
  return {
    code: calculator.code,
    title: calculator.title,
    on,
    place: profile.name,
    answer: answer.answer,
    results: (reckoned?.results ?? []).map(valueWire),
    steps: (reckoned?.steps ?? []).map(stepWire),
    notes: reckoned?.notes ?? [],
    provisional: reckoned?.provisional ?? false,
    missing: answer.answer === 'cannot-determine' ? answer.missing : [],
    question: answer.answer === 'needs-person' ? answer.question : null,
    parameters: parametersAt([...calculator.needs, ...(calculator.looksUp ?? [])], profile, on),
    articles: calculator.basis.map(articleWire),
  };
}

/** The parameters a rule reads, as they stand at a place on a day; what nobody has set has no value and says so. */
export function parametersAt(needs: readonly ParameterId[], profile: Profile, on: CivilDate): LawParameter[] {
  return needs.map((id) => {
    const answer = valueOn(id, profile, on);
    if (!answer.ok) return { id, name: PARAMETERS[id].means, value: null, basis: answer.missing, setBy: null, evidence: null };
    const { means, words, basis, setBy, evidence } = answer.inForce;
    return { id, name: means, value: words, basis, setBy, evidence };
  });
}

export function articleWire(citation: Citation): LawArticle {
  const { instrument, fullTitle, article, text, gist, evidence } = wordsOf(citation);
  return { instrument, fullTitle, article, text, gist, evidence };
}

export function consequenceWire({ says, before, basis }: Consequence): LawConsequence {
  return { says, before, basis: basis.map(inShort).join('、') };
}

function stepWire({ label, value, unit, reckoned, basis }: SheetStep): LawStep {
  return { label, value: String(value), unit, reckoned: reckoned ?? null, basis: basis === undefined ? null : inShort(basis) };
}

function valueWire({ label, value, unit, ...more }: Shown & Pick<FindingValue, 'threshold'>): LawValue {
  return { label, value: String(value), unit, threshold: more.threshold === undefined ? null : String(more.threshold) };
}
