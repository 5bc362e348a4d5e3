import type { AskableRule, Rule } from '#law/rule.ts';
import type { ProjectFacts, ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { contractRate } from './ctr-01-contract-rate.ts';
import { registeredBeforeEntry } from './ctr-02-registered-before-entry.ts';
import { doubleWageClaim } from './ctr-03-double-wage.ts';
import { realNameInUse } from './ctr-04-real-name-in-use.ts';
import { realNameComplete } from './ctr-05-real-name-complete.ts';
import { safetyTraining } from './ctr-06-safety-training.ts';
import { retrainAfterAYear } from './ctr-07-retrain-after-a-year.ts';
import { attendanceKept } from './ctr-08-attendance-kept.ts';
import { employmentLedgerKept } from './ctr-10-employment-ledger-kept.ts';
import { faceNotSoleWay } from './ctr-12-face-not-sole-way.ts';
import { faceFiling } from './ctr-13-face-filing.ts';
import { sensitiveInformation } from './ctr-14-sensitive-information.ts';
import { rosterFields } from './ctr-15-roster-fields.ts';
import { agreementOnly } from './ctr-16-agreement-only.ts';
import { sharedCardsAndPhones } from './dis-09-shared-cards-and-phones.ts';
import { ownCard } from './w-rnm-04-own-card.ts';
import { contractEnding } from './w-rnm-05-contract-ending.ts';
import { twoPlaces } from './w-rnm-06-two-places.ts';
import { age } from './w-rnm-08-age.ts';
import { silentNotExited } from './w-rnm-11-silent-not-exited.ts';

export const rosterProjectRules: readonly Rule<ProjectFacts>[] = [
  contractRate,
  realNameInUse,
  sharedCardsAndPhones,
  ownCard,
  contractEnding,
  age,
  silentNotExited,
];

export const rosterMonthRules: readonly Rule<ProjectMonthFacts>[] = [registeredBeforeEntry, twoPlaces];

export const rosterMatterRules: readonly AskableRule[] = [
  doubleWageClaim,
  realNameComplete,
  safetyTraining,
  retrainAfterAYear,
  attendanceKept,
  employmentLedgerKept,
  faceNotSoleWay,
  faceFiling,
  sensitiveInformation,
  rosterFields,
  agreementOnly,
];
