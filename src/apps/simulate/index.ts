export type { Behaviour, Incident, Site, World } from './types.ts';
export { type WorldOrder, worldOf } from './world.ts';
