export { type Act, type Actor, type Json, record, recordAll, SYSTEM } from './entry.ts';
export { type Bad, type Checked, checkTrail, type Kind } from './fsck.ts';
export { createSealer, type Sealer } from './sealer.ts';
