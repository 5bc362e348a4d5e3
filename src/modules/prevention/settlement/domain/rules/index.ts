import type { AskableRule } from '#law/rule.ts';
import { progressShare } from './fund-11-progress-payment.ts';
import { retention } from './fund-12-retention.ts';
import { returnOverpayment } from './fund-13-return-overpayment.ts';
import { smePaymentTerm } from './fund-14-sme-payment-term.ts';
import { smeLateInterestDue } from './fund-15-late-interest.ts';
import { payWhenPaid } from './fund-16-pay-when-paid.ts';
import { fourDeposits } from './fund-17-four-deposits.ts';

export const settlementRules: readonly AskableRule[] = [
  progressShare,
  retention,
  returnOverpayment,
  smePaymentTerm,
  smeLateInterestDue,
  payWhenPaid,
  fourDeposits,
];
