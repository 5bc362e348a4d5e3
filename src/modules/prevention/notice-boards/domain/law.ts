import type { ModuleLaw } from '#law/module-law.ts';

export const noticeBoardsLaw: ModuleLaw = { rules: [], calculators: [], procedures: [] };
