import { here } from '../law/target.ts';

export const canary = here;
