export { projectForm, projectMonthForm } from './forms.ts';
export { feedRules } from './rules/index.ts';
export { cellOf, LEDGER_COLUMNS, type LedgerColumn, notStated } from './stated.ts';
export type { FeedFacts, ProjectFacts, ProjectMonthFacts, ProjectState, WorkerMonthFacts } from './types.ts';
export { isPaused, isUnderWay } from './under-way.ts';
