export { projectRules } from './rules/index.ts';
