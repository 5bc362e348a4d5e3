import { chosen, type Parameter, parameter } from '../parameter.ts';

/** 数据来源. */
export const feedsParameters = {
  // 数据
  'feed.yellow-days': parameter('natural-days', '数据断流再超过多少日升为黄', chosen(15, '再过15日')),
  'feed.roster.days': parameter('natural-days', '开工后多少日内应报花名册', chosen(15, '先登记后进场')),
  'feed.attendance.days': parameter('natural-days', '考勤最多滞后多少日', chosen(45, '按月报送：上月考勤次月15日前报到')),
  'feed.flows.days': parameter('natural-days', '专户流水最多滞后多少日', chosen(45, '按月报送；人工费用每月至少拨付一次，账户不应一个半月没有动静')),
  'feed.app.days': parameter('natural-days', '接口应用最多多少日没有报来有效数据', chosen(3, '行业系统直连：72小时')),
} as const satisfies Readonly<Record<string, Parameter>>;
