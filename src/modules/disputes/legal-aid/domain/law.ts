import type { ModuleLaw } from '#law/module-law.ts';

export const legalAidLaw: ModuleLaw = { rules: [], calculators: [], procedures: [] };
