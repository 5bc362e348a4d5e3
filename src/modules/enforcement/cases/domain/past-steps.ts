import type { CivilDate } from '#kernel/civil-date.ts';
import { dayOf } from '#kernel/civil-moment.ts';
import { type CannotDetermine, cannotDetermine } from '#law/answer.ts';
import type { FactForm } from '#law/facts.ts';
import { type ParameterId, valueOn } from '#law/parameters/index.ts';
import type { StepContext, Taken } from '#law/procedure.ts';
import { service } from '#law/service.ts';

/** The last time a step was taken. */
export function lastOf(history: readonly Taken[], step: string): Taken | undefined {
  return history.findLast((taken) => taken.step === step);
}

export function wasTaken(history: readonly Taken[], step: string): boolean {
  return lastOf(history, step) !== undefined;
}

/** The facts a step was taken with, read by its form; null when it was not taken. */
export function factsOf<F>(history: readonly Taken[], step: string, form: FactForm<F>): F | null {
  const taken = lastOf(history, step);
  const read = taken === undefined ? null : form.read(taken.facts);
  return read?.ok === true ? read.facts : null;
}

/** The day on which something served took effect: the day itself, thirty days later for 公告送达; null while it was not served. */
export function effectiveDayOf(step: string, { history, calendar }: Pick<StepContext, 'history' | 'calendar'>): CivilDate | null {
  const served = lastOf(history, step);
  if (served === undefined) return null;
  return service().effectiveOn?.(served.facts, served.happened, calendar) ?? dayOf(served.happened);
}

/** Whether the clock stands still: the last suspension was not lifted. */
export function isSuspended(history: readonly Taken[]): boolean {
  return history.findLast(({ step }) => step === 'suspend' || step === 'resume')?.step === 'suspend';
}

/** A number of the place on the day of the step; what is missing when nobody has set it. */
export function numberFor(id: ParameterId, { place, happened }: StepContext): number | CannotDetermine {
  const answer = valueOn(id, place, dayOf(happened));
  if (!answer.ok) return cannotDetermine(answer.missing);
  const { value } = answer.inForce;
  if (typeof value !== 'number') throw new RangeError(`${id} is no number`);
  return value;
}
