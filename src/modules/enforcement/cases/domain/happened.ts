import type { CivilDate } from '#kernel/civil-date.ts';
import type { Happened } from '#law/facts.ts';

/** The day something happened, or null while it has not: what lies after the day asked about has not happened yet. */
export function happenedBy(event: Happened, on: CivilDate): CivilDate | null {
  return event === 'not-yet' || event > on ? null : event;
}
