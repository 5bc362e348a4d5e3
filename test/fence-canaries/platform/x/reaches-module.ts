import { here } from '../../modules/prevention/x/domain/target.ts';

export const canary = here;
