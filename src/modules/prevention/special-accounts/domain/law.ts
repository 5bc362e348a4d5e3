import type { ModuleLaw } from '#law/module-law.ts';

export const specialAccountsLaw: ModuleLaw = { rules: [], calculators: [], procedures: [] };
