import type { Calculator } from '#law/sheet.ts';
import { additionalCompensationDue } from './additional-compensation.ts';
import { doubleWage } from './double-wage.ts';
import { wagesDue } from './wages-due.ts';

export const payrollCalculators: readonly Calculator[] = [wagesDue, additionalCompensationDue, doubleWage];
