import type { ModuleLaw } from '#law/module-law.ts';
import type { Procedure } from '#law/procedure.ts';
import type { AskableRule } from '#law/rule.ts';
import type { Calculator } from '#law/sheet.ts';
import { CATALOGUE } from '#modules/monitoring/warnings/domain/catalogue.ts';
import { placeOf } from './chapters.ts';
import { arbitrationLaw } from '#modules/disputes/arbitration/domain/law.ts';
import { assessmentLaw } from '#modules/governance/assessment/domain/law.ts';
import { casesLaw } from '#modules/enforcement/cases/domain/law.ts';
import { cluesLaw } from '#modules/disputes/clues/domain/law.ts';
import { courtsLaw } from '#modules/enforcement/courts/domain/law.ts';
import { depositsLaw } from '#modules/prevention/deposits/domain/law.ts';
import { gradesLaw } from '#modules/credit/grades/domain/law.ts';
import { incidentsLaw } from '#modules/monitoring/incidents/domain/law.ts';
import { inspectionsLaw } from '#modules/governance/inspections/domain/law.ts';
import { legalAidLaw } from '#modules/disputes/legal-aid/domain/law.ts';
import { noticeBoardsLaw } from '#modules/prevention/notice-boards/domain/law.ts';
import { payrollLaw } from '#modules/prevention/payroll/domain/law.ts';
import { projectsLaw } from '#modules/prevention/projects/domain/law.ts';
import { publicationLaw } from '#modules/credit/publication/domain/law.ts';
import { recoveryLaw } from '#modules/enforcement/recovery/domain/law.ts';
import { targetsLaw } from '#modules/governance/targets/domain/law.ts';
import { rectificationLaw } from '#modules/governance/rectification/domain/law.ts';
import { revolvingFundLaw } from '#modules/prevention/revolving-fund/domain/law.ts';
import { rosterLaw } from '#modules/prevention/roster/domain/law.ts';
import { settlementLaw } from '#modules/prevention/settlement/domain/law.ts';
import { specialAccountsLaw } from '#modules/prevention/special-accounts/domain/law.ts';
import { transfersLaw } from '#modules/enforcement/transfers/domain/law.ts';
import { untrustworthyListLaw } from '#modules/credit/untrustworthy-list/domain/law.ts';

const MODULES: readonly ModuleLaw[] = [
  payrollLaw,
  rosterLaw,
  projectsLaw,
  settlementLaw,
  specialAccountsLaw,
  depositsLaw,
  revolvingFundLaw,
  noticeBoardsLaw,
  incidentsLaw,
  cluesLaw,
  arbitrationLaw,
  legalAidLaw,
  casesLaw,
  transfersLaw,
  recoveryLaw,
  courtsLaw,
  untrustworthyListLaw,
  publicationLaw,
  gradesLaw,
  inspectionsLaw,
  assessmentLaw,
  rectificationLaw,
  targetsLaw,
];

/** Rules that are asked about one matter, by whoever handles it. */
export const MATTER_RULES: readonly AskableRule[] = MODULES.flatMap(({ rules }) => rules);

/** 计算器: every one of the product. */
export const CALCULATORS: readonly Calculator[] = MODULES.flatMap(({ calculators }) => calculators);

/** 办理流程: every one of the product. */
export const PROCEDURES: readonly Procedure[] = MODULES.flatMap(({ procedures }) => procedures);

/** 规则全书: the rules of the sweep and the rules of matters, chapter by chapter. */
export const ALL_RULES: readonly AskableRule[] = [...CATALOGUE.projects, ...CATALOGUE.months, ...CATALOGUE.workers, ...CATALOGUE.feeds, ...MATTER_RULES].sort(
  (a, b) => placeOf(a.code) - placeOf(b.code) || (a.code < b.code ? -1 : 1),
);

/** A rule by its code; null when there is none. */
export function findRule(code: string): AskableRule | null {
  return ALL_RULES.find((rule) => rule.code === code) ?? null;
}
