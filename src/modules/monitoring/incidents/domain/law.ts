import type { ModuleLaw } from '#law/module-law.ts';
import { incidentRules } from './rules/index.ts';

export const incidentsLaw: ModuleLaw = { rules: incidentRules, calculators: [], procedures: [] };
