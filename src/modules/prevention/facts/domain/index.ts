export { projectForm, projectMonthForm } from './forms.ts';
export { flagsOf, gatesInWords, mostDays, sumOf } from './flags-of.ts';
export type { FlagFacts, GateFacts, WaitingFacts } from './gates.ts';
export { feedRules } from './rules/index.ts';
export { cellOf, LEDGER_COLUMNS, type LedgerColumn, notStated } from './stated.ts';
export type { FeedFacts, ProjectFacts, ProjectMonthFacts, ProjectState, WorkerMonthFacts } from './types.ts';
export { isPaused, isUnderWay } from './under-way.ts';
