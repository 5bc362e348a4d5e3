export { depositRules } from './rules/index.ts';
