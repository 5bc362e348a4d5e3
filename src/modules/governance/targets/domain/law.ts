import type { ModuleLaw } from '#law/module-law.ts';
import { routineCalendar } from './calculators/routine-calendar.ts';
import { targetProgress } from './calculators/target-progress.ts';

export const targetsLaw: ModuleLaw = { rules: [], calculators: [targetProgress, routineCalendar], procedures: [] };
