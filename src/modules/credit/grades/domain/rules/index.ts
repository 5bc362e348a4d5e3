import type { AskableRule } from '#law/rule.ts';
import { yearlyGrade } from './rate-01-yearly.ts';
import { gradeFunction } from './rate-02-grade-function.ts';
import { gradeCFollows } from './rate-03-c-consequences.ts';
import { inspectionFrequency } from './rate-04-inspection-frequency.ts';
import { dynamicChange } from './rate-05-dynamic-change.ts';

export const gradeRules: readonly AskableRule[] = [yearlyGrade, gradeFunction, gradeCFollows, inspectionFrequency, dynamicChange];
