import { basisPoints } from '#kernel/basis-points.ts';
import { QUALITY_REGULATION, REGULATION } from '../in-force.ts';
import { chosen, type Parameter, parameter, since } from '../parameter.ts';

/** 工程款与资金. */
export const fundingParameters = {
  'guarantee.min-share': parameter('basis-points', '工程款支付担保金额占合同价款的最低比例'),
  'labour-cost.cycle.months': parameter('months', '人工费用拨付周期最长几个月', since(REGULATION, 1, 'VF', '工资条例第二十四条第二款')),
  'collective-claim.report-hours': parameter('hours', '发生集体讨薪后多少小时内报告', chosen(24, '条例只说“及时处理”并报告；同类事件通行24小时')),
  'subletting.fine.lowest': parameter(
    'basis-points',
    '转包、违法分包对施工单位罚款占合同价款的下限',
    since(QUALITY_REGULATION, basisPoints(50), 'VF', '质量条例第六十二条第一款'),
  ),
  'subletting.fine.highest': parameter(
    'basis-points',
    '转包、违法分包对施工单位罚款占合同价款的上限',
    since(QUALITY_REGULATION, basisPoints(100), 'VF', '质量条例第六十二条第一款'),
  ),
} as const satisfies Readonly<Record<string, Parameter>>;
