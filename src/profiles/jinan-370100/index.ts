import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { local, perCent } from '../local.ts';
import { shandong } from '../shandong-370000/index.ts';

/** 济南市: how much of the list is drawn in a year. */
export const jinan: Profile = {
  ...shandong,
  id: 'jinan-370100',
  name: '济南市',
  place: regionCode('3701'),
  above: shandong,
  parameters: { 'inspection.sample-share': local('2019-01-01', perCent(5), '济南市“双随机”抽查规定（转引）：每个事项每年不低于5%') },
};
