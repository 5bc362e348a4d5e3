import type { AskableRule, Rule } from '#law/rule.ts';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { wageOfficer } from './ctr-09-wage-officer.ts';
import { fundsBeforeStart } from './fund-01-funds-before-start.ts';
import { noPreFinancing } from './fund-02-no-pre-financing.ts';
import { paymentGuarantee } from './fund-03-payment-guarantee.ts';
import { guaranteeAmount } from './fund-04-guarantee-amount.ts';
import { contractTerms } from './fund-05-contract-terms.ts';
import { labourCostCycle } from './fund-06-labour-cost-cycle.ts';
import { subContractTerms } from './fund-18-sub-contract-terms.ts';
import { reportCollectiveClaim } from './fund-19-report-collective-claim.ts';
import { ownerAdvance } from './fund-20-owner-advance.ts';
import { newProjectRestriction } from './fund-21-new-project-restriction.ts';
import { sublettingFine } from './fund-22-subletting-fine.ts';
import { noticeBoard } from './sign-01-notice-board.ts';
import { keyFields } from './w-prj-02-key-fields.ts';
import { commitment } from './w-prj-06-commitment.ts';
import { stateLooksFalse } from './w-prj-07-state-looks-false.ts';

export const projectRules: readonly Rule<ProjectFacts>[] = [
  wageOfficer,
  fundsBeforeStart,
  paymentGuarantee,
  noticeBoard,
  keyFields,
  commitment,
  stateLooksFalse,
];

export const projectMatterRules: readonly AskableRule[] = [
  noPreFinancing,
  guaranteeAmount,
  contractTerms,
  labourCostCycle,
  subContractTerms,
  reportCollectiveClaim,
  ownerAdvance,
  newProjectRestriction,
  sublettingFine,
];
