import type { ModuleLaw } from '#law/module-law.ts';
import { courtEnforcement } from './procedures/court-enforcement.ts';
import { courtsRules } from './rules/index.ts';

export const courtsLaw: ModuleLaw = { rules: courtsRules, calculators: [], procedures: [courtEnforcement] };
