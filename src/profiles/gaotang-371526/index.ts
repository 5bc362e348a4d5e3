import { regionCode } from '#kernel/region-code.ts';
import type { Profile } from '#law/profile.ts';
import { local, tenThousandYuan } from '../local.ts';
import { national } from '../national/index.ts';
import { shandong } from '../shandong-370000/index.ts';

const SOURCE = '聊城新闻网《高唐县根治欠薪》';

/**
 * 聊城市高唐县. Source: the county's account of its work (聊城新闻网, 2023): a specialist in each of 12 towns who settles first,
 * then 「镇街吹哨，部门报到」 and hand-over level by level. Its fund sizes and how often towns are ranked
 * and sites drawn are its own; deposit rate, minimum wage, labour-cost share and payment rate of government projects are not entered and stay open.
 */
export const gaotang: Profile = {
  ...national,
  id: 'gaotang-371526',
  name: '高唐县',
  place: regionCode('371526'),
  above: shandong,
  parameters: {
    'emergency-fund.county': local('2023-01-01', tenThousandYuan(500), `${SOURCE}：县政府每年设立500万元`),
    'emergency-fund.town': local('2023-01-01', tenThousandYuan(80), `${SOURCE}：镇街每年设立80万元`),
    'routine.ranking.months': local('2023-01-01', 6, `${SOURCE}：每年年中、年末评价排名`),
    'routine.random-check.months': local('2023-01-01', 1, `${SOURCE}：住建部门每月开展“双随机一公开”检查`),
  },
  escalation: ['town-specialist', 'inspector', 'inspection-chief', 'leader'],
};
