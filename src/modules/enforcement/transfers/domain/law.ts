import type { ModuleLaw } from '#law/module-law.ts';

export const transfersLaw: ModuleLaw = { rules: [], calculators: [], procedures: [] };
