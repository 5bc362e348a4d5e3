import type { ModuleLaw } from '#law/module-law.ts';
import { clue } from './procedures/clue.ts';
import { clueRules } from './rules/index.ts';

export const cluesLaw: ModuleLaw = { rules: clueRules, calculators: [], procedures: [clue] };
