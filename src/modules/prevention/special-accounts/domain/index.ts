export { accountMonthRules, accountProjectRules } from './rules/index.ts';
