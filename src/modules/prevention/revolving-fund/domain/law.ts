import type { ModuleLaw } from '#law/module-law.ts';
import { revolvingFundRules } from './rules/index.ts';

export const revolvingFundLaw: ModuleLaw = { rules: revolvingFundRules, calculators: [], procedures: [] };
