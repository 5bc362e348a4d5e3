import type { ModuleLaw } from '#law/module-law.ts';
import { assessmentScore } from './calculators/assessment-score.ts';
import { assessment } from './procedures/assessment.ts';
import { assessmentRules } from './rules/index.ts';

export const assessmentLaw: ModuleLaw = { rules: assessmentRules, calculators: [assessmentScore], procedures: [assessment] };
