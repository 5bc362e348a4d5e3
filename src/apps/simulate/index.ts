export { type Cadence, documentsOf } from './documents.ts';
export { bytesOf } from './file-bytes.ts';
export type { SimulatedFile } from './table.ts';
export type { Behaviour, Incident, Site, World } from './types.ts';
export { type WorldOrder, worldOf } from './world.ts';
export { writeWorld } from './write-world.ts';
