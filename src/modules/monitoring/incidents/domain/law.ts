import type { ModuleLaw } from '#law/module-law.ts';

export const incidentsLaw: ModuleLaw = { rules: [], calculators: [], procedures: [] };
