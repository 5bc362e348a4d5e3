export { rosterMonthRules, rosterProjectRules } from './rules/index.ts';
