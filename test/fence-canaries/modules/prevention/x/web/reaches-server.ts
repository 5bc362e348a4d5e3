import { here } from '../server/target.ts';

export const canary = here;
