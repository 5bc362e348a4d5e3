import type { Rule } from '#law/rule.ts';
import { attendanceMonthRules, attendanceProjectRules } from '#modules/prevention/attendance/domain/index.ts';
import { depositRules } from '#modules/prevention/deposits/domain/index.ts';
import { type FeedFacts, feedRules, type ProjectFacts, type ProjectMonthFacts, type WorkerMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { payrollMonthRules, payrollProjectRules } from '#modules/prevention/payroll/domain/index.ts';
import { projectRules } from '#modules/prevention/projects/domain/index.ts';
import { rosterMonthRules, rosterProjectRules } from '#modules/prevention/roster/domain/index.ts';
import { accountMonthRules, accountProjectRules } from '#modules/prevention/special-accounts/domain/index.ts';

/** 规则目录: every rule in force, by the facts it reads. The modules own the rules; this only brings them together. */
export const CATALOGUE = {
  projects: [...projectRules, ...accountProjectRules, ...depositRules, ...rosterProjectRules, ...attendanceProjectRules, ...payrollProjectRules],
  months: [...payrollMonthRules, ...accountMonthRules, ...rosterMonthRules, ...attendanceMonthRules],
  workers: [],
  feeds: [...feedRules],
} as const satisfies {
  readonly projects: readonly Rule<ProjectFacts>[];
  readonly months: readonly Rule<ProjectMonthFacts>[];
  readonly workers: readonly Rule<WorkerMonthFacts>[];
  readonly feeds: readonly Rule<FeedFacts>[];
};
