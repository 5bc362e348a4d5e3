import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { matterRule, needsPerson, NOTHING } from '#law/rule.ts';
import { OVERTIME_COMPENSATION } from '#law/penalties.ts';
import { overtimeShape, overtimeShortfall } from '../overtime-shortfall.ts';

/**
 * 延长工作时间的工资. 「支付不低于工资的百分之一百五十的工资报酬」, on a working day, make-up Saturdays and Sundays among them; 150 % exactly is enough.
 */
export const weekdayOvertime = matterRule({
  code: 'PAY-15',
  version: 1,
  title: '延长工作时间工资低于百分之一百五十',
  basis: [cite('劳动法', 44, '(一)'), cite('工资支付暂行规定', 13, '(一)'), cite('工资支付暂行规定', 13, 2), cite('劳动法', 36), cite('劳动合同法', 31)],
  evidence: 'VF',
  interpretation: '没有批准文件的按标准工时制；调休上班日按工作日；小时工资不先舍入，应付数四舍五入到分。',
  consequences: [OVERTIME_COMPENSATION],
  facts: facts(overtimeShape),
  needs: ['wage.overtime.weekday', 'wage.divisor', 'wage.day-hours'],
  prepare: (setting, params) => (given) => {
    if (given.workSystem === 'irregular') return NOTHING;
    if (given.workSystem === 'comprehensive') return needsPerson('实行综合计算工时制：这一综合计算周期的总工时是否超过法定标准？超过部分按延长工作时间计付。');
    const asks = { kind: 'weekday', share: params['wage.overtime.weekday'], basis: cite('劳动法', 44, '(一)'), words: '延长工作时间' } as const;
    return overtimeShortfall(given, asks, { divisor: params['wage.divisor'], dayHours: params['wage.day-hours'] }, setting);
  },
});
