import { cite } from '#law/citation.ts';
import { facts } from '#law/facts.ts';
import { matterRule, NOTHING } from '#law/rule.ts';
import { OVERTIME_COMPENSATION } from '#law/penalties.ts';
import { overtimeShape, overtimeShortfall } from '../overtime-shortfall.ts';

/**
 * 法定节假日工作的工资. 「法定休假日安排劳动者工作的，支付不低于工资的百分之三百」, on the days of the holiday decree alone, and 「另外支付」: beside the monthly wage, which
 * already pays the day off. Time off does not replace it.
 */
export const holidayOvertime = matterRule({
  code: 'PAY-17',
  version: 1,
  title: '法定节假日工作工资低于百分之三百',
  basis: [cite('劳动法', 44, '(三)'), cite('工资补充规定', 2, '(一)'), cite('工资支付暂行规定', 13, '(三)'), cite('节日放假办法', 2), cite('劳动法', 40)],
  evidence: 'VF',
  interpretation: '百分之三百是月工资以外另付的；综合计算工时制也适用，不定时工时制不适用。',
  consequences: [OVERTIME_COMPENSATION],
  facts: facts(overtimeShape),
  needs: ['wage.overtime.holiday', 'wage.divisor', 'wage.day-hours'],
  prepare: (setting, params) => (given) => {
    if (given.workSystem === 'irregular') return NOTHING;
    const asks = { kind: 'holiday', share: params['wage.overtime.holiday'], basis: cite('劳动法', 44, '(三)'), words: '在法定节假日工作' } as const;
    return overtimeShortfall(given, asks, { divisor: params['wage.divisor'], dayHours: params['wage.day-hours'] }, setting);
  },
});
