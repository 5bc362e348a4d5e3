import type { ModuleLaw } from '#law/module-law.ts';

export const revolvingFundLaw: ModuleLaw = { rules: [], calculators: [], procedures: [] };
