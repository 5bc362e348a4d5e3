import { inChineseMonth, lastOfMonth } from '#kernel/civil-date.ts';
import { fen, inYuan } from '#kernel/fen.ts';
import { lessThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { MINIMUM_WAGE_COMPENSATION } from '#law/penalties.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectMonthForm.pick('month', 'payrollHeads', 'payrollNetFen', 'belowMinimumHeads');

type Facts = Read<typeof form>;

/**
 * Pay below the local minimum. 「用人单位支付劳动者的工资不得低于当地最低工资标准」: 低于 excludes the figure itself. Who worked part of the month is held against
 * that part of it.
 */
export const minimumWage = rule({
  code: 'PAY-14',
  warns: ['W-PAY-06'],
  version: 1,
  title: '工资低于当地最低工资标准',
  subject: 'project-month',
  basis: [cite('劳动法', 48, 2), cite('最低工资规定', 12, 1), cite('劳动合同法', 85, '(二)'), cite('最低工资规定', 3, 1)],
  evidence: 'VF',
  interpretation:
    '按应发工资减加班工资计；不满月的，最低工资标准按出勤日数占21.75天折算；工资表没有分列加班工资和津贴的可能偏宽，应当核对本人是否提供了正常劳动。人均实发（不折算）也低于标准的为红，是同类平台口径。',
  consequences: [MINIMUM_WAGE_COMPENSATION],
  facts: form,
  feeds: ['attendance', 'payroll'],
  needs: ['wage.minimum.monthly'],
  prepare: (_setting, params) => (facts: Facts) => {
    if (facts.belowMinimumHeads === 0 || facts.payrollHeads === 0) return NOTHING;
    const minimum = params['wage.minimum.monthly'];
    const mean = fen(facts.payrollNetFen / BigInt(facts.payrollHeads));
    return finding({
      level: lessThan(mean, minimum) ? 4 : 3,
      says: `${inChineseMonth(facts.month)}有 ${facts.belowMinimumHeads} 人的工资（不含加班工资）按出勤日数折算低于当地月最低工资标准 ${inYuan(minimum)}`,
      values: [
        { label: '低于最低工资', value: facts.belowMinimumHeads, unit: 'people', threshold: 0 },
        { label: '人均实发', value: mean, unit: 'fen', threshold: minimum },
      ],
      people: facts.belowMinimumHeads,
      dueOn: lastOfMonth(facts.month),
      duty: 'subcontractor',
      clears: '更正后的工资支付表上没有人低于最低工资标准，差额已补发',
      rows: [{ kind: 'workers', which: 'below-minimum' }, { kind: 'payroll' }],
    });
  },
});
