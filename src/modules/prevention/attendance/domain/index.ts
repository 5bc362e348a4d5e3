export { attendanceMonthRules, attendanceProjectRules } from './rules/index.ts';
