import { moreThan } from '#kernel/bounds.ts';
import { inChineseMonth, lastOfMonth } from '#kernel/civil-date.ts';
import { inYuan, subtractFen } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { facts, money, month } from '#law/facts.ts';
import { cannotDetermine, finding, matterRule, NOTHING } from '#law/rule.ts';
import { ADDITIONAL_COMPENSATION } from '#law/penalties.ts';
import { lossDeductionCap } from '../loss-deduction.ts';
import { minimumWageOf } from '../minimum-wage-of.ts';

const form = facts({
  month: month('工资所属月份'),
  wage: money('劳动者当月工资'),
  deducted: money('当月因赔偿损失从工资中扣除的数额'),
  minimumWage: money('履行地当月的月最低工资标准（不填的取本地参数）'),
});

/**
 * 赔偿扣款上限. 「每月扣除的部分不得超过劳动者当月工资的20%。若扣除后的剩余工资部分低于当地月最低工资标准，则按最低工资标准支付」: two limits, the smaller one, never below 0; the
 * limit itself is in. More than 20 % is too much whatever the minimum wage is.
 */
export const deductionCap = matterRule({
  code: 'PAY-20',
  version: 1,
  title: '赔偿损失扣款超过上限',
  basis: [cite('工资支付暂行规定', 16)],
  evidence: 'VF',
  interpretation: '20%算到分，不足一分的归劳动者；月最低工资标准取履行地当月执行的。',
  consequences: [ADDITIONAL_COMPENSATION],
  facts: form,
  needs: ['wage.deduction.share'],
  looksUp: ['wage.minimum.monthly'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'month', 'wage', 'deducted');
    if (!known.ok) return known.answer;
    const { month: worked, wage, deducted } = known.facts;
    if (deducted <= 0n) return NOTHING;
    const minimum = minimumWageOf(given.minimumWage, worked, setting);
    const limits = lossDeductionCap(wage, minimum.ok ? minimum.minimum : null, params['wage.deduction.share']);
    if (!moreThan(deducted, limits.cap)) return minimum.ok ? NOTHING : cannotDetermine(minimum.missing);
    const over = subtractFen(deducted, limits.cap);
    return finding({
      level: 2,
      says: `用人单位${inChineseMonth(worked)}从农民工工资中扣赔偿款 ${inYuan(deducted)}，最多可扣 ${inYuan(limits.cap)}，多扣${minimum.ok ? '' : '至少'} ${inYuan(over)}`,
      values: [
        { label: '当月扣款', value: deducted, unit: 'fen', threshold: limits.cap },
        { label: '当月工资的法定比例', value: limits.byShare, unit: 'fen' },
        ...(limits.byMinimum === null ? [] : [{ label: '当月工资超出最低工资的部分', value: limits.byMinimum, unit: 'fen' } as const]),
      ],
      amountFen: over,
      people: 1,
      dueOn: lastOfMonth(worked),
      duty: 'employer',
      owedTo: 'worker',
      clears: '多扣的工资已经退还农民工本人',
      rows: [{ kind: 'payroll' }],
    });
  },
});
