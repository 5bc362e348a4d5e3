import type { ModuleLaw } from '#law/module-law.ts';

export const depositsLaw: ModuleLaw = { rules: [], calculators: [], procedures: [] };
