export { type Act, type Actor, type Json, record, recordAll, SYSTEM } from './entry.ts';
