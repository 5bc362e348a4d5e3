import type { AskableRule } from '#law/rule.ts';
import { subcontractorDirect } from './liab-01-subcontractor-direct.ts';
import { contractorClearsFirst } from './liab-02-contractor-clears-first.ts';
import { ownerAdvance } from './liab-03-owner-advances.ts';
import { letToUnqualified } from './liab-04-let-to-unqualified.ts';
import { nameLending } from './liab-05-name-lending.ts';
import { illegalProject } from './liab-06-illegal-project.ts';
import { unlicensedDispatch } from './liab-07-unlicensed-dispatch.ts';
import { investors } from './liab-08-investors.ts';
import { unlawfulOperator } from './liab-09-unlawful-operator.ts';
import { employerResponsibility } from './liab-10-employer-responsibility.ts';
import { recourse } from './liab-11-recourse.ts';

export const recoveryRules: readonly AskableRule[] = [
  subcontractorDirect,
  contractorClearsFirst,
  ownerAdvance,
  letToUnqualified,
  nameLending,
  illegalProject,
  unlicensedDispatch,
  investors,
  unlawfulOperator,
  employerResponsibility,
  recourse,
];
