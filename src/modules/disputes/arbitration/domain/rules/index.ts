import type { AskableRule } from '#law/rule.ts';
import { limitation } from './arb-01-limitation.ts';
import { interruption } from './arb-02-interruption.ts';
import { acceptance } from './arb-03-acceptance.ts';
import { serviceAndReply } from './arb-04-service-and-reply.ts';
import { notices } from './arb-05-notices.ts';
import { award } from './arb-06-award.ts';
import { fastTrack } from './arb-07-fast-track.ts';
import { finalAward } from './arb-08-final-award.ts';
import { earlyRelief } from './arb-09-early-relief.ts';
import { afterAward } from './arb-10-after-award.ts';
import { mediationEnds } from './arb-11-mediation-ends.ts';
import { representatives } from './arb-12-representatives.ts';
import { paymentOrder } from './ord-01-payment-order.ts';
import { courtLimits } from './ord-02-court-limits.ts';
import { debtorLimit } from './ord-03-debtor-limit.ts';
import { afterObjection } from './ord-04-after-objection.ts';

export const arbitrationRules: readonly AskableRule[] = [
  limitation,
  interruption,
  acceptance,
  serviceAndReply,
  notices,
  award,
  fastTrack,
  finalAward,
  earlyRelief,
  afterAward,
  mediationEnds,
  representatives,
  paymentOrder,
  courtLimits,
  debtorLimit,
  afterObjection,
];
