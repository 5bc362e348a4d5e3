import { here } from '../../../credit/x/domain/target.ts';

export const canary = here;
