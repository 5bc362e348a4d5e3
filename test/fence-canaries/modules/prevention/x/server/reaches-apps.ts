import { here } from '../../../../apps/target.ts';

export const canary = here;
