import type { ModuleLaw } from '#law/module-law.ts';
import { labourCostShare } from './calculators/labour-cost-share.ts';
import { specialAccount } from './procedures/special-account.ts';
import { accountMatterRules } from './rules/index.ts';

export const specialAccountsLaw: ModuleLaw = { rules: accountMatterRules, calculators: [labourCostShare], procedures: [specialAccount] };
