import type { ModuleLaw } from '#law/module-law.ts';

export const payrollLaw: ModuleLaw = { rules: [], calculators: [], procedures: [] };
