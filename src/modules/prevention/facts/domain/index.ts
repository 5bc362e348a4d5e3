export type { FeedFacts, ProjectFacts, ProjectMonthFacts, ProjectState, WorkerMonthFacts } from './types.ts';
