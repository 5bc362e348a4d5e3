import type { FactField } from '#law/facts.ts';

/** What travels between server, command line and faces about the law. Money is a decimal string of fen. */

export interface LawArticle {
  readonly instrument: string;
  readonly fullTitle: string;
  readonly article: string;
  readonly text: string | null;
  readonly gist: string | null;
  readonly evidence: string;
}

export interface LawValue {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly threshold: string | null;
}

export interface LawStep {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  /** The arithmetic with its numbers; null for a value that is taken over. */
  readonly reckoned: string | null;
  /** 「工资条例第十二条」. */
  readonly basis: string | null;
}

export interface LawParameter {
  readonly id: string;
  readonly name: string;
  /** Null when nobody has set it. */
  readonly value: string | null;
  readonly basis: string;
  readonly setBy: string | null;
  readonly evidence: string | null;
}

export interface LawConsequence {
  readonly says: string;
  readonly before: string;
  readonly basis: string;
}

/** `GET /api/law/rules` → RuleSummary[] */
export interface RuleSummary {
  readonly code: string;
  readonly title: string;
  readonly chapter: string;
  /** 项目、项目月、数据来源、事项. */
  readonly subject: string;
  /** True when the sweep asks it about stored records; else it is asked with facts. */
  readonly isSwept: boolean;
  readonly warns: readonly string[];
  readonly articles: readonly LawArticle[];
  readonly evidence: string;
  readonly evidenceMeans: string;
  readonly needsLegalReview: boolean;
  /** Open warnings within the reader's sight. */
  readonly open: number;
}

/** `GET /api/law/rules/:code?profile=&on=` → RulePage */
export interface RulePage extends RuleSummary {
  readonly version: number;
  readonly interpretation: string | null;
  readonly consequences: readonly LawConsequence[];
  readonly parameters: readonly LawParameter[];
  /** Why the rule is not used at the place; null when it is. */
  readonly unused: string | null;
  readonly facts: readonly FactField[];
  readonly fired: Fired;
  readonly place: string;
  readonly on: string;
}

/** How often a rule fired in the last twelve months, and how its warnings ended. */
export interface Fired {
  readonly raised: number;
  readonly open: number;
  readonly closed: number;
  /** 属实: the wages were paid, or the matter was handed on. */
  readonly true: number;
  /** 数据原因. */
  readonly data: number;
  /** 误报. */
  readonly falseAlarm: number;
  readonly other: number;
  readonly months: readonly { readonly month: string; readonly raised: number }[];
}

/** `POST /api/law/rules/:code/run` {facts, on?, profile?} → RuleAnswer; 422 with the faults when the facts are not facts. */
export interface RuleAnswer {
  readonly code: string;
  readonly title: string;
  readonly version: number;
  readonly on: string;
  readonly place: string;
  readonly answer: 'finding' | 'none' | 'cannot-determine' | 'needs-person' | 'unused';
  /** In one Chinese sentence, whatever the answer. */
  readonly says: string;
  readonly finding: {
    readonly level: number;
    readonly levelName: string;
    readonly amountFen: string;
    readonly people: number;
    readonly dueOn: string;
    readonly provisional: boolean;
    readonly duty: string;
    readonly owedTo: string | null;
    readonly clears: string;
    readonly values: readonly LawValue[];
  } | null;
  readonly missing: readonly string[];
  readonly question: string | null;
  readonly consequences: readonly LawConsequence[];
  readonly derivation: readonly LawStep[];
  readonly parameters: readonly LawParameter[];
  readonly articles: readonly LawArticle[];
  readonly evidence: string;
  readonly needsLegalReview: boolean;
  readonly interpretation: string | null;
}

/** `GET /api/law/calculators` → CalculatorSummary[]; `/:code` → CalculatorPage */
export interface CalculatorSummary {
  readonly code: string;
  readonly title: string;
  readonly about: string;
}

export interface CalculatorPage extends CalculatorSummary {
  readonly articles: readonly LawArticle[];
  readonly evidence: string;
  readonly evidenceMeans: string;
  readonly interpretation: string | null;
  readonly parameters: readonly LawParameter[];
  readonly facts: readonly FactField[];
  readonly place: string;
  readonly on: string;
}

/** `POST /api/law/calculators/:code/run` {facts, on?, profile?} → Reckoning */
export interface CalculatorAnswer {
  readonly code: string;
  readonly title: string;
  readonly on: string;
  readonly place: string;
  readonly answer: 'reckoned' | 'cannot-determine' | 'needs-person';
  readonly results: readonly LawValue[];
  readonly steps: readonly LawStep[];
  readonly notes: readonly string[];
  readonly provisional: boolean;
  readonly missing: readonly string[];
  readonly question: string | null;
  readonly parameters: readonly LawParameter[];
  readonly articles: readonly LawArticle[];
}

/** `GET /api/law/procedures` → ProcedureSummary[]; `/:code` → ProcedurePage */
export interface ProcedureSummary {
  readonly code: string;
  readonly title: string;
  readonly states: number;
  readonly steps: number;
}

export interface ProcedurePage {
  readonly code: string;
  readonly title: string;
  readonly states: readonly { readonly code: string; readonly name: string; readonly ends: boolean }[];
  readonly steps: readonly {
    readonly code: string;
    readonly title: string;
    readonly from: readonly string[];
    /** Null when the state stays. */
    readonly to: string | null;
    readonly by: readonly string[];
    readonly limit: string | null;
    readonly missed: string | null;
    readonly produces: readonly string[];
    readonly basis: string;
    readonly evidence: string;
    readonly interpretation: string | null;
  }[];
}

/** `GET /api/law/instruments` → InstrumentSummary[]; `/:key` → InstrumentPage */
export interface InstrumentSummary {
  readonly key: string;
  readonly title: string;
  readonly number: string;
  readonly inForceFrom: string;
  readonly held: number;
  readonly articleCount: number | null;
  readonly rules: number;
}

export interface InstrumentPage extends InstrumentSummary {
  readonly articles: readonly {
    readonly number: number;
    readonly article: string;
    readonly words: readonly LawArticle[];
    /** Rules, calculators and procedures that rest on it. */
    readonly users: readonly { readonly code: string; readonly title: string; readonly kind: 'rule' | 'calculator' | 'procedure' }[];
    /** Why no rule rests on it. */
    readonly why: string | null;
  }[];
}

/** `GET /api/law/due?from=&n=&unit=` → DueAnswer */
export interface DueAnswer {
  readonly due: string;
  readonly unrolled: string;
  readonly provisional: boolean;
  readonly trace: readonly string[];
}

/** `GET /api/law/places` → the places whose parameters may be asked for. */
export interface PlaceChoice {
  readonly id: string;
  readonly name: string;
}

/** 422: what is wrong with facts that were handed in. */
export interface FactFaults {
  readonly code: 'facts-invalid';
  readonly says: string;
  readonly faults: readonly { readonly fact: string; readonly says: string }[];
  /** The same as a form reads the faults of any request: by path, here the Chinese name of the fact. */
  readonly fields: readonly { readonly path: string; readonly says: string }[];
}
