import type { ModuleLaw } from '#law/module-law.ts';
import { projectMatterRules } from './rules/index.ts';

export const projectsLaw: ModuleLaw = { rules: projectMatterRules, calculators: [], procedures: [] };
