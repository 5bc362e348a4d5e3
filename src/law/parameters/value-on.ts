import type { CivilDate } from '#kernel/civil-date.ts';
import type { Evidence } from '../evidence.ts';
import { PARAMETERS } from './catalogue.ts';
import { type DatedValue, inWords, type Parameter, type Unit, type UnitValues } from './parameter.ts';

type Catalogue = typeof PARAMETERS;

/** The name of a parameter; an unknown one does not compile. */
export type ParameterId = keyof Catalogue;

type ValueOf<Id extends ParameterId> = Catalogue[Id] extends Parameter<infer U> ? UnitValues[U] : never;

/** The values in force on a day at a place, as a rule reads them. */
export type ParameterValues = { readonly [Id in ParameterId]: ValueOf<Id> };

/** What a place sets otherwise than the nation. */
export type PlaceSeries = { readonly [Id in ParameterId]?: readonly DatedValue<ValueOf<Id>>[] };

/** The parameters of a place: its own, those of the place above it, and at last the nation's. */
export interface PlaceParameters {
  readonly name: string;
  readonly parameters: PlaceSeries;
  readonly above: PlaceParameters | null;
}

export interface ValueInForce<Id extends ParameterId = ParameterId> {
  readonly id: Id;
  readonly means: string;
  readonly value: ValueOf<Id>;
  /** `30 日`. */
  readonly words: string;
  readonly basis: string;
  readonly evidence: Evidence;
  /** 全国, or the place whose document says so. */
  readonly setBy: string;
}

export type ValueAnswer<Id extends ParameterId> =
  | { readonly ok: true; readonly inForce: ValueInForce<Id> }
  | { readonly ok: false /** Chinese: which number is missing where. */; readonly missing: string };

/**
 * The value in force on a day. A place's series speaks from its first day on: a value that ended is a gap, it does not
 * fall through to an older one or to the nation. Where nobody says anything, the gap is named; nothing is guessed.
 */
export function valueOn<Id extends ParameterId>(id: Id, place: PlaceParameters, day: CivilDate): ValueAnswer<Id> {
  const parameter: Parameter = PARAMETERS[id];
  for (let setBy: PlaceParameters | null = place; setBy !== null; setBy = setBy.above) {
    const answer = fromSeries<Id>(id, parameter, setBy.parameters[id], setBy.name, day);
    if (answer !== null) return answer;
  }
  return fromSeries<Id>(id, parameter, parameter.national, '全国', day) ?? { ok: false, missing: `${place.name}未设定“${parameter.means}”` };
}

/** Null when the series does not speak on that day, so that the next one is asked. */
function fromSeries<Id extends ParameterId>(
  id: Id,
  parameter: Parameter,
  series: readonly DatedValue<UnitValues[Unit]>[] | undefined,
  setBy: string,
  day: CivilDate,
): ValueAnswer<Id> | null {
  const latest = series?.reduce<DatedValue<UnitValues[Unit]> | null>(
    (best, entry) => (entry.from <= day && (best === null || entry.from > best.from) ? entry : best),
    null,
  );
  if (latest === null || latest === undefined) return null;
  if (latest.until !== undefined && latest.until < day) return { ok: false, missing: `${setBy}的“${parameter.means}”自${latest.until}后没有新值` };
  // The catalogue ties unit and value by id; the compiler cannot follow that through a generic id.
  const value = latest.value as ValueOf<Id>;
  return {
    ok: true,
    inForce: { id, means: parameter.means, value, words: inWords(parameter.unit, latest.value), basis: latest.basis, evidence: latest.evidence, setBy },
  };
}

export function isParameterId(text: string): text is ParameterId {
  return Object.hasOwn(PARAMETERS, text);
}
