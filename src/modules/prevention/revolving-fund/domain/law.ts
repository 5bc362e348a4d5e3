import type { ModuleLaw } from '#law/module-law.ts';
import { fundBalance } from './calculators/fund-balance.ts';
import { revolvingFundRules } from './rules/index.ts';

export const revolvingFundLaw: ModuleLaw = { rules: revolvingFundRules, calculators: [fundBalance], procedures: [] };
