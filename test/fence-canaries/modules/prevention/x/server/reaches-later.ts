import { here } from '../../../monitoring/x/domain/target.ts';

export const canary = here;
