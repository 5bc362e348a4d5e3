import type { AskableRule, Rule } from '#law/rule.ts';
import type { ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { storeInTime } from './dep-01-store-in-time.ts';
import { baseRate } from './dep-02-base-rate.ts';
import { multiFloor } from './dep-03-multi-floor.ts';
import { amountDue } from './dep-04-amount-due.ts';
import { smallContract } from './dep-05-small-contract.ts';
import { cleanReduction } from './dep-06-clean-reduction.ts';
import { cleanExemption } from './dep-07-clean-exemption.ts';
import { arrearsRaise } from './dep-08-arrears-raise.ts';
import { listedRaise } from './dep-09-listed-raise.ts';
import { guaranteeAdequate } from './dep-10-guarantee-adequate.ts';
import { guaranteeTerm } from './dep-11-guarantee-term.ts';
import { expiryReminder } from './dep-12-expiry-reminder.ts';
import { agreementFiled } from './dep-13-agreement-filed.ts';
import { payOut } from './dep-14-pay-out.ts';
import { replenish } from './dep-15-replenish.ts';
import { quarterlyStatement } from './dep-16-quarterly-statement.ts';
import { returnConditions } from './dep-17-return-conditions.ts';
import { returnReview } from './dep-18-return-review.ts';
import { halfYearSweep } from './dep-19-half-year-sweep.ts';
import { listPublished } from './dep-20-list-published.ts';
import { noMisuse } from './dep-21-no-misuse.ts';
import { onlyForWages } from './dep-22-only-for-wages.ts';

export const depositRules: readonly Rule<ProjectFacts>[] = [storeInTime, amountDue, guaranteeTerm, expiryReminder];

export const depositMatterRules: readonly AskableRule[] = [
  baseRate,
  multiFloor,
  smallContract,
  cleanReduction,
  cleanExemption,
  arrearsRaise,
  listedRaise,
  guaranteeAdequate,
  agreementFiled,
  payOut,
  replenish,
  quarterlyStatement,
  returnConditions,
  returnReview,
  halfYearSweep,
  listPublished,
  noMisuse,
  onlyForWages,
];
