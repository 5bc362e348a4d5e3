import type { ModuleLaw } from '#law/module-law.ts';

export const inspectionsLaw: ModuleLaw = { rules: [], calculators: [], procedures: [] };
