import { cite } from '#law/citation.ts';
import { facts, yesNo } from '#law/facts.ts';
import { cannotDetermine, matterRule, needsPerson, NOTHING } from '#law/rule.ts';
import { OVERTIME_COMPENSATION } from '#law/penalties.ts';
import { overtimeShape, overtimeShortfall } from '../overtime-shortfall.ts';

const TIME_OFF = '是否已经安排同等时间的补休';
const form = facts({ ...overtimeShape, timeOff: yesNo(TIME_OFF) });

/**
 * 休息日工作的工资. 「休息日安排劳动者工作又不能安排补休的，支付不低于工资的百分之二百」: time off instead settles it, 200 % exactly is enough. The shifted rest days
 * of a long holiday are rest days; the statutory ones are not (PAY-17).
 */
export const restDayOvertime = matterRule({
  code: 'PAY-16',
  version: 1,
  title: '休息日工作工资低于百分之二百',
  basis: [cite('劳动法', 44, '(二)'), cite('工资支付暂行规定', 13, '(二)'), cite('工资支付暂行规定', 13, 2), cite('劳动法', 38), cite('劳动合同法', 31)],
  evidence: 'VF',
  interpretation: '没有批准文件的按标准工时制；长假中调来的休息日按休息日计付。',
  consequences: [OVERTIME_COMPENSATION],
  facts: form,
  needs: ['wage.overtime.rest-day', 'wage.divisor', 'wage.day-hours'],
  prepare: (setting, params) => (given) => {
    const { timeOff, ...asked } = given;
    if (asked.workSystem === 'irregular' || timeOff === true) return NOTHING;
    if (asked.workSystem === 'comprehensive') return needsPerson('实行综合计算工时制：这一综合计算周期的总工时是否超过法定标准？超过部分按延长工作时间计付。');
    const asks = { kind: 'rest-day', share: params['wage.overtime.rest-day'], basis: cite('劳动法', 44, '(二)'), words: '在休息日工作' } as const;
    const answer = overtimeShortfall(asked, asks, { divisor: params['wage.divisor'], dayHours: params['wage.day-hours'] }, setting);
    return answer.answer === 'finding' && timeOff === null ? cannotDetermine(TIME_OFF) : answer;
  },
});
