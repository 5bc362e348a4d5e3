import type { AskableRule, Rule } from '#law/rule.ts';
import type { ProjectFacts, ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { presentButNotOnPayroll } from './ctr-11-present-but-not-on-payroll.ts';
import { monthlyPayroll } from './dis-01-monthly-payroll.ts';
import { ownSignature } from './dis-02-own-signature.ts';
import { contractorReviews } from './dis-03-contractor-reviews.ts';
import { paidThroughTheAccount } from './dis-04-paid-through-the-account.ts';
import { entrustmentAgreement } from './dis-05-entrustment-agreement.ts';
import { certificateToSubcontractor } from './dis-06-certificate-to-subcontractor.ts';
import { subcontractorCooperates } from './dis-07-subcontractor-cooperates.ts';
import { resendReturnedPayments } from './dis-08-resend-returned-payments.ts';
import { governmentFullRate } from './dis-10-government-full-rate.ts';
import { currencyOnly } from './pay-01-currency-only.ts';
import { toTheWorker } from './pay-02-to-the-worker.ts';
import { payInFullOnTime } from './pay-03-pay-in-full-on-time.ts';
import { payBeforeRestDays } from './pay-04-pay-before-rest-days.ts';
import { atLeastMonthly } from './pay-05-at-least-monthly.ts';
import { payTermsAgreed } from './pay-06-pay-terms-agreed.ts';
import { payAfterForceMajeure } from './pay-07-pay-after-force-majeure.ts';
import { settleOnLeaving } from './pay-08-settle-on-leaving.ts';
import { payOnFinishing } from './pay-09-pay-on-finishing.ts';
import { wageLedger } from './pay-10-wage-ledger.ts';
import { ledgerComplete } from './pay-11-ledger-complete.ts';
import { ledgerKept } from './pay-12-ledger-kept.ts';
import { payslip } from './pay-13-payslip.ts';
import { minimumWage } from './pay-14-minimum-wage.ts';
import { weekdayOvertime } from './pay-15-weekday-overtime.ts';
import { restDayOvertime } from './pay-16-rest-day-overtime.ts';
import { holidayOvertime } from './pay-17-holiday-overtime.ts';
import { divisor } from './pay-18-divisor.ts';
import { overtimeCap } from './pay-19-overtime-cap.ts';
import { deductionCap } from './pay-20-deduction-cap.ts';
import { lawfulDeductions } from './pay-21-lawful-deductions.ts';
import { monthsInArrears } from './pay-22-months-in-arrears.ts';
import { cardWithheld } from './pay-23-card-withheld.ts';
import { stopWorkPay } from './pay-24-stop-work-pay.ts';
import { burdenOfEvidence } from './pay-25-burden-of-evidence.ts';
import { mergerClearsWages } from './pay-26-merger-clears-wages.ts';
import { clearBeforeDeregistering } from './pay-27-clear-before-deregistering.ts';
import { additionalCompensation } from './pay-28-additional-compensation.ts';
import { paidMoreThanDue } from './w-pay-04-paid-more-than-due.ts';
import { neverPaidSinceEntry } from './w-pay-05-never-paid-since-entry.ts';
import { singleHighPay } from './w-pay-07-single-high-pay.ts';
import { paidWithoutAttendance } from './w-pay-09-paid-without-attendance.ts';
import { daysDiffer } from './w-pay-13-days-differ.ts';
import { festivalCountdown } from './w-pay-14-festival-countdown.ts';
import { tokenPay } from './w-pay-17-token-pay.ts';
import { casualUnpaid } from './w-pay-18-casual-unpaid.ts';

export const payrollProjectRules: readonly Rule<ProjectFacts>[] = [settleOnLeaving, monthsInArrears, neverPaidSinceEntry, festivalCountdown];

export const payrollMonthRules: readonly Rule<ProjectMonthFacts>[] = [
  payInFullOnTime,
  payBeforeRestDays,
  minimumWage,
  monthlyPayroll,
  ownSignature,
  paidThroughTheAccount,
  resendReturnedPayments,
  governmentFullRate,
  presentButNotOnPayroll,
  paidMoreThanDue,
  singleHighPay,
  paidWithoutAttendance,
  daysDiffer,
  tokenPay,
  casualUnpaid,
];

export const payrollMatterRules: readonly AskableRule[] = [
  contractorReviews,
  entrustmentAgreement,
  certificateToSubcontractor,
  subcontractorCooperates,
  currencyOnly,
  toTheWorker,
  atLeastMonthly,
  payTermsAgreed,
  payAfterForceMajeure,
  payOnFinishing,
  wageLedger,
  ledgerComplete,
  ledgerKept,
  payslip,
  weekdayOvertime,
  restDayOvertime,
  holidayOvertime,
  divisor,
  overtimeCap,
  deductionCap,
  lawfulDeductions,
  cardWithheld,
  stopWorkPay,
  burdenOfEvidence,
  mergerClearsWages,
  clearBeforeDeregistering,
  additionalCompensation,
];
