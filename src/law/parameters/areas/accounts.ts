import { basisPoints } from '#kernel/basis-points.ts';
import { REGULATION, ACCOUNT_MEASURES } from '../in-force.ts';
import { chosen, since, type Parameter, parameter } from '../parameter.ts';

/** 专用账户与人工费. */
export const accountsParameters = {
  // 专用账户与人工费
  'account.open-days': parameter('natural-days', '签订施工合同后多少日内开立专户', since(ACCOUNT_MEASURES, 30, 'V2', '专户办法第六条')),
  'account.open.red-days': parameter('natural-days', '未开立专户逾期多少日升为红', chosen(15, '逾期15日')),
  'account.file-days': parameter('natural-days', '开户后多少日内备案', since(ACCOUNT_MEASURES, 30, 'V2', '专户办法第六条')),
  'account.inflow.months': parameter('steps', '连续几个月没有人工费入账（黄、橙、红）', chosen([1, 2, 3], '拨付周期不得超过1个月；逐月升级')),
  'account.inflow.red-share': parameter('basis-points', '人工费到账不足应拨的多少升为红', chosen(basisPoints(8000), '80%')),
  'account.short.remind-days': parameter('working-days', '发薪日前几个工作日核对余额', chosen(3, '发薪日前3个工作日')),
  'account.short.red-days': parameter('natural-days', '发薪日前几日余额仍不足升为红', chosen(3, '同类平台通行口径：3日')),
  'account.short.fresh-days': parameter('natural-days', '核对余额时流水最多滞后多少日', chosen(7, '更早的余额不能说明现在')),
  'account.close.notice-days': parameter('natural-days', '撤销专户前公示多少日', since(REGULATION, 30, 'VF', '工资条例第二十七条第二款')),
  'account.top-up.days': parameter('working-days', '余额不足或者提出增加后几个工作日内应当办理', chosen(3, '专户办法只说“及时”；3个工作日')),
  'account.report.days': parameter('working-days', '总包单位收到银行告知后几个工作日内报告', chosen(3, '条例未定期限；3个工作日')),
  'account.papers.keep-months': parameter(
    'months',
    '专用账户资料在工程完工且工资结清后至少保存几个月',
    since(ACCOUNT_MEASURES, 36, 'V1', '专户办法第二十一条'),
  ),
  'upload.attendance.hours': parameter('hours', '考勤多少小时内上传平台', chosen(24, '专户办法只说“实时”；24小时')),
  'upload.payroll.days': parameter('working-days', '发薪日后几个工作日内上传工资支付情况', chosen(3, '专户办法只说“实时”；3个工作日')),
  'pay-on-behalf.certificate.days': parameter('working-days', '代发工资后几个工作日内提供代发凭证', chosen(3, '条例未定期限；3个工作日')),
  // 人工费用最低比例：没有全国数值；分行业的优先于不分行业的
  'labour-cost.min-share': parameter('basis-points', '人工费用占工程款的最低比例'),
  'labour-cost.building.contract-share': parameter('basis-points', '房屋建筑工程人工费用占合同价款的最低比例'),
  'labour-cost.building.progress-share': parameter('basis-points', '房屋建筑工程人工费用占工程进度款的最低比例'),
  'labour-cost.municipal.contract-share': parameter('basis-points', '市政工程人工费用占合同价款的最低比例'),
  'labour-cost.municipal.progress-share': parameter('basis-points', '市政工程人工费用占工程进度款的最低比例'),
  'labour-cost.transport.contract-share': parameter('basis-points', '交通工程人工费用占合同价款的最低比例'),
  'labour-cost.transport.progress-share': parameter('basis-points', '交通工程人工费用占工程进度款的最低比例'),
  'labour-cost.water.contract-share': parameter('basis-points', '水利工程人工费用占合同价款的最低比例'),
  'labour-cost.water.progress-share': parameter('basis-points', '水利工程人工费用占工程进度款的最低比例'),
} as const satisfies Readonly<Record<string, Parameter>>;
