import { civilMoment } from '#kernel/civil-moment.ts';
import { nationalCalendar } from '#law/calendars/index.ts';
import type { Party } from '#law/parties.ts';
import type { PlaceParameters } from '#law/parameters/index.ts';
import { standing, type StepDue, take } from '#law/procedure-run.ts';
import type { Procedure, Taken } from '#law/procedure.ts';
import { national } from '#profiles/index.ts';

/** A step as a test tells it: which, when, by whom, with what facts. */
export type Told = readonly [step: string, when: string, by: Party, facts?: unknown];

/** The history of steps, each of which must be allowed. */
export function takeAll(procedure: Procedure, told: readonly Told[], place: PlaceParameters = national): readonly Taken[] {
  return told.reduce<readonly Taken[]>((history, one) => {
    const result = take(procedure, history, takenOf(one), { calendar: nationalCalendar, place });
    if (!result.ok) throw new Error(`${one[0]}: ${result.refusal.says}`);
    return result.value;
  }, []);
}

/** Where the matter stands, with the limit of each open step by its code. */
export function standAt(
  procedure: Procedure,
  told: readonly Told[],
  moment: string,
  place: PlaceParameters = national,
): { readonly state: string; readonly isOver: boolean; readonly due: Readonly<Record<string, StepDue | null>> } {
  const stands = standing(procedure, takeAll(procedure, told, place), { at: civilMoment(moment), calendar: nationalCalendar, place });
  if (stands === null) throw new Error('the matter has not begun');
  return { state: stands.state, isOver: stands.isOver, due: Object.fromEntries(stands.open.map(({ step, due }) => [step.code, due])) };
}

/** The state after one more step, or the words of its refusal. */
export function tryTo(procedure: Procedure, told: readonly Told[], next: Told, place: PlaceParameters = national): string {
  const result = take(procedure, takeAll(procedure, told, place), takenOf(next), { calendar: nationalCalendar, place });
  if (!result.ok) return result.refusal.says;
  return standing(procedure, result.value, { at: civilMoment(next[1]), calendar: nationalCalendar, place })?.state ?? '';
}

function takenOf([step, when, by, facts = {}]: Told): Taken {
  return { step, by, happened: civilMoment(when), recorded: civilMoment(when), facts };
}
