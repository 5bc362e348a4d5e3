import type { ModuleLaw } from '#law/module-law.ts';
import { arbitrationRules } from './rules/index.ts';

export const arbitrationLaw: ModuleLaw = { rules: arbitrationRules, calculators: [], procedures: [] };
