import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { local } from '../local.ts';
import { national } from '../national/index.ts';

/** 山东省: how often an employer may be inspected without cause. The amounts of the crime and deposit rates are not entered. */
export const shandong: Profile = {
  ...national,
  id: 'shandong-370000',
  name: '山东省',
  place: regionCode('37'),
  above: national,
  parameters: { 'inspection.routine-cap.times': local('2004-12-01', 2, '山东省劳动和社会保障监察条例：每年日常巡视检查不超过2次') },
};
