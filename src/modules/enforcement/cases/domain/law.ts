import type { ModuleLaw } from '#law/module-law.ts';

export const casesLaw: ModuleLaw = { rules: [], calculators: [], procedures: [] };
