import type { ModuleLaw } from '#law/module-law.ts';

export const projectsLaw: ModuleLaw = { rules: [], calculators: [], procedures: [] };
