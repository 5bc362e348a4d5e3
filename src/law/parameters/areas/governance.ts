import { civilDate } from '#kernel/civil-date.ts';
import { chosen, type Parameter, parameter, since } from '../parameter.ts';

const RANDOM_INSPECTION = civilDate('2019-01-27');
const ASSESSMENT_2017 = civilDate('2017-12-06');
/** The rounds of 2017 to 2020 were over by the end of April 2021. */
const AFTER_2017_ROUNDS = civilDate('2021-05-01');
const ASSESSMENT_2023 = civilDate('2023-09-21');

/** 检查、考核与应急周转金. */
export const governanceParameters = {
  // 检查
  'inspection.publish.days': parameter(
    'working-days',
    '抽查、检查结束后几个工作日内公示结果',
    since(RANDOM_INSPECTION, 20, 'M', '国发〔2019〕5号：一般在抽查任务完成后20个工作日内，未核对原文'),
  ),
  'inspection.sample-share': parameter('basis-points', '年度“双随机”抽查比例'),
  'inspection.routine-cap.times': parameter('times', '每年对同一用人单位日常检查的次数上限'),
  // 考核
  'assessment.self-check.months': parameter(
    'months',
    '考核年度结束后几个月内报送自查报告，0 为以考核方案为准',
    since(ASSESSMENT_2017, 2, 'V2', '国办发〔2017〕96号第七条：次年2月底前'),
    since(AFTER_2017_ROUNDS, 0, 'V2', '2017年办法只管2017至2020年度；2023年办法没有写明自查截止日'),
  ),
  'assessment.grade-a.top': parameter('rank', '得分排在前几名可以定为A级', since(ASSESSMENT_2023, 10, 'M', '国办发〔2023〕33号第八条：前10名，未核对原文')),
  'assessment.grade-c.bottom': parameter('rank', '得分排在后几名定为C级', since(ASSESSMENT_2023, 3, 'V1', '国办发〔2023〕33号第八条，据贵州2018年办法：后3名')),
  'assessment.veto.events': parameter(
    'times',
    '50人以上欠薪群体性事件达到几起定为C级',
    since(ASSESSMENT_2023, 5, 'V1', '国办发〔2023〕33号第八条，据贵州2018年办法：5起'),
  ),
  'assessment.veto.government-events': parameter(
    'times',
    '政府投资项目引发的50人以上欠薪群体性事件达到几起定为C级',
    since(ASSESSMENT_2023, 2, 'V1', '国办发〔2023〕33号第八条，据贵州2018年办法：2起'),
  ),
  'assessment.veto.extreme': parameter(
    'times',
    '造成严重后果的欠薪极端事件达到几起定为C级',
    since(ASSESSMENT_2023, 1, 'V1', '国办发〔2023〕33号第八条，据贵州2018年办法：1起'),
  ),
  'assessment.falsification-is-c': parameter(
    'yes-no',
    '考核中弄虚作假是否直接定为C级',
    chosen(false, '国家办法只写通报批评、追究责任；列为C级情形的地方（如江苏2018年办法）另行设定'),
  ),
  // 应急周转金与群体性事件
  'emergency-fund.per-worker': parameter<'times'>('times', '应急周转金对每名农民工垫付不超过几个月的最低工资'),
  'emergency-fund.total-share': parameter<'basis-points'>('basis-points', '应急周转金垫付总额不超过被拖欠工资的多少'),
  'emergency-fund.county': parameter<'fen'>('fen', '县级应急周转金每年安排多少'),
  'emergency-fund.town': parameter<'fen'>('fen', '镇街应急周转金每年安排多少'),
  'incident.group-duties': parameter<'words'>('words', '群体性讨薪事件黄、橙、红预警各由谁做什么'),
  'incident.group-people': parameter('steps', '群体性讨薪事件黄、橙、红预警的人数', chosen([10, 20, 50], '没有全国标准，参照一地方整改方案')),
} as const satisfies Readonly<Record<string, Parameter>>;
