import { shareBp } from '#kernel/basis-points.ts';
import { inChineseMonth, lastOfMonth } from '#kernel/civil-date.ts';
import { moreThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectMonthForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectMonthForm.pick('month', 'payrollHeads', 'payrollMadeOn', 'daysDifferHeads');

type Facts = Read<typeof form>;

/** Days on the payroll differ from days of attendance by more than three, worker by worker. */
export const daysDiffer = rule({
  code: 'W-PAY-13',
  warns: ['W-PAY-13'],
  version: 1,
  title: '工资表工日与考勤不符',
  subject: 'project-month',
  basis: [cite('工资条例', 31, 2), cite('工资条例', 28, 2)],
  evidence: 'D',
  interpretation: '每人相差超过3日才计入；涉及人数超过两成为黄，否则为蓝。',
  facts: form,
  feeds: ['attendance', 'payroll'],
  needs: ['wage.days-differ.yellow-share'],
  prepare: (_setting, params) => (facts: Facts) => {
    if (facts.daysDifferHeads === 0 || facts.payrollHeads === 0) return NOTHING;
    const share = shareBp(facts.daysDifferHeads, facts.payrollHeads) ?? 0;
    const limit = params['wage.days-differ.yellow-share'];
    return finding({
      level: moreThan(share, limit) ? 2 : 1,
      says: `${inChineseMonth(facts.month)}有 ${facts.daysDifferHeads} 人的工资表工日与考勤相差超过 3 天`,
      values: [
        { label: '工日不符', value: facts.daysDifferHeads, unit: 'people', threshold: 0 },
        { label: '占工资表人数', value: share, unit: 'basis-points', threshold: limit },
      ],
      people: facts.daysDifferHeads,
      dueOn: facts.payrollMadeOn ?? lastOfMonth(facts.month),
      duty: 'subcontractor',
      clears: '更正的工资支付表或者考勤已导入',
      rows: [{ kind: 'workers', which: 'days-differ' }],
    });
  },
});
