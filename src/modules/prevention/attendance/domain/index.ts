export { epochOf, parsePunchMoment, type PunchDirection, type PunchMoment, punchMomentOf, type PunchSource } from './punch.ts';
export { attendanceMonthRules, attendanceProjectRules } from './rules/index.ts';
