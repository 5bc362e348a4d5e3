import { here } from '../platform/x/target.ts';

export const canary = here;
