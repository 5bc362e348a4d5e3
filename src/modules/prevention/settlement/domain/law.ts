import type { ModuleLaw } from '#law/module-law.ts';

export const settlementLaw: ModuleLaw = { rules: [], calculators: [], procedures: [] };
