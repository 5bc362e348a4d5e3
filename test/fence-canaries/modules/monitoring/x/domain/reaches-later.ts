import { here } from '../../../disputes/x/domain/target.ts';

export const canary = here;
