import type { ModuleLaw } from '#law/module-law.ts';

export const gradesLaw: ModuleLaw = { rules: [], calculators: [], procedures: [] };
