import type { ModuleLaw } from '#law/module-law.ts';

export const assessmentLaw: ModuleLaw = { rules: [], calculators: [], procedures: [] };
