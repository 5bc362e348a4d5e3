import type { Rule } from '#law/rule.ts';
import type { ProjectFacts, ProjectMonthFacts } from '#modules/prevention/facts/domain/index.ts';
import { contractRate } from './ctr-01-contract-rate.ts';
import { registeredBeforeEntry } from './ctr-02-registered-before-entry.ts';
import { realNameInUse } from './ctr-04-real-name-in-use.ts';
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
