export { type DoubleWageWindow, doubleWageWindow } from './double-wage-window.ts';
export { rosterMonthRules, rosterProjectRules } from './rules/index.ts';
