import type { AskableRule } from '#law/rule.ts';
import { acceptance } from './case-01-acceptance.ts';
import { writtenRefusal } from './case-02-written-refusal.ts';
import { filingDay } from './case-03-filing-day.ts';
import { twoYearBar } from './case-04-two-year-bar.ts';
import { divert } from './case-05-divert.ts';
import { twoOfficers } from './case-06-two-officers.ts';
import { recusal } from './case-07-recusal.ts';
import { investigationLimit } from './case-08-investigation-limit.ts';
import { decisionLimit } from './case-09-decision-limit.ts';
import { hearTheParty } from './case-10-hear-the-party.ts';
import { preservation } from './case-11-preservation.ts';
import { service } from './case-12-service.ts';
import { fallbackLimit } from './case-13-fallback-limit.ts';
import { legalReview } from './case-14-legal-review.ts';
import { hearing } from './case-15-hearing.ts';
import { collectiveDiscussion } from './case-16-collective-discussion.ts';
import { finePayment } from './case-17-fine-payment.ts';
import { lateSurcharge } from './case-18-late-surcharge.ts';
import { remediesTold } from './case-19-remedies-told.ts';
import { assetQuery } from './case-22-asset-query.ts';
import { oneFine } from './case-23-one-fine.ts';
import { leniencyCheck } from './case-24-leniency-check.ts';
import { retraction } from './case-25-retraction.ts';
import { wholeRecord } from './case-26-whole-record.ts';
import { simpleProcedure } from './case-27-simple-procedure.ts';
import { firstReceiver } from './case-28-first-receiver.ts';
import { secrecy } from './case-29-secrecy.ts';
import { groupEvent } from './case-30-group-event.ts';
import { refusal } from './pen-30-refusal.ts';
import { wagesInKind } from './pen-54-wages-in-kind.ts';
import { accountDepositRoster } from './pen-55-account-deposit-roster.ts';
import { payrollSupervision } from './pen-56-payroll-supervision.ts';
import { ownerMoney } from './pen-57-owner-money.ts';
import { accountQuery } from './pen-58-account-query.ts';
import { governmentFunds } from './pen-59-government-funds.ts';
import { governmentOwner } from './pen-60-government-owner.ts';

export const casesRules: readonly AskableRule[] = [
  acceptance,
  writtenRefusal,
  filingDay,
  twoYearBar,
  divert,
  twoOfficers,
  recusal,
  investigationLimit,
  decisionLimit,
  hearTheParty,
  preservation,
  service,
  fallbackLimit,
  legalReview,
  hearing,
  collectiveDiscussion,
  finePayment,
  lateSurcharge,
  remediesTold,
  assetQuery,
  oneFine,
  leniencyCheck,
  retraction,
  wholeRecord,
  simpleProcedure,
  firstReceiver,
  secrecy,
  groupEvent,
  refusal,
  wagesInKind,
  accountDepositRoster,
  payrollSupervision,
  ownerMoney,
  accountQuery,
  governmentFunds,
  governmentOwner,
];
