export { payrollMonthRules, payrollProjectRules } from './rules/index.ts';
export { type WageDue, type WageDueOf, wageDueDates } from './wage-due.ts';
