import type { ModuleLaw } from '#law/module-law.ts';

export const recoveryLaw: ModuleLaw = { rules: [], calculators: [], procedures: [] };
