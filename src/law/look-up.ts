import type { CivilDate } from '#kernel/civil-date.ts';
import { PARAMETERS, type ParameterId, type ValueAnswer, valueOn } from './parameters/index.ts';
import type { Setting } from './setting.ts';

/**
 * A number of the place on another day than the one asked about (the minimum wage of a work month), or one without which the rest can
 * still be reckoned. Whoever looks one up lists it in `looksUp`. Without a place nothing is guessed.
 */
export function lookUp<Id extends ParameterId>(id: Id, setting: Setting, day: CivilDate): ValueAnswer<Id> {
  if (setting.place === undefined) return { ok: false, missing: `没有说明地方，“${PARAMETERS[id].means}”无从查起` };
  return valueOn(id, setting.place, day);
}
