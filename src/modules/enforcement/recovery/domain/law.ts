import type { ModuleLaw } from '#law/module-law.ts';
import { whoPays } from './calculators/who-pays.ts';
import { recoveryRules } from './rules/index.ts';

export const recoveryLaw: ModuleLaw = { rules: recoveryRules, calculators: [whoPays], procedures: [] };
