export { markDirty, type ProjectMonthKey, rebuildAttendanceMonth } from './attendance-month.ts';
