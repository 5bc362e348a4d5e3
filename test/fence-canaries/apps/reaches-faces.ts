import { here } from '../faces/target.ts';

export const canary = here;
