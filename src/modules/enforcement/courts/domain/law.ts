import type { ModuleLaw } from '#law/module-law.ts';

export const courtsLaw: ModuleLaw = { rules: [], calculators: [], procedures: [] };
