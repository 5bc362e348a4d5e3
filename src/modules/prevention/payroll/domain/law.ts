import type { ModuleLaw } from '#law/module-law.ts';
import { payrollMatterRules } from './rules/index.ts';

export const payrollLaw: ModuleLaw = { rules: payrollMatterRules, calculators: [], procedures: [] };
