import type { Rule } from '#law/rule.ts';
import type { ProjectFacts, ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { openIn30Days } from './acc-01-open-in-30-days.ts';
import { tripartiteAgreement } from './acc-02-tripartite-agreement.ts';
import { accountName } from './acc-03-account-name.ts';
import { fileIn30Days } from './acc-04-file-in-30-days.ts';
import { onlyToWorkers } from './acc-06-only-to-workers.ts';
import { freeze } from './acc-07-freeze.ts';
import { monthlyInflow } from './acc-08-monthly-inflow.ts';
import { balanceCoversPayroll } from './acc-09-balance-covers-payroll.ts';
import { closing } from './acc-10-closing.ts';
import { labourCostInFull } from './fund-07-labour-cost-in-full.ts';
import { localMinimumShare } from './fund-08-local-minimum-share.ts';
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
