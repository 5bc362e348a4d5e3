import type { Procedure } from '#law/procedure.ts';
import { monthlyCycle } from './monthly-cycle.ts';

export const payrollProcedures: readonly Procedure[] = [monthlyCycle];
