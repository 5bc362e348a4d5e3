import { type CivilDate, monthOf, shiftMonth } from '#kernel/civil-date.ts';
import { COUNTIES } from './counties.ts';
import { inventor } from './invent.ts';
import { WRONGS } from './plan.ts';
import { chanceOf } from './random.ts';
import { type BuiltSite, siteOf } from './site.ts';
import { arrearsOf, incidentOf, lapsesOf } from './truth.ts';
import type { Behaviour, Lapse, World } from './types.ts';
import { workLikelihood } from './weather.ts';

export interface WorldOrder {
  readonly seed: number;
  readonly profile: string;
  /** A number of sites, or one behaviour a site. */
  readonly sites: number | readonly Behaviour[];
  readonly months: number;
  readonly until: CivilDate;
  readonly heads?: readonly [number, number];
  readonly gateShare?: number;
}

/** Makes a county: the same order gives the same county, to the last digit. */
export function worldOf(order: WorldOrder): World {
  const county = COUNTIES[order.profile];
  if (county === undefined) throw new Error(`没有「${order.profile}」这个地区，可选：${Object.keys(COUNTIES).join('、')}`);
  const chance = chanceOf(`anxin/${order.profile}/${order.seed}`);
  const from = shiftMonth(monthOf(order.until), 1 - order.months);
  const behaviours = typeof order.sites === 'number' ? behavioursOf(order.sites, order.seed) : order.sites;
  const numbers = inventor();
  const likelihood = workLikelihood(order.seed);
  const built: BuiltSite[] = [];
  for (const [index, behaviour] of behaviours.entries()) {
    const twin = behaviour === 'two-places' ? (built[0]?.site ?? null) : null;
    built.push(
      siteOf(
        { index, behaviour, county, from, until: order.until, heads: order.heads ?? [20, 200], gateShare: order.gateShare ?? 0.5, likelihood },
        twin,
        numbers,
        chance.fork(`site/${index}`),
      ),
    );
  }
  const arrears = built.map((each) => arrearsOf(each, order.until));
  return {
    seed: order.seed,
    profile: order.profile,
    countyCode: county.code,
    countyName: county.name,
    from,
    until: order.until,
    sites: built.map(({ site }) => site),
    incidents: built.flatMap((each, index) => incidentOf(each, arrears[index] ?? [], order.until, chance.fork(`complaint/${index}`)) ?? []),
    arrears: arrears.flat(),
    lapses: [...built.flatMap(lapsesOf), ...twinLapses(built)],
  };
}

/** The site whose team is written down elsewhere too is named in the same warning. */
function twinLapses(built: readonly BuiltSite[]): Lapse[] {
  const twin = built[0]?.site;
  return built.flatMap(({ site }) =>
    site.behaviour === 'two-places' && twin !== undefined ? [{ project: twin.code, beganOn: site.startedOn, answers: ['W-RNM-06'] }] : [],
  );
}

/** Most sites are honest; the wrongs take turns over the seeds, so that five worlds of twenty-four meet every one. */
function behavioursOf(sites: number, seed: number): Behaviour[] {
  const wrong = Math.floor(sites * 0.45);
  const turn = (((seed * 7) % WRONGS.length) + WRONGS.length) % WRONGS.length;
  const wrongs = Array.from({ length: wrong }, (_, at) => WRONGS[(turn + at) % WRONGS.length] ?? 'late');
  const honest = Array.from({ length: sites - wrong }, (): Behaviour => 'honest');
  // The first site stays honest: a team that is in two places has its true place there.
  return ['honest', ...chanceOf(`behaviours/${seed}`).shuffled([...wrongs, ...honest.slice(1)])];
}
