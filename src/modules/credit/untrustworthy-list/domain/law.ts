import type { ModuleLaw } from '#law/module-law.ts';

export const untrustworthyListLaw: ModuleLaw = { rules: [], calculators: [], procedures: [] };
