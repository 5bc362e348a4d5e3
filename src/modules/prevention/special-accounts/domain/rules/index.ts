import type { AskableRule, Rule } from '#law/rule.ts';
import type { ProjectFacts, ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { openIn30Days } from './acc-01-open-in-30-days.ts';
import { tripartiteAgreement } from './acc-02-tripartite-agreement.ts';
import { accountName } from './acc-03-account-name.ts';
import { fileIn30Days } from './acc-04-file-in-30-days.ts';
import { perProject } from './acc-05-per-project.ts';
import { onlyToWorkers } from './acc-06-only-to-workers.ts';
import { freeze } from './acc-07-freeze.ts';
import { monthlyInflow } from './acc-08-monthly-inflow.ts';
import { balanceCoversPayroll } from './acc-09-balance-covers-payroll.ts';
import { closing } from './acc-10-closing.ts';
import { closingBarred } from './acc-11-closing-barred.ts';
import { papersKept } from './acc-12-papers-kept.ts';
import { realTimeUpload } from './acc-13-real-time-upload.ts';
import { noForcedCard } from './acc-14-no-forced-card.ts';
import { papersProduced } from './acc-15-papers-produced.ts';
import { labourCostInFull } from './fund-07-labour-cost-in-full.ts';
import { localMinimumShare } from './fund-08-local-minimum-share.ts';
import { topUp } from './fund-09-top-up.ts';
import { disputeStopsNothing } from './fund-10-dispute-stops-nothing.ts';
import { suspectMemo } from './w-acc-09-suspect-memo.ts';
import { duplicatePayments } from './w-acc-12-duplicate-payments.ts';
import { frequentPayees } from './w-acc-13-frequent-payees.ts';
import { booksDiffer } from './w-ops-07-books-differ.ts';

export const accountProjectRules: readonly Rule<ProjectFacts>[] = [
  openIn30Days,
  tripartiteAgreement,
  accountName,
  fileIn30Days,
  monthlyInflow,
  balanceCoversPayroll,
  closing,
  localMinimumShare,
];

export const accountMonthRules: readonly Rule<ProjectMonthFacts>[] = [
  onlyToWorkers,
  freeze,
  labourCostInFull,
  suspectMemo,
  duplicatePayments,
  frequentPayees,
  booksDiffer,
];

export const accountMatterRules: readonly AskableRule[] = [
  perProject,
  closingBarred,
  papersKept,
  realTimeUpload,
  noForcedCard,
  papersProduced,
  topUp,
  disputeStopsNothing,
];
