import type { ModuleLaw } from '#law/module-law.ts';
import { noticeBoardRules } from './rules/index.ts';

export const noticeBoardsLaw: ModuleLaw = { rules: noticeBoardRules, calculators: [], procedures: [] };
