import type { ModuleLaw } from '#law/module-law.ts';
import { casesCalculators } from './calculators/index.ts';
import { casesProcedures } from './procedures/index.ts';
import { casesRules } from './rules/index.ts';

export const casesLaw: ModuleLaw = { rules: casesRules, calculators: casesCalculators, procedures: casesProcedures };
