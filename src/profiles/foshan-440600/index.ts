import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { FIRST_CLASS } from '../guangdong-440000/first-class.ts';
import { guangdong } from '../guangdong-440000/index.ts';

/** 佛山市: a city of the first class for the crime. */
export const foshan: Profile = { ...guangdong, id: 'foshan-440600', name: '佛山市', place: regionCode('4406'), above: guangdong, parameters: FIRST_CLASS };
