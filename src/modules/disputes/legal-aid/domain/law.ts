import type { ModuleLaw } from '#law/module-law.ts';
import { legalAid } from './procedures/legal-aid.ts';
import { legalAidRules } from './rules/index.ts';

export const legalAidLaw: ModuleLaw = { rules: legalAidRules, calculators: [], procedures: [legalAid] };
