import type { ModuleLaw } from '#law/module-law.ts';
import { payrollCalculators } from './calculators/index.ts';
import { payrollProcedures } from './procedures/index.ts';
import { payrollMatterRules } from './rules/index.ts';

export const payrollLaw: ModuleLaw = { rules: payrollMatterRules, calculators: payrollCalculators, procedures: payrollProcedures };
