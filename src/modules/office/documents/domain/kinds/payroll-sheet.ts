import { cite } from '#law/citation.ts';
import { count, day, fromRecords, line, money, month, optional, SIGNED_ON } from '../field.ts';
import { documentKind } from '../kind.ts';

/**
 * 农民工工资支付表（签字版）: what the workers of a team sign each month. Its columns are those 「书面工资支付台账应当包括」 of 第十五条第二款 that
 * fit a sheet for signature; the rest stands in its head.
 */
export const payrollSheet = documentKind({
  code: 'payroll-sheet',
  name: '农民工工资支付表',
  group: '工资',
  means: '按月打印给工人本人签字确认的工资支付表',
  binds: 'project-month',
  makers: ['office', 'enterprise'],
  personal: true,
  basis: [cite('工资条例', 15, 2), cite('工资条例', 31, 2)],
  fields: [
    line('项目名称', fromRecords),
    line('施工总承包单位', fromRecords),
    line('用工单位', fromRecords),
    line('班组', fromRecords),
    month('工资月份', fromRecords),
    day('发薪日期', { ...optional, hint: '约定的工资支付日期' }),
    count('人数', fromRecords),
    money('应发合计', fromRecords),
    money('扣减合计', fromRecords),
    money('实发合计', fromRecords),
    line('制表人', { hint: '谁编的这张表' }),
    line('审核人', { ...optional, hint: '总包单位劳资专管员' }),
    SIGNED_ON,
  ],
  lists: [{ name: '人员', columns: ['序号', '姓名', '身份证号', '联系电话', '工种', '出勤天数', '应发工资', '扣减', '实发工资', '银行卡', '签字'] }],
});
