import { addDays, type CivilDate, daysBetween } from '#kernel/civil-date.ts';
import { moreThan } from '#kernel/bounds.ts';
import { isUnderWay, type LedgerColumn, notStated, cellOf, type ProjectFacts } from '#modules/prevention/facts/domain/index.ts';
import { type CannotDetermine, type Level, NOTHING, type Nothing } from '#law/rule.ts';

/** A duty of a project under way that leaves a cell of the ledger empty past its day. */
export interface OverdueDuty {
  readonly answer: 'overdue';
  readonly dueOn: CivilDate;
  readonly late: number;
}

/**
 * Holds the cell of a duty that starts with the works: nothing when it is filled or not yet due (the last day is in time),
 * a gap when the office's ledger has no such column, otherwise how late it is.
 */
/** What the question reads beside the cell itself. */
type Course = Pick<ProjectFacts, 'state' | 'startedOn' | 'finishedOn' | 'pausedFrom' | 'pausedUntil' | 'stated'>;

export function overdueSinceStart<C extends LedgerColumn>(
  facts: Course & Pick<ProjectFacts, C | 'stated'>,
  column: C,
  withinDays: number,
  on: CivilDate,
): OverdueDuty | Nothing | CannotDetermine {
  if (facts[column] !== null || facts.startedOn === null || !isUnderWay(facts, on)) return NOTHING;
  const dueOn = addDays(facts.startedOn, withinDays);
  if (on <= dueOn) return NOTHING;
  return cellOf(facts, column) === 'not-stated' ? notStated(column) : { answer: 'overdue', dueOn, late: daysBetween(dueOn, on) };
}

/** Blue at first, yellow once it is late by more (超过) than the days allowed. */
export function blueThenYellow(late: number, yellowAfter: number): Level {
  return moreThan(late, yellowAfter) ? 2 : 1;
}
