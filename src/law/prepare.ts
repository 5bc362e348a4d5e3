import type { CivilDate } from '#kernel/civil-date.ts';
import type { ParameterId, ParameterValues, PlaceParameters, ValueInForce } from './parameters/index.ts';
import { valueOn } from './parameters/index.ts';
import type { Answer, Rule, Setting } from './rule.ts';

/** What a rule says at a place before any row is read. */
export type PreparedRule<Facts> =
  | { readonly kind: 'decider'; readonly decide: (facts: Facts) => Answer; readonly values: readonly ValueInForce[] }
  /** A local number is missing: named, once for the place, not once a row. */
  | { readonly kind: 'cannot-determine'; readonly missing: readonly string[] }
  /** The place does not use this rule, and says why. */
  | { readonly kind: 'off'; readonly why: string };

/** A place as the rules see it: its numbers, and the rules it does not use. */
export interface RulePlace extends PlaceParameters {
  readonly unused: Readonly<Record<string, string>>;
}

/** The values of the named parameters at a place on a day, or which of them nobody has set. */
export function parametersFor(
  needs: readonly ParameterId[],
  place: PlaceParameters,
  on: CivilDate,
): { readonly params: ParameterValues; readonly values: readonly ValueInForce[] } | { readonly missing: readonly string[] } {
  const answers = needs.map((id) => valueOn(id, place, on));
  const missing = answers.flatMap((answer) => (answer.ok ? [] : [answer.missing]));
  if (missing.length > 0) return { missing };
  const values = answers.flatMap((answer) => (answer.ok ? [answer.inForce] : []));
  // Complete for whoever named them: every id in `needs` has just been answered, and a declaration lets its rule read no other.
  return { params: Object.fromEntries(values.map((inForce) => [inForce.id, inForce.value])) as unknown as ParameterValues, values };
}

/** Binds a rule to a day, a place and its parameters. The rule sees the parameters it named and no other. */
export function prepareRule<Facts>(rule: Rule<Facts>, setting: Setting, place: RulePlace): PreparedRule<Facts> {
  const why = place.unused[rule.code];
  if (why !== undefined) return { kind: 'off', why };
  const bound = parametersFor(rule.needs, place, setting.on);
  if ('missing' in bound) return { kind: 'cannot-determine', missing: bound.missing };
  return { kind: 'decider', decide: rule.prepare(setting, bound.params), values: bound.values };
}
