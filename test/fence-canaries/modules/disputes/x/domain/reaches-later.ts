import { here } from '../../../enforcement/x/domain/target.ts';

export const canary = here;
