import type { ModuleLaw } from '#law/module-law.ts';
import { grade } from './calculators/grade.ts';
import { creditGrade } from './procedures/credit-grade.ts';
import { gradeRules } from './rules/index.ts';

export const gradesLaw: ModuleLaw = { rules: gradeRules, calculators: [grade], procedures: [creditGrade] };
