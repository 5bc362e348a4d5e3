import type { Rule } from '#law/rule.ts';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { wageOfficer } from './ctr-09-wage-officer.ts';
import { fundsBeforeStart } from './fund-01-funds-before-start.ts';
import { paymentGuarantee } from './fund-03-payment-guarantee.ts';
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
