import { contains, type RegionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { gaotang } from './gaotang-371526/index.ts';
import { jiayuguan } from './jiayuguan-620200/index.ts';
import { national } from './national/index.ts';

export { gaotang, jiayuguan, national };

/** Every place that can be chosen. */
export const PROFILES: readonly Profile[] = [national, gaotang, jiayuguan];

/** The profile by its id (`gaotang-371526`); null when there is none. */
export function findProfile(id: string): Profile | null {
  return PROFILES.find((profile) => profile.id === id) ?? null;
}

/** The profile of the smallest place that contains this one; the nation's where none does. */
export function profileOf(region: RegionCode): Profile {
  let best = national;
  for (const profile of PROFILES) {
    if (profile.place !== null && contains(profile.place, region) && profile.place.length > (best.place?.length ?? 0)) best = profile;
  }
  return best;
}
