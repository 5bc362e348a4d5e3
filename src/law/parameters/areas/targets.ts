import { type Parameter, parameter } from '../parameter.ts';

/** 目标与例行工作: what a place has set itself, and how often it does what; nothing of it is the nation's. */
export const targetsParameters = {
  // 目标
  'target.case-closing': parameter('basis-points', '劳动保障监察案件结案率目标'),
  'target.recovery': parameter('basis-points', '农民工工资清欠率目标'),
  'target.model-projects': parameter('projects', '“薪安项目”创建个数目标'),
  'target.model-share': parameter('basis-points', '“薪安项目”占在建项目比例目标'),
  'target.new-arrears.months': parameter('months', '新增欠薪几个月内解决'),
  // 例行工作
  'routine.visit.months': parameter('months', '每几个月走访一次在建项目'),
  'routine.bulletin.months': parameter('months', '每几个月通报一次走访情况'),
  'routine.evaluation.months': parameter('months', '每几个月考评一次'),
  'routine.unannounced-bulletin.days': parameter('natural-days', '“四不两直”督查每几日通报一次'),
  'routine.ranking.months': parameter('months', '每几个月对镇街评价排名一次'),
  'routine.random-check.months': parameter('months', '每几个月开展一次“双随机一公开”检查'),
} as const satisfies Readonly<Record<string, Parameter>>;
