import { here } from '../../../prevention/x/domain/target.ts';

export const canary = here;
