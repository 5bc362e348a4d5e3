import { accountsParameters } from './areas/accounts.ts';
import { attendanceParameters } from './areas/attendance.ts';
import { casesParameters } from './areas/cases.ts';
import { creditParameters } from './areas/credit.ts';
import { depositsParameters } from './areas/deposits.ts';
import { disputesParameters } from './areas/disputes.ts';
import { feedsParameters } from './areas/feeds.ts';
import { fundingParameters } from './areas/funding.ts';
import { governanceParameters } from './areas/governance.ts';
import { projectsParameters } from './areas/projects.ts';
import { rosterParameters } from './areas/roster.ts';
import { targetsParameters } from './areas/targets.ts';
import { wagesParameters } from './areas/wages.ts';
import type { Parameter } from './parameter.ts';

/** Every legal number the rules read, by id. A new one is one entry in its area; its id is then known to the compiler. */
export const PARAMETERS = {
  ...wagesParameters,
  ...rosterParameters,
  ...attendanceParameters,
  ...accountsParameters,
  ...projectsParameters,
  ...depositsParameters,
  ...feedsParameters,
  ...fundingParameters,
  ...casesParameters,
  ...creditParameters,
  ...disputesParameters,
  ...governanceParameters,
  ...targetsParameters,
} as const satisfies Readonly<Record<string, Parameter>>;
