import { inShort } from '#law/citation.ts';
import { EVIDENCE_MEANS } from '#law/evidence.ts';
import { INSTRUMENTS } from '#law/instruments/index.ts';
import { PARTIES } from '#law/parties.ts';
import { limitInWords } from '#law/procedure-diagram.ts';
import type { Procedure } from '#law/procedure.ts';
import type { AskableRule } from '#law/rule.ts';
import type { Calculator } from '#law/sheet.ts';
import { chapterOf } from './chapters.ts';
import { articlesOf, isInstrument, usedArticles } from './coverage.ts';
import { CALCULATORS, PROCEDURES } from './rulebook.ts';
import { articleWire, consequenceWire, parametersAt, type Asking } from './telling.ts';
import type {
  CalculatorPage,
  CalculatorSummary,
  Fired,
  InstrumentPage,
  InstrumentSummary,
  ProcedurePage,
  ProcedureSummary,
  RulePage,
  RuleSummary,
} from './wire.ts';

const SUBJECTS: Readonly<Record<AskableRule['subject'], string>> = {
  project: '项目',
  'project-month': '项目月',
  'worker-month': '工人月',
  feed: '数据来源',
  matter: '事项',
};

export function ruleSummary(rule: AskableRule, open: number): RuleSummary {
  return {
    code: rule.code,
    title: rule.title,
    chapter: chapterOf(rule.code),
    subject: SUBJECTS[rule.subject],
    isSwept: rule.subject !== 'matter',
    warns: 'warns' in rule && Array.isArray(rule.warns) ? rule.warns : [],
    articles: rule.basis.map(articleWire),
    evidence: rule.evidence,
    evidenceMeans: EVIDENCE_MEANS[rule.evidence],
    needsLegalReview: rule.needsLegalReview === true,
    open,
  };
}

export function rulePage(rule: AskableRule, { profile, on }: Asking, fired: Fired): RulePage {
  return {
    ...ruleSummary(rule, fired.open),
    version: rule.version,
    interpretation: rule.interpretation ?? null,
    consequences: (rule.consequences ?? []).map(consequenceWire),
    parameters: parametersAt([...rule.needs, ...(rule.looksUp ?? [])], profile, on),
    unused: profile.unused[rule.code] ?? null,
    facts: rule.facts.fields,
    fired,
    place: profile.name,
    on,
  };
}

export function calculatorSummaries(): CalculatorSummary[] {
  return CALCULATORS.map(({ code, title, about }) => ({ code, title, about }));
}

export function calculatorPage(calculator: Calculator, { profile, on }: Asking): CalculatorPage {
  return {
    code: calculator.code,
    title: calculator.title,
    about: calculator.about,
    articles: calculator.basis.map(articleWire),
    evidence: calculator.evidence,
    evidenceMeans: EVIDENCE_MEANS[calculator.evidence],
    interpretation: calculator.interpretation ?? null,
    parameters: parametersAt([...calculator.needs, ...(calculator.looksUp ?? [])], profile, on),
    facts: calculator.facts.fields,
    place: profile.name,
    on,
  };
}

export function procedureSummaries(): ProcedureSummary[] {
  return PROCEDURES.map(({ code, title, states, steps }) => ({ code, title, states: Object.keys(states).length, steps: steps.length }));
}

export function procedurePage({ code, title, states, steps }: Procedure): ProcedurePage {
  const nameOfState = (state: string) => states[state]?.name ?? state;
  return {
    code,
    title,
    states: Object.entries(states).map(([state, { name, ends }]) => ({ code: state, name, ends: ends === true })),
    steps: steps.map((step) => ({
      code: step.code,
      title: step.title,
      from: step.from.map(nameOfState),
      to: step.to === 'same' ? null : nameOfState(step.to),
      by: step.by.map((party) => PARTIES[party]),
      limit: step.within === undefined ? null : limitInWords(step),
      missed: step.within?.missed ?? null,
      produces: step.produces,
      basis: step.basis.map(inShort).join('、'),
      evidence: step.evidence,
      interpretation: step.interpretation ?? null,
    })),
  };
}

export function instrumentSummaries(): InstrumentSummary[] {
  return Object.keys(INSTRUMENTS).filter(isInstrument).map(instrumentSummary);
}

export function instrumentPage(key: string): InstrumentPage | null {
  return isInstrument(key) ? { ...instrumentSummary(key), articles: articlesOf(key) } : null;
}

function instrumentSummary(key: keyof typeof INSTRUMENTS): InstrumentSummary {
  const { title, number, inForceFrom, articles, articleCount } = INSTRUMENTS[key];
  return { key, title, number, inForceFrom, held: Object.keys(articles).length, articleCount, rules: usedArticles(key).size };
}
