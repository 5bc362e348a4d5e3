import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { local } from '../local.ts';
import { national } from '../national/index.ts';

const SOURCE = '四川省人社厅《成都市树立根治欠薪治理导向》';

/** 成都市. Source: 四川省人社厅《成都市树立根治欠薪治理导向 构建融合治理新格局》(2022): 「月走访、季通报、年考评」, 四不两直督查「周通报」. */
export const chengdu: Profile = {
  ...national,
  id: 'chengdu-510100',
  name: '成都市',
  place: regionCode('5101'),
  above: national,
  parameters: {
    'routine.visit.months': local('2021-01-01', 1, `${SOURCE}：月走访`),
    'routine.bulletin.months': local('2021-01-01', 3, `${SOURCE}：季通报`),
    'routine.evaluation.months': local('2021-01-01', 12, `${SOURCE}：年考评`),
    'routine.unannounced-bulletin.days': local('2021-01-01', 7, `${SOURCE}：督查情况实行周通报`),
  },
};
