import { here } from '../web/target.ts';

export const canary = here;
