import type { CivilDate } from '#kernel/civil-date.ts';
import type { WorkingCalendar } from './calendars/index.ts';
import type { PlaceParameters } from './parameters/index.ts';

/** What a rule sees beside its facts: the day it is asked about, its own parameters, and the calendar. */
export interface Setting {
  readonly on: CivilDate;
  readonly calendar: WorkingCalendar;
  /** The place, for a local number that is asked for another day than `on`; absent where no place was stated. */
  readonly place?: PlaceParameters;
}
