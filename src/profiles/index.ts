import { contains, type RegionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { anhui } from './anhui-340000/index.ts';
import { baotou } from './baotou-150200/index.ts';
import { chengdu } from './chengdu-510100/index.ts';
import { chongqing } from './chongqing-500000/index.ts';
import { dongguan } from './dongguan-441900/index.ts';
import { foshan } from './foshan-440600/index.ts';
import { fujian } from './fujian-350000/index.ts';
import { gaotang } from './gaotang-371526/index.ts';
import { guangdong } from './guangdong-440000/index.ts';
import { guangxi } from './guangxi-450000/index.ts';
import { guangzhou } from './guangzhou-440100/index.ts';
import { guizhou } from './guizhou-520000/index.ts';
import { henan } from './henan-410000/index.ts';
import { huizhou } from './huizhou-441300/index.ts';
import { hunan } from './hunan-430000/index.ts';
import { jiangsu } from './jiangsu-320000/index.ts';
import { jiayuguan } from './jiayuguan-620200/index.ts';
import { jilin } from './jilin-220000/index.ts';
import { jinan } from './jinan-370100/index.ts';
import { jinzhou } from './jinzhou-210700/index.ts';
import { liaoning } from './liaoning-210000/index.ts';
import { national } from './national/index.ts';
import { shandong } from './shandong-370000/index.ts';
import { shenzhen } from './shenzhen-440300/index.ts';
import { wuxi } from './wuxi-320200/index.ts';
import { xinjiang } from './xinjiang-650000/index.ts';
import { zhongshan } from './zhongshan-442000/index.ts';
import { zhuhai } from './zhuhai-440400/index.ts';

export { chengdu, gaotang, guangxi, jiayuguan, jilin, national };

/** Places whose real numbers are held as samples: deposits, and the amounts of the crime. */
const SAMPLES: readonly Profile[] = [
  anhui,
  baotou,
  chongqing,
  dongguan,
  foshan,
  fujian,
  guangdong,
  guangzhou,
  guizhou,
  henan,
  huizhou,
  hunan,
  jiangsu,
  jinan,
  jinzhou,
  liaoning,
  shandong,
  shenzhen,
  wuxi,
  xinjiang,
  zhongshan,
  zhuhai,
];

/** Every place that can be chosen: the nation, the five the product was made for, and the samples. */
export const PROFILES: readonly Profile[] = [national, guangxi, gaotang, chengdu, jilin, jiayuguan, ...SAMPLES];

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
