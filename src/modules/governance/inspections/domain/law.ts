import type { ModuleLaw } from '#law/module-law.ts';
import { inspectionRules } from './rules/index.ts';

export const inspectionsLaw: ModuleLaw = { rules: inspectionRules, calculators: [], procedures: [] };
