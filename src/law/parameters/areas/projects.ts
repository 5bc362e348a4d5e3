import { chosen, type Parameter, parameter } from '../parameter.ts';

/** 项目. */
export const projectsParameters = {
  // 项目
  'project.guarantee-days': parameter('natural-days', '开工后多少日仍无工程款支付担保', chosen(30, '条例未定期限；开工30日')),
  'project.officer-days': parameter('natural-days', '开工后多少日内配备劳资专管员', chosen(7, '开工7日')),
  'project.board-days': parameter('natural-days', '开工后多少日内设立维权信息告示牌', chosen(10, '开工10日')),
  'project.commitment-days': parameter('natural-days', '开工后多少日内签订无欠薪承诺', chosen(15, '开工15日')),
  'project.fields-days': parameter('natural-days', '开工后多少日台账仍缺项', chosen(10, '开工10日')),
  'project.overdue.yellow-days': parameter('natural-days', '项目制度缺项逾期超过多少日升为黄', chosen(30, '逾期30日')),
  'project.idle-days': parameter('natural-days', '在建项目多少日无考勤、无入账、无发放', chosen(30, '30日')),
} as const satisfies Readonly<Record<string, Parameter>>;
