export { markDirty, type ProjectMonthKey, rebuildAttendanceMonth } from './attendance-month.ts';
export type { FactsAsked } from './compute.ts';
export { type FactReading, type FactsWanted, readFacts } from './read-facts.ts';
export { type Recompute, type Recomputed, recomputeFacts } from './recompute.ts';
export { markWaiting, settleAttendance, takeTurns } from './waiting.ts';
