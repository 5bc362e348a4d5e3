import type { ModuleLaw } from '#law/module-law.ts';
import { legalAidRules } from './rules/index.ts';

export const legalAidLaw: ModuleLaw = { rules: legalAidRules, calculators: [], procedures: [] };
