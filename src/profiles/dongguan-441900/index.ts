import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { FIRST_CLASS } from '../guangdong-440000/first-class.ts';
import { guangdong } from '../guangdong-440000/index.ts';

/** 东莞市: a city of the first class for the crime. */
export const dongguan: Profile = { ...guangdong, id: 'dongguan-441900', name: '东莞市', place: regionCode('4419'), above: guangdong, parameters: FIRST_CLASS };
