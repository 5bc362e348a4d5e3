export { type Act, type Actor, type Json, record, SYSTEM } from './entry.ts';
