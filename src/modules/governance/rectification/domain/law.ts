import type { ModuleLaw } from '#law/module-law.ts';

export const rectificationLaw: ModuleLaw = { rules: [], calculators: [], procedures: [] };
