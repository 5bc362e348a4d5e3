import type { AskableRule } from '#law/rule.ts';
import { oneWorkerAmount } from './crim-01-one-worker-amount.ts';
import { manyWorkersAmount } from './crim-02-many-workers-amount.ts';
import { orderIgnored } from './crim-03-order-ignored.ts';
import { evasion } from './crim-04-evasion.ts';
import { postedService } from './crim-05-posted-service.ts';
import { mustTransfer } from './crim-06-must-transfer.ts';
import { teamOfTwo } from './crim-07-team-of-two.ts';
import { fileComplete } from './crim-08-file-complete.ts';
import { policeDecision } from './crim-09-police-decision.ts';
import { reconsiderOrSupervise } from './crim-10-reconsider-or-supervise.ts';
import { effectOfPayment } from './crim-11-effect-of-payment.ts';

export const transferRules: readonly AskableRule[] = [
  oneWorkerAmount,
  manyWorkersAmount,
  orderIgnored,
  evasion,
  postedService,
  mustTransfer,
  teamOfTwo,
  fileComplete,
  policeDecision,
  reconsiderOrSupervise,
  effectOfPayment,
];
