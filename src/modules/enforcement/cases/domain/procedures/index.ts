import type { Procedure } from '#law/procedure.ts';
import { inspectionCase } from './inspection-case.ts';
import { penalty } from './penalty.ts';

export const casesProcedures: readonly Procedure[] = [inspectionCase, penalty];
