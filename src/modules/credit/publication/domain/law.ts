import type { ModuleLaw } from '#law/module-law.ts';

export const publicationLaw: ModuleLaw = { rules: [], calculators: [], procedures: [] };
