import { inChineseDay, yearOf } from '#kernel/civil-date.ts';
import { fen, inYuan } from '#kernel/fen.ts';
import { cite } from '#law/citation.ts';
import { count, day, facts, money } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';
import { minus, exact, rounded } from '../exact.ts';
import { dayWageOf } from '../overtime.ts';

const form = facts({
  usedOn: day('按这一日工资计发工资之日'),
  monthlyWage: money('劳动合同规定的月工资'),
  dayWage: money('用人单位采用的日工资'),
  workers: count('涉及的农民工人数', '人'),
});

/**
 * 日工资折算. 月工资 ÷ 21.75 (「月计薪天数」), within a fen of rounding. Divided by 30 the day is worth too little; divided by 20.67, too much, which only
 * shows that another divisor was used.
 */
export const divisor = matterRule({
  code: 'PAY-18',
  version: 1,
  title: '日工资未按月计薪天数折算',
  basis: [cite('工时折算通知', 2), cite('工资补充规定', 2, '(二)'), cite('劳动法', 51)],
  evidence: 'V1',
  interpretation: '容差一分；折得高于法定数对农民工有利，只作提示。',
  facts: form,
  needs: ['wage.divisor', 'wage.divisor.tolerance'],
  prepare: (setting, params) => (given) => {
    const known = form.certain(given, 'usedOn', 'monthlyWage', 'dayWage');
    if (!known.ok) return known.answer;
    const { usedOn, monthlyWage, dayWage } = known.facts;
    const lawful = dayWageOf(monthlyWage, { divisor: params['wage.divisor'] });
    const { numerator, denominator } = minus(exact(dayWage), lawful);
    const off = numerator < 0n ? -numerator : numerator;
    if (off <= params['wage.divisor.tolerance'] * denominator) return NOTHING;
    const isLow = numerator < 0n;
    const shown = rounded(lawful);
    return finding({
      level: isLow ? 1 : 0,
      says: `用人单位${inChineseDay(usedOn, yearOf(setting.on))}计发工资采用的日工资 ${inYuan(dayWage)}，${isLow ? '低于' : '高于'}月工资 ${inYuan(monthlyWage)} 除以 ${params['wage.divisor'] / 100} 日所得的 ${inYuan(shown)}`,
      values: [
        { label: '采用的日工资', value: dayWage, unit: 'fen', threshold: shown },
        { label: '月工资', value: monthlyWage, unit: 'fen' },
      ],
      amountFen: isLow ? fen(shown - dayWage) : fen(0),
      people: given.workers ?? 0,
      dueOn: usedOn,
      duty: 'employer',
      owedTo: 'worker',
      clears: '日工资改按月工资除以月计薪天数折算，少计的部分已经补付',
      rows: [{ kind: 'payroll' }],
    });
  },
});
