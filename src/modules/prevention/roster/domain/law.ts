import type { ModuleLaw } from '#law/module-law.ts';

export const rosterLaw: ModuleLaw = { rules: [], calculators: [], procedures: [] };
