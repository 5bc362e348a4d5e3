import type { ModuleLaw } from '#law/module-law.ts';

export const cluesLaw: ModuleLaw = { rules: [], calculators: [], procedures: [] };
