import { here } from '../../../governance/x/domain/target.ts';

export const canary = here;
