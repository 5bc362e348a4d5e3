import type { ModuleLaw } from '#law/module-law.ts';
import { rectification } from './procedures/rectification.ts';
import { rectificationRules } from './rules/index.ts';

export const rectificationLaw: ModuleLaw = { rules: rectificationRules, calculators: [], procedures: [rectification] };
