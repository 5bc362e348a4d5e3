import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { local, perCent } from '../local.ts';
import { national } from '../national/index.ts';

const SOURCE = '吉林省“五化”工作法';

/** 吉林省. Source: 《吉林：“五化”工作法促根治欠薪治理能力提升》(2024): 「创建“薪安项目”300个以上，覆盖在建项目20%以上，新增欠薪问题1个月内解决」. */
export const jilin: Profile = {
  ...national,
  id: 'jilin-220000',
  name: '吉林省',
  place: regionCode('22'),
  above: national,
  parameters: {
    'target.model-projects': local('2024-01-01', 300, `${SOURCE}：创建“薪安项目”300个以上`),
    'target.model-share': local('2024-01-01', perCent(20), `${SOURCE}：覆盖在建项目20%以上`),
    'target.new-arrears.months': local('2024-01-01', 1, `${SOURCE}：新增欠薪问题1个月内解决`),
  },
};
