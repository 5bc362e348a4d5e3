import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { FIRST_CLASS } from '../guangdong-440000/first-class.ts';
import { guangdong } from '../guangdong-440000/index.ts';

/** 深圳市: a city of the first class for the crime. */
export const shenzhen: Profile = { ...guangdong, id: 'shenzhen-440300', name: '深圳市', place: regionCode('4403'), above: guangdong, parameters: FIRST_CLASS };
