import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { FIRST_CLASS } from '../guangdong-440000/first-class.ts';
import { guangdong } from '../guangdong-440000/index.ts';
import { local, perCent } from '../local.ts';

const SOURCE = '珠海市人工费用拨付比例规定（转引）';

/** 珠海市: the least share of labour cost by kind of works; a city of the first class for the crime. */
export const zhuhai: Profile = {
  ...guangdong,
  id: 'zhuhai-440400',
  name: '珠海市',
  place: regionCode('4404'),
  above: guangdong,
  parameters: {
    'labour-cost.building.contract-share': local('2021-07-07', perCent(19), SOURCE),
    'labour-cost.building.progress-share': local('2021-07-07', perCent(23), SOURCE),
    'labour-cost.municipal.contract-share': local('2021-07-07', perCent(10), SOURCE),
    'labour-cost.municipal.progress-share': local('2021-07-07', perCent(13), SOURCE),
    'labour-cost.transport.contract-share': local('2021-07-07', perCent(10), SOURCE),
    'labour-cost.transport.progress-share': local('2021-07-07', perCent(13), SOURCE),
    'labour-cost.water.contract-share': local('2021-07-07', perCent(12), SOURCE),
    'labour-cost.water.progress-share': local('2021-07-07', perCent(15), SOURCE),
    ...FIRST_CLASS,
  },
};
