import type { ModuleLaw } from '#law/module-law.ts';
import { rectificationRules } from './rules/index.ts';

export const rectificationLaw: ModuleLaw = { rules: rectificationRules, calculators: [], procedures: [] };
