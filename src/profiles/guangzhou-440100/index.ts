import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { FIRST_CLASS } from '../guangdong-440000/first-class.ts';
import { guangdong } from '../guangdong-440000/index.ts';

/** 广州市: a city of the first class for the crime. */
export const guangzhou: Profile = {
  ...guangdong,
  id: 'guangzhou-440100',
  name: '广州市',
  place: regionCode('4401'),
  above: guangdong,
  parameters: FIRST_CLASS,
};
