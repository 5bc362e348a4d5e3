import { basisPoints } from '#kernel/basis-points.ts';
import { QUALITY_REGULATION, REGULATION, SETTLEMENT_NOTICE, SME_REGULATION, SME_REVISION } from '../in-force.ts';
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
  // 价款结算
  'settlement.progress.min-share': parameter(
    'basis-points',
    '政府机关、事业单位、国有企业工程进度款占已完成工程价款的最低比例',
    since(SETTLEMENT_NOTICE, basisPoints(8000), 'V2', '财建〔2022〕183号第一部分'),
  ),
  'settlement.retention.max-share': parameter(
    'basis-points',
    '质量保证金占工程价款总额的最高比例',
    since(SETTLEMENT_NOTICE, basisPoints(300), 'V2', '财建〔2022〕183号第一部分'),
  ),
  'settlement.overpaid.return-days': parameter(
    'natural-days',
    '结算后多少日内返还多收的进度款',
    since(SETTLEMENT_NOTICE, 30, 'V2', '财建〔2022〕183号第一部分'),
  ),
  // 中小企业款项
  'sme.term.public.days': parameter(
    'natural-days',
    '机关、事业单位没有约定付款期限时，多少日内支付中小企业款项',
    since(SME_REGULATION, 30, 'M', '中小企业款项条例2020年文本第八条'),
    since(SME_REVISION, 30, 'VF', '中小企业款项条例第九条第一款'),
  ),
  'sme.term.public.most-days': parameter(
    'natural-days',
    '机关、事业单位与中小企业约定付款期限最长多少日',
    since(SME_REGULATION, 60, 'M', '中小企业款项条例2020年文本第八条'),
    since(SME_REVISION, 60, 'VF', '中小企业款项条例第九条第一款'),
  ),
  'sme.term.large.days': parameter(
    'natural-days',
    '大型企业没有约定付款期限时，多少日内支付中小企业款项',
    since(SME_REVISION, 60, 'VF', '中小企业款项条例第九条第二款'),
  ),
  'sme.interest.daily-rate': parameter(
    'basis-points',
    '没有约定时逾期利息的日利率',
    since(SME_REGULATION, basisPoints(5), 'M', '中小企业款项条例2020年文本第十五条'),
    since(SME_REVISION, basisPoints(5), 'VF', '中小企业款项条例第十七条'),
  ),
  'sme.interest.year-days': parameter('natural-days', '年利率折算日利率时一年按多少日', chosen(365, '条例未定；按一年365日')),
} as const satisfies Readonly<Record<string, Parameter>>;
