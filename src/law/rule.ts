import type { CivilDate } from '#kernel/civil-date.ts';
import type { Answer } from './answer.ts';
import type { Citation } from './citation.ts';
import type { Consequence } from './consequence.ts';
import type { Evidence } from './evidence.ts';
import type { Asked, FactForm } from './facts.ts';
import type { ParameterId, ParameterValues } from './parameters/index.ts';
import type { Setting } from './setting.ts';

export {
  type Answer,
  cannotDetermine,
  type CannotDetermine,
  finding,
  type Finding,
  type FindingDraft,
  type FindingValue,
  type Level,
  needsPerson,
  type NeedsPerson,
  NOTHING,
  type Nothing,
  type RowsBehind,
  type Shown,
} from './answer.ts';
export type { Evidence } from './evidence.ts';
export type { Setting } from './setting.ts';

/**
 * What a rule speaks about. The first four are swept: the database computes their facts. A `matter` (a case, a list entry, an
 * application) is stated by whoever handles it.
 */
export type Subject = 'project' | 'project-month' | 'worker-month' | 'feed' | 'matter';

/** What is known of a rule without asking it. */
export interface RuleText {
  /** Catalogue code, for ever: `PAY-03`, or `W-PAY-09` where only the warning catalogue has it. */
  readonly code: string;
  readonly version: number;
  /** First and last day of this version; a new version is another rule under the same code. */
  readonly from?: CivilDate;
  readonly until?: CivilDate;
  readonly title: string;
  readonly subject: Subject;
  readonly basis: readonly [Citation, ...Citation[]];
  readonly evidence: Evidence;
  /** True for a rule whose words come from memory: shown beside every finding. */
  readonly needsLegalReview?: true;
  /** Where the law is silent and we chose: the reason. */
  readonly interpretation?: string;
  /** True where it warns of the data and not of wages, as every rule over feeds does. */
  readonly isAboutData?: true;
  /** What may follow a finding, each with the step that must come before it. */
  readonly consequences?: readonly Consequence[];
  /** Only these parameters are visible to the rule. */
  readonly needs: readonly ParameterId[];
  /** Local numbers it looks up for a day of its own, and without which it can still say something (`look-up.ts`). */
  readonly looksUp?: readonly ParameterId[];
}

/** A rule that can be asked with facts from outside: by command, by API, on its page. */
export interface AskableRule extends RuleText {
  readonly facts: FactForm<unknown>;
  readonly ask: (setting: Setting, params: ParameterValues, input: unknown) => Asked<Answer>;
}

/**
 * A rule of the sweep. `prepare` is called once per day, place and sweep with the parameters in force and returns the
 * decision over one fact row: pure, without database, clock or chance. Work that does not depend on the row (the month's
 * due dates, thresholds) belongs into `prepare`, so that the decision over a healthy row costs a few comparisons.
 */
export interface Rule<Facts = never> extends AskableRule {
  /** The rows of the warning catalogue this rule carries out. */
  readonly warns: readonly string[];
  /**
   * The feeds whose silence could make the finding false; on stale ones the sweep raises a data warning instead. What only shows that
   * something did happen (somebody attended) is not listed: it stays true when the feed stops.
   */
  readonly feeds: readonly Feed[];
  readonly prepare: (setting: Setting, params: ParameterValues) => (facts: Facts) => Answer;
}

/** The five intakes of an office. */
export type Feed = 'ledger' | 'roster' | 'attendance' | 'payroll' | 'flows';

/** A rule as written: it sees the values of exactly the parameters it names. */
export interface DeclaredRule<Facts, Needs extends readonly ParameterId[]> extends Omit<Rule<Facts>, 'needs' | 'prepare' | 'facts' | 'ask'> {
  /** The facts it reads, and no other. */
  readonly facts: FactForm<Facts>;
  readonly needs: Needs;
  readonly prepare: (setting: Setting, params: Pick<ParameterValues, Needs[number]>) => (facts: Facts) => Answer;
}

/** Declares a rule of the sweep: the compiler shows `prepare` only the facts in `facts` and the parameters in `needs`. */
export function rule<Facts, const Needs extends readonly ParameterId[]>(declared: DeclaredRule<Facts, Needs>): Rule<Facts> {
  return { ...declared, ask: asks(declared) };
}

/** A rule of matters as written: facts by a form, parameters by name. */
export interface DeclaredMatterRule<Facts, Needs extends readonly ParameterId[]> extends Omit<RuleText, 'needs' | 'subject'> {
  readonly facts: FactForm<Facts>;
  readonly needs: Needs;
  readonly prepare: (setting: Setting, params: Pick<ParameterValues, Needs[number]>) => (facts: Facts) => Answer;
}

/** 按件判断的规则: its facts are stated by whoever handles the matter. */
export interface MatterRule<Facts = never> extends AskableRule {
  readonly prepare: (setting: Setting, params: ParameterValues) => (facts: Facts) => Answer;
}

/** Declares a rule of matters: it can be asked with facts from outside, read by its own form. */
export function matterRule<Facts, const Needs extends readonly ParameterId[]>(declared: DeclaredMatterRule<Facts, Needs>): MatterRule<Facts> {
  return { ...declared, subject: 'matter', ask: asks(declared) };
}

/** Reads facts from outside by the form of the rule and asks it. */
function asks<Facts>(declared: {
  readonly facts: FactForm<Facts>;
  readonly prepare: (setting: Setting, params: ParameterValues) => (facts: Facts) => Answer;
}): AskableRule['ask'] {
  return (setting, params, input) => {
    const read = declared.facts.read(input);
    return read.ok ? { ok: true, answer: declared.prepare(setting, params)(read.facts) } : read;
  };
}
