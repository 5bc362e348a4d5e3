import type { ModuleLaw } from '#law/module-law.ts';
import { rosterMatterRules } from './rules/index.ts';

export const rosterLaw: ModuleLaw = { rules: rosterMatterRules, calculators: [], procedures: [] };
